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

/** What stands on the old side of a redline only has a name of its own, so that the same provision can stand on both. */
export function formerKey(id: ProvisionId): string {
  return `old:${id}`
}

/** The id of which this is the former key; an id as it is. */
export function withoutFormer(key: string): ProvisionId {
  return key.startsWith('old:') ? key.slice(4) : key
}

/** A tag holds at most 64 characters (Office refuses more), so a longer pointer or id is named by its digest. */
export function controlTag(about: Pointer | ProvisionId): string {
  return about.length <= 64 ? about : `eg:${digest(about)}`
}

/** What Word shows on the control: the last words of the pointer, `/risk/liabilityCap` → "Risk: liability cap". */
export function controlAlias(pointer: Pointer): string {
  const [last = '', before = ''] = lastWords(pointer.includes('~') ? `/${keysOf(pointer).join('/')}` : pointer)
  const alias = before === '' ? last : `${before}: ${last}`
  return alias.charAt(0).toUpperCase() + alias.slice(1)
}

// The last two keys that are no places in a list, the last first.
function lastWords(path: string): readonly string[] {
  const words: string[] = []
  for (let end = path.length; end > 0 && words.length < 2; ) {
    const start = path.lastIndexOf('/', end - 1)
    const key = path.slice(start + 1, end)
    if (!/^\d*$/.test(key)) words.push(plainWords(key))
    end = start
  }
  return words
}

function plainWords(key: string): string {
  return /^[a-z]+$/.test(key)
    ? key
    : key
        .replace(/([a-z\d])([A-Z])/g, '$1 $2')
        .replace(/[-_]+/g, ' ')
        .toLowerCase()
}

// 96 bits: no two ids of one document will ever share them.
function digest(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 24)
}
