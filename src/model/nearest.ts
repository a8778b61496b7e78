/** The right name nearest to a wrong one, so that a diagnostic can say what was probably meant. */
import {distance} from 'fastest-levenshtein'

/** The known word nearest to a mistaken one by spelling, or nothing when none is near. Ties go to the first. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.ceil(word.length / 2)) + 1
  for (const candidate of known) {
    const away = distance(word, candidate)
    if (away < least) [best, least] = [candidate, away]
  }
  return best
}
