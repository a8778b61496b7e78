/** The allowed value that a wrong one meant: by its spelling, by its words, or by what else people call it. */
import {nearest} from '../model/index.js'

type Names = Readonly<Record<string, string>>

/**
 * `Germany` → `DE` by its words, `Holland` → `NL` by another name of it, `own_own` → `own-own` by spelling; nothing when
 * none is near. Codes of two or three letters are all near to one another, so they are not guessed by spelling.
 */
export function nearestValue(
  wrong: string,
  allowed: readonly string[],
  words: Names = {},
  also: Names = {},
): string | undefined {
  const spoken = Object.entries(words).map(([value, name]) => [fold(name), value] as const)
  const named = new Map([
    ...spoken,
    ...allowed.map((value) => [fold(value), value] as const),
    ...Object.entries(also).map(([name, value]) => [fold(name), value] as const),
  ])
  const exact = named.get(fold(wrong))
  if (exact !== undefined || fold(wrong).length <= 3) return exact
  const close = nearest(
    fold(wrong),
    [...named.keys()].filter((name) => name.length > 3),
  )
  return close === undefined ? undefined : named.get(close)
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/^the /, '')
}
