/**
 * The names by which a Word file remembers what its words are: bookmarks for provisions, content controls for values.
 * Each is found from the id or pointer alone, so a piece of a document can be written without looking at the rest.
 */
import {hash} from 'node:crypto'
import {keysOf, type Pointer, type ProvisionId} from '../../model/index.js'

/** Names of at most 40 characters, beginning with a letter or underscore; a leading underscore hides them in Word. */
export function bookmarkName(id: ProvisionId): string {
  return `_eg_${digest(id)}`
}

/** A tag holds at most 64 characters (Office refuses more), so a longer pointer or id is named by its digest. */
export function controlTag(about: Pointer | ProvisionId): string {
  return about.length <= 64 ? about : `eg:${digest(about)}`
}

/** What Word shows on the control: the last words of the pointer, `/risk/liabilityCap` → "Risk: liability cap". */
export function controlAlias(pointer: Pointer): string {
  const words = keysOf(pointer).filter((key) => !/^\d+$/.test(key)).slice(-2).map(plainWords)
  return words.map((word, index) => (index === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word)).join(': ')
}

function plainWords(key: string): string {
  return key.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[-_]+/g, ' ').toLowerCase()
}

// 96 bits: no two ids of one document will ever share them.
function digest(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 24)
}
