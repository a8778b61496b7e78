/** Identity of a file: the SHA-256 of its bytes as they are stored, so that anyone can check it with `sha256sum`. */
import {createHash} from 'node:crypto'
import type {Hash} from '../model/index.js'

/** `sha256:` and 64 hexadecimal digits, of the bytes or of the text as UTF-8. */
export function hashOf(content: Uint8Array | string): Hash {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`
}
