/** Faults found in one file of the clause language, gathered so that all are shown together. */
import {type At, type Diagnostic, nearest} from '../model/index.js'

export {nearest}

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

/** "Did you mean …?", or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const near = nearest(word, known)
  return near === undefined ? undefined : `Did you mean "${near}"?`
}
