/** Names of parts as OPC has them (ECMA-376 Part 2 §6.2): two that differ only in case, or in how a letter is written, are one. */
import {refuse} from './refusal.js'

/** What a part is looked up by: `/Word/Document.xml` and `word/document.xml` are the same part. */
export function keyOf(name: string): string {
  return unescaped(name.replace(/^\//, '')).normalize('NFC').toLowerCase()
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** Throws when a name leads outside the package, or could be read as another. */
export function checkName(name: string): void {
  const segments = unescaped(name).split('/')
  const bad =
    name === '' ||
    /[\\:\p{Cc}]/u.test(unescaped(name)) ||
    segments.some(
      (segment, index) => segment === '' || /^\.+$/.test(segment) || (index === 0 && segment === '__proto__'),
    )
  if (bad)
    refuse('package/unsafe-name', `it holds a part named ${JSON.stringify(name)}, which leads outside the file.`, {
      part: name,
    })
}

/** The part that a relationship points at, or undefined when it points outside the package. */
export function targetOf(from: string, target: string): string | undefined {
  const base = from.includes('/') ? from.slice(0, from.lastIndexOf('/')) : ''
  const path = target.startsWith('/') ? target : `${base}/${target}`
  const segments: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return undefined
  }
  return segments.join('/')
}

/** Where the relationships of a part stand: `word/document.xml` → `word/_rels/document.xml.rels`. */
export function relationshipsOf(part: string): string {
  const at = part.lastIndexOf('/') + 1
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`
}
