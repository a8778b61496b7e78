/** Counting as Word counts, so that a printed citation agrees with its list. A table by symbol, since replacing in turn would count twice. */
export type Counter = '1' | 'a' | 'A' | 'i'

/** `ordinal` counts from 1. Throws a RangeError below that: our own mistake. */
export function count(counter: Counter, ordinal: number): string {
  if (ordinal < 1) throw new RangeError('count: ordinals begin at 1')
  switch (counter) {
    case '1':
      return String(ordinal)
    case 'a':
      return letters(ordinal)
    case 'A':
      return letters(ordinal).toUpperCase()
    case 'i':
      return roman(ordinal)
  }
}

// a … z, then aa, bb, cc: not the spreadsheet's aa, ab (ECMA-376 Part 1 §17.18.59, lowerLetter).
function letters(ordinal: number): string {
  const letter = String.fromCharCode(97 + ((ordinal - 1) % 26))
  return letter.repeat(Math.ceil(ordinal / 26))
}

const numerals = Object.entries({
  m: 1000,
  cm: 900,
  d: 500,
  cd: 400,
  c: 100,
  xc: 90,
  l: 50,
  xl: 40,
  x: 10,
  ix: 9,
  v: 5,
  iv: 4,
  i: 1,
})

function roman(ordinal: number): string {
  let left = ordinal
  let printed = ''
  for (const [numeral, value] of numerals) {
    for (; left >= value; left -= value) printed += numeral
  }
  return printed
}
