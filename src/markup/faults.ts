/** Faults found in one file of the clause language, gathered so that all are shown together. */
import {distance} from 'fastest-levenshtein'
import type {At, Diagnostic} from '../model/index.js'

export interface Faults {
  readonly file: string
  readonly found: Diagnostic[]
}

/** Adds an error at a place in the file. */
export function fault(
  faults: Faults,
  code: `${string}/${string}`,
  at: At | undefined,
  message: string,
  hint?: string,
): void {
  const place = at ? {file: faults.file, line: at.line, column: at.column} : {file: faults.file}
  faults.found.push({severity: 'error', code, message, at: place, ...(hint === undefined ? {} : {hint})})
}

/** The known word nearest to a mistaken one, or nothing when none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.ceil(word.length / 2)) + 1
  for (const candidate of known) {
    const away = distance(word, candidate)
    if (away < least) [best, least] = [candidate, away]
  }
  return best
}

/** "Did you mean …?", or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const near = nearest(word, known)
  return near === undefined ? undefined : `Did you mean "${near}"?`
}
