/** Diagnostics for people: what, where, why, what to do. Colour only on a terminal that wants it. */
import type {Diagnostic, Place, Severity} from '../verbs/index.js'
import type {Io} from './io.js'

const paint: Readonly<Record<Severity, string>> = {error: '31', warning: '33', advice: '36'}

/** Every diagnostic, errors first, and a line that counts them. */
export function report(diagnostics: readonly Diagnostic[], io: Io): string {
  return diagnostics.map((diagnostic) => `${one(diagnostic, io)}\n`).join('')
}

function one({severity, code, message, reason, hint, at, remedies}: Diagnostic, io: Io): string {
  const lines = [
    `${colour(severity, paint[severity], io)} ${message}`,
    `        at ${place(at)}  (${code})`,
    ...(reason ? [`        why: ${reason}`] : []),
    ...(hint ? [`        do:  ${hint}`] : []),
    ...(remedies ?? []).map(
      ({label, set}) =>
        `        or:  ${label}: ${Object.entries(set)
          .map(([pointer, value]) => `${pointer} = ${JSON.stringify(value)}`)
          .join(', ')}`,
    ),
  ]
  return lines.join('\n')
}

function place(at: Place): string {
  if ('pointer' in at) return at.pointer === '' ? 'the whole deal' : at.pointer
  if ('provision' in at) return `provision ${at.provision}`
  return [at.file, at.line, at.column].filter((piece) => piece !== undefined).join(':')
}

/** A word in colour where colour is wanted, padded to the width of the longest severity. */
export function colour(word: string, code: string, {colour: wanted}: Io): string {
  const padded = word.padEnd(7)
  return wanted ? `\u001b[1;${code}m${padded}\u001b[0m` : padded
}

/** "1 error", "3 warnings". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
