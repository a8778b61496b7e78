/**
 * The custom part by which a file says what it is: which deal, revision and clauses made it, which bookmark is which
 * provision, and the digest of every other part. The digests are taken before deflating, since zlib builds differ.
 */
import {createHash} from 'node:crypto'
import type {Identity, Pointer, ProvisionId, Redline, Side} from '../../model/index.js'
import {controlTag, withoutFormer} from './names.js'
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
  const provisions = ids.map((key) => {
    const id = withoutFormer(key)
    return `<provision bookmark="${nameOf(key)}" id="${xmlText(id)}"${id === key ? '' : ' side="old"'}/>`
  })
  const long = [...new Set(pointers.filter((pointer) => controlTag(pointer) !== pointer))]
  const controls = long.map((pointer) => `<control tag="${controlTag(pointer)}" pointer="${xmlText(pointer)}"/>`)
  return `${provisions.join('')}${controls.join('')}</manifest>`
}

/** The part up to `listing`, sealed: its digest over the whole part stands in it, so that a change anywhere shows. */
export function sealedHead(
  identity: Identity,
  parts: readonly FinishedPart[],
  listed: string,
  redline?: Pick<Redline, 'from' | 'to'>,
): string {
  const [before, after] = head(identity, parts, redline)
  const seal = createHash('sha256')
    .update(before + unsealed + after)
    .update(listed)
    .digest('hex')
  return before + seal + after
}

function head(
  identity: Identity,
  parts: readonly FinishedPart[],
  redline: Pick<Redline, 'from' | 'to'> | undefined,
): readonly [string, string] {
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
    `"><identity${about.join('')}/>${redline ? sides(redline) : ''}${digests.join('')}${versions.join('')}`,
  ]
}

// A redline says between what it stands; the identity is that of the new side.
function sides({from, to}: Pick<Redline, 'from' | 'to'>): string {
  return `<redline>${side('from', from)}${side('to', to)}</redline>`
}

function side(name: 'from' | 'to', {label, revision, hash}: Side): string {
  const number = revision === undefined ? '' : ` revision="${revision}"`
  return `<${name} label="${xmlText(label)}"${number}${hash === undefined ? '' : ` hash="${xmlText(hash)}"`}/>`
}
