/**
 * Why a Word file of another's making is not read: found while it is taken apart, so it is thrown inside this room and
 * becomes a diagnostic at its door. Each reason has a code of its own, and says in which part the trouble is.
 */
import type {Diagnostic} from '../model/index.js'

/** What is wrong, before it is known how the user calls the file. */
export interface Reason {
  readonly code: `package/${string}`
  readonly message: string
  readonly hint: string
  readonly part?: string
  readonly line?: number
  readonly column?: number
}

/** Thrown by everything that takes a package apart; caught by `readWordFile` alone. */
export class Refusal extends Error {
  readonly reason: Reason

  constructor(reason: Reason) {
    super(reason.message)
    this.reason = reason
  }
}

const another = 'Ask for the file again, saved by Word as .docx; if it comes out the same, do not open it.'

/** Throws: the file is not built as a Word file must be, by accident or on purpose. */
export function refuse(
  code: Reason['code'],
  message: string,
  about: Partial<Omit<Reason, 'code' | 'message'>> = {},
): never {
  throw new Refusal({code, message, hint: another, ...about})
}

export function diagnosticOf({code, message, hint, ...place}: Reason, file: string): Diagnostic {
  return {severity: 'error', code, message: `${file}: ${message}`, hint, at: {file, ...place}}
}
