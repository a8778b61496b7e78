/**
 * A story's XML written anew with some elements unwrapped: content controls, which the engine takes for one thing each and
 * would strike and insert whole for the sake of a word in them. What they hold stays, whatever wraps it.
 */
import {SaxesParser} from 'saxes'

/** Elements that go while what they hold stays, and elements that go with all that they hold. */
const unwrapped = new Set(['sdt', 'sdtContent'])
const dropped = new Set(['sdtPr', 'sdtEndPr'])
const word = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
])

/** `bytes` have been read once by `readXml`, so they are sound. Encoded in UTF-8 whatever they were in. */
export function withoutControls(bytes: Uint8Array, text: string): Uint8Array {
  if (!/[<:]sdt[\s>]/.test(text)) return bytes
  const pieces: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
  const parser = new SaxesParser({xmlns: true})
  let aside = 0
  parser.on('opentag', ({uri, local, name, attributes}) => {
    if (word.has(uri) && dropped.has(local)) aside += 1
    if (aside > 0 || (word.has(uri) && unwrapped.has(local))) return
    const given = Object.values(attributes).map((attribute) => ` ${attribute.name}="${quoted(attribute.value)}"`)
    pieces.push(`<${name}${given.join('')}>`)
  })
  parser.on('closetag', ({uri, local, name}) => {
    if (aside === 0 && !(word.has(uri) && unwrapped.has(local))) pieces.push(`</${name}>`)
    if (word.has(uri) && dropped.has(local)) aside -= 1
  })
  const words = (found: string): void => {
    if (aside === 0) pieces.push(escaped(found))
  }
  parser.on('text', words)
  parser.on('cdata', words)
  parser.write(text).close()
  return new TextEncoder().encode(pieces.join(''))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
}

function quoted(text: string): string {
  return escaped(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
}
