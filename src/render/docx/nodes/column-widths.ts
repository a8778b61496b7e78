/**
 * How wide a table's columns are. Word's own fitting differs from reader to reader, so widths are fixed here from the
 * words: a column gets what its longest line asks for where that fits, and else its longest word and a fair share.
 */

const padding = 216
const character = 98

/** Widths in twips that add up to `width`. `columns` holds the texts of each column, heading included. */
export function columnWidths(columns: readonly (readonly string[])[], width: number): readonly number[] {
  const wanted = columns.map((texts) => padding + character * Math.max(4, ...texts.map(breadth)))
  const least = columns.map(
    (texts) => padding + character * Math.max(4, ...texts.flatMap((text) => text.split(/\s+/)).map(breadth)),
  )
  const spare = width - sum(wanted)
  if (spare >= 0)
    return exact(
      wanted.map((own) => own + (spare * own) / sum(wanted)),
      width,
    )
  const left = width - sum(least)
  if (left < 0)
    return exact(
      least.map((own) => (own * width) / sum(least)),
      width,
    )
  const share = wanted.map((own, index) => Math.sqrt(own - least[index]! + 1))
  return exact(
    least.map((own, index) => own + (left * share[index]!) / sum(share)),
    width,
  )
}

// An ideograph is as wide as two Latin letters.
function breadth(text: string): number {
  return text.length + (text.match(/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0)
}

function exact(widths: readonly number[], width: number): readonly number[] {
  const whole = widths.map(Math.floor)
  return whole.map((own, index) => (index === whole.length - 1 ? own + width - sum(whole) : own))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
