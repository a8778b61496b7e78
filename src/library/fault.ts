/** Diagnostics of the library: each stands at a file. */
import {type Diagnostic, nearest} from '../model/index.js'

/** An error at a file. */
export function fault(
  code: Diagnostic['code'],
  file: string,
  message: string,
  hint?: string,
  line?: number,
): Diagnostic {
  const at = line === undefined ? {file} : {file, line}
  return {severity: 'error', code, message, at, ...(hint === undefined ? {} : {hint})}
}

/** The same, where the job may go on. */
export function warning(
  code: Diagnostic['code'],
  file: string,
  message: string,
  hint?: string,
  line?: number,
): Diagnostic {
  return {...fault(code, file, message, hint, line), severity: 'warning'}
}

/** `Did you mean "…"?`, or what to do when nothing is near. */
export function didYouMean(word: string, known: Iterable<string>, otherwise: string): string {
  const near = nearest(word, known)
  return near === undefined ? otherwise : `Did you mean "${near}"?`
}
