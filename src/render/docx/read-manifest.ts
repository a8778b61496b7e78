/**
 * Reading back what a file says of itself. The file may come from anyone, so sizes are capped before anything is
 * inflated, a DTD is refused, and no part but ours is read as more than bytes.
 */
import {createHash} from 'node:crypto'
import {unzipSync} from 'fflate'
import {SaxesParser} from 'saxes'
import type {ClauseRef, Hash, Identity, Pointer, ProvisionId, Side} from '../../model/index.js'
import {manifestNamespace, manifestPart, unsealed} from './manifest.js'

export interface Manifest {
  readonly identity: Identity
  /** In a redline: what was compared. The identity is that of the new side. */
  readonly redline?: {readonly from: Side; readonly to: Side}
  /** SHA-256 of each part as it was written, in hexadecimal, by name. */
  readonly parts: ReadonlyMap<string, string>
  readonly bookmarks: ReadonlyMap<string, ProvisionId>
  /** Controls whose tag stands for a longer pointer; every other tag that begins with `/` is its own pointer. */
  readonly controls: ReadonlyMap<string, Pointer>
}

const most = {entries: 2000, bytes: 200 * 2 ** 20, manifest: 16 * 2 ** 20} as const

/**
 * What made the file, or `undefined` when it carries no manifest of ours or is no zip. Word renames custom parts when
 * it saves, so every one is looked at.
 */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  const parts = unpack(bytes, (name) => /^customXml\/item\d+\.xml$/.test(name), most.manifest)
  for (const part of parts?.values() ?? []) {
    const manifest = parse(part)
    if (manifest) return manifest
  }
  return undefined
}

/** True when every part is, byte for byte before deflating, what Engross wrote, and none was added or left out. */
export function isAsWritten(bytes: Uint8Array): boolean {
  const parts = unpack(bytes, () => true, most.bytes)
  const own = parts?.get(manifestPart)
  const manifest = own && parse(own)
  if (!parts || !own || !manifest || !isSealed(own)) return false
  return (
    parts.size === manifest.parts.size + 1 &&
    [...manifest.parts].every(([name, sha256]) => digest(parts.get(name)) === sha256)
  )
}

function isSealed(part: Uint8Array): boolean {
  const text = Buffer.from(part).toString()
  const seal = /^[^>]*>\s*<manifest [^>]*seal="([0-9a-f]{64})"/.exec(text)?.[1]
  return seal !== undefined && digest(Buffer.from(text.replace(seal, unsealed))) === seal
}

function digest(part: Uint8Array | undefined): string | undefined {
  return part && createHash('sha256').update(part).digest('hex')
}

// fflate takes the sizes that the directory declares, and cuts a part that is longer: a lie changes the digest.
function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limit: number,
): ReadonlyMap<string, Uint8Array> | undefined {
  const seen = new Set<string>()
  let total = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({name, originalSize}) => {
        if (seen.has(name) || seen.size >= most.entries)
          throw new Error(`"${name}" is there twice, or there are too many parts`)
        seen.add(name)
        if (!wanted(name)) return false
        total += originalSize
        if (total > limit) throw new Error('too large')
        return true
      },
    })
    return new Map(Object.entries(files))
  } catch {
    return undefined
  }
}

type Attributes = Readonly<Record<string, string>>

function parse(part: Uint8Array): Manifest | undefined {
  const found: {name: string; attributes: Attributes}[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('a DTD')
  })
  parser.on('opentag', ({name, attributes}) => {
    if (found.length === 0 && (name !== 'manifest' || attributes.xmlns !== manifestNamespace))
      throw new Error('another part')
    found.push({name, attributes})
  })
  try {
    parser.write(Buffer.from(part).toString()).close()
    return manifestOf(found)
  } catch {
    return undefined
  }
}

function manifestOf(found: readonly {readonly name: string; readonly attributes: Attributes}[]): Manifest | undefined {
  const all = (wanted: string): readonly Attributes[] =>
    found.filter(({name}) => name === wanted).map(({attributes}) => attributes)
  const [about] = all('identity')
  if (!about) return undefined
  const pairs = (name: string, key: string, value: string): ReadonlyMap<string, string> =>
    new Map(all(name).map((attributes) => [attributes[key] ?? '', attributes[value] ?? '']))
  const [from, to] = [all('from')[0], all('to')[0]]
  return {
    ...(from && to ? {redline: {from: sideOf(from), to: sideOf(to)}} : {}),
    identity: {...identityOf(about), clauses: all('clause').map(clauseOf)},
    parts: pairs('part', 'name', 'sha256'),
    bookmarks: pairs('provision', 'bookmark', 'id'),
    controls: pairs('control', 'tag', 'pointer'),
  }
}

function identityOf({
  deal = '',
  revision = '',
  hash = '',
  time = '',
  engross = '',
  template = '',
}: Attributes): Omit<Identity, 'clauses'> {
  return {deal, revision: Number(revision), hash: hashOf(hash), time, engross, template}
}

function sideOf({label = '', revision, hash}: Attributes): Side {
  return {
    label,
    ...(revision === undefined ? {} : {revision: Number(revision)}),
    ...(hash === undefined ? {} : {hash: hashOf(hash)}),
  }
}

function clauseOf({id = '', version = '', hash = ''}: Attributes): ClauseRef {
  return {clause: id, version, hash: hashOf(hash)}
}

function hashOf(text: string): Hash {
  if (!/^sha256:[0-9a-f]{64}$/.test(text)) throw new Error(`"${text}" is no hash`)
  return text
}
