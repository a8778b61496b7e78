/** Hashes are taken over stored bytes, never over something written anew: so no reading of JSON can make two things equal. */
import {createHash} from 'node:crypto'
import type {Hash} from '../model/index.js'

export function hashOf(bytes: Uint8Array): Hash {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

export function isHash(value: unknown): value is Hash {
  return typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value)
}
