/**
 * The custom part by which a file says what it is: which deal, revision and clauses made it, which bookmark is which
 * provision, and the digest of every other part. The digests are taken before deflating, since zlib builds differ.
 */
import {createHash} from 'node:crypto'
import type {Identity, Pointer, ProvisionId} from '../../model/index.js'
import {controlTag} from './names.js'
import type {FinishedPart} from './segment.js'
import type {Sheet} from './sheet.js'
import {declaration, xmlText} from './xml.js'

export const manifestPart = 'customXml/item1.xml'
export const manifestNamespace = 'urn:engross:manifest:1'
/** What the seal is taken over has this in the seal's place. */
export const unsealed = '0'.repeat(64)

/** Bookmarks of all provisions, and the controls whose tag is not the pointer itself because that is too long. */
export function listing(
  ids: readonly ProvisionId[],
  pointers: readonly Pointer[],
  {nameOf}: Pick<Sheet, 'nameOf'>,
): string {
  const provisions = ids.map((id) => `<provision bookmark="${nameOf(id)}" id="${xmlText(id)}"/>`)
  const long = [...new Set(pointers.filter((pointer) => controlTag(pointer) !== pointer))]
  const controls = long.map((pointer) => `<control tag="${controlTag(pointer)}" pointer="${xmlText(pointer)}"/>`)
  return `${provisions.join('')}${controls.join('')}</manifest>`
}

/** The part up to `listing`, sealed: its digest over the whole part stands in it, so that a change anywhere shows. */
export function sealedHead(identity: Identity, parts: readonly FinishedPart[], listed: string): string {
  const [before, after] = head(identity, parts)
  const seal = createHash('sha256')
    .update(before + unsealed + after)
    .update(listed)
    .digest('hex')
  return before + seal + after
}

function head(identity: Identity, parts: readonly FinishedPart[]): readonly [string, string] {
  const {deal, revision, hash, time, engross, template, clauses} = identity
  const about = Object.entries({deal, revision: String(revision), hash, time, engross, template}).map(
    ([name, text]) => ` ${name}="${xmlText(text)}"`,
  )
  const digests = parts.map(({name, sha256}) => `<part name="${xmlText(name)}" sha256="${sha256}"/>`)
  const versions = clauses.map(
    ({clause, version, hash}) =>
      `<clause id="${xmlText(clause)}" version="${xmlText(version)}" hash="${xmlText(hash)}"/>`,
  )
  return [
    `${declaration}<manifest xmlns="${manifestNamespace}" seal="`,
    `"><identity${about.join('')}/>${digests.join('')}${versions.join('')}`,
  ]
}
