/** Word files of another's making as verbs take them: read from disk, judged, and a refusal told as a diagnostic. */
import {readFile, stat} from 'node:fs/promises'
import {basename} from 'node:path'
import {readWordFile, type WordFile} from '../intake/index.js'
import type {Diagnostic} from '../model/index.js'
import {onDisk} from './fault.js'

export interface TakenFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly file: WordFile
}

/** No Word file that is read is larger; a larger one is not even loaded. In bytes. */
const most = 26 * 2 ** 20

/** The file, or why it is not taken. A path that cannot be read is a FileFault. */
export async function takeWordFile(
  path: string,
): Promise<{readonly taken: TakenFile} | {readonly refused: Diagnostic}> {
  const name = basename(path)
  const {size} = await onDisk(path, () => stat(path))
  if (size > most) return {refused: tooLarge(name, size)}
  const bytes = new Uint8Array(await onDisk(path, () => readFile(path)))
  const read = readWordFile(bytes, name)
  return 'refused' in read ? read : {taken: {name, bytes, file: read.file}}
}

function tooLarge(file: string, size: number): Diagnostic {
  return {
    severity: 'error',
    code: 'package/too-large',
    message: `${file}: it is ${Math.ceil(size / 2 ** 20)} MB; more than 25 MB is not read.`,
    hint: 'Ask for the file without its pictures.',
    at: {file},
  }
}
