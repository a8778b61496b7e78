/**
 * Words that are not what they look like: characters that are not seen, that turn the direction of reading, or that look like
 * Latin letters and are others. Unicode Technical Standard 39 has the whole list of look-alikes; this holds those that pass in
 * common fonts.
 */

const alike = new Map(
  [...'аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅԌԚԜ'].map((letter, index) => [
    letter,
    [...'aeopcyxijshdqwABEKMHOPCTYXIJSGQW'][index]!,
  ]),
)
for (const [index, letter] of [...'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'].entries()) alike.set(letter, [...'ABEZHIKMNOPTYXo'][index]!)

/** Text as it looks: without what is not seen, look-alikes as the letters that they look like, every space a plain one. */
export function appearance(text: string): string {
  const composed = text.normalize('NFKC').replace(/[\p{Cf}\p{Mn}\p{Default_Ignorable_Code_Point}]/gu, '')
  return [...composed]
    .map((letter) => alike.get(letter) ?? letter)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/** `U+0430`, each code point of the first text that the second has not. */
export function codePoints(text: string, without: string): readonly string[] {
  const known = new Set(without)
  return [...new Set(text)].filter((letter) => !known.has(letter)).map(codePoint)
}

function codePoint(letter: string): string {
  return `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}

// Joiners and marks of direction are honest in scripts that need them; there a word holds no Latin letter.
const unseen = /\p{Default_Ignorable_Code_Point}/u
const mixed = /(?=\p{L}*\p{Script=Latin})(?=\p{L}*[\p{Script=Cyrillic}\p{Script=Greek}])\p{L}+/u

/** The characters in a text that hide or disguise it, as code points. Text that is wholly of another script has none. */
export function disguises(text: string): readonly string[] {
  const words = text.split(/\s+/)
  const doubtful = words.filter(
    (word) =>
      mixed.test(word) ||
      (unseen.test(word) && !/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]/u.test(word)),
  )
  const letters = doubtful.flatMap((word) =>
    [...word].filter(
      (letter) => unseen.test(letter) || (mixed.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter)),
    ),
  )
  return [...new Set(letters)].map(codePoint)
}
