/** The right name nearest to a wrong one: by spelling, or by what else people call it. */
import {distance} from 'fastest-levenshtein'

/** Close enough to be meant: at most two letters off, or a third of a longer word. Ties go to the first. */
export function nearest(wrong: string, right: readonly string[]): string | undefined {
  const folded = fold(wrong)
  const ranked = right.map((name) => ({name, off: distance(folded, fold(name))})).sort((a, b) => a.off - b.off)
  const [best] = ranked
  return best && best.off <= Math.max(2, Math.floor(wrong.length / 3)) && best.off < Math.max(wrong.length, 2) ? best.name : undefined
}

/** The allowed value that was meant, by its spelling, its words (`Germany` → `DE`) or another name of it (`Holland` → `NL`). */
export function nearestValue(wrong: string, allowed: readonly string[], words: Readonly<Record<string, string>> = {}, also: Readonly<Record<string, string>> = {}): string | undefined {
  const named = new Map([...allowed.map((value) => [value, value] as const), ...Object.entries(words).map(([value, name]) => [name.replace(/^the /, ''), value] as const), ...Object.entries(also).map(([name, value]) => [name, value] as const)])
  const folded = fold(wrong).replace(/^the /, '')
  for (const [name, value] of [...named].reverse()) if (fold(name) === folded) return value
  const close = nearest(wrong, wrong.length <= 3 ? allowed.filter((value) => value.length > 3) : [...named.keys()].filter((name) => name.length > 3))
  return close === undefined ? undefined : named.get(close)
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
