/** How commands that make a redline are asked for formats, and where each goes: words and JSON to the reader, documents to files. */
import {type Format, formats} from '../verbs/index.js'
import {UsageFault} from './arguments.js'
import type {Io} from './io.js'

const printed = ['text', 'json'] as const
const written = ['html', 'docx', 'pdf'] as const

export interface FormatsAsked {
  readonly text: boolean
  readonly json: boolean
  /** Those that are written to files. */
  readonly files: readonly Format[]
}

/** Formats joined by commas, as `--format` has them; `text` where nothing is said. An unknown one is a UsageFault. */
export function redlineFormats(text: string | undefined): FormatsAsked {
  const asked = (text ?? 'text').split(',').map((one) => one.trim())
  const known: readonly string[] = [...printed, ...written]
  const unknown = asked.find((one) => !known.includes(one))
  if (unknown !== undefined) throw new UsageFault(`There is no format "${unknown}". Formats: ${known.join(', ')}.`)
  const wants = (format: string): boolean => asked.includes(format)
  return {text: wants('text'), json: wants('json'), files: written.filter(wants)}
}

/** Formats of a change memo, joined by commas; none where nothing is said. */
export function memoFormats(text: string | undefined): readonly Format[] {
  const asked = (text ?? '').split(',').flatMap((one) => one.trim() || [])
  const unknown = asked.find((one) => !(formats as readonly string[]).includes(one))
  if (unknown !== undefined) throw new UsageFault(`There is no format "${unknown}". Formats: ${formats.join(', ')}.`)
  return formats.filter((format) => asked.includes(format))
}

/** What was asked for, printed; the files are named where no JSON would be disturbed by it. */
export function printRedline(
  {text, json, files}: {readonly text?: string; readonly json?: unknown; readonly files: readonly string[]},
  asked: FormatsAsked,
  io: Io,
): void {
  if (asked.text) io.out(text ?? '')
  if (asked.json) io.out(`${JSON.stringify(json, null, 2)}\n`)
  for (const file of files) (asked.json ? io.err : io.out)(`${file}\n`)
}
