/**
 * Walking a history: every record as it was written, every file as recorded, none missing, none more, each record the one
 * that the next was built on. What that proves, and what it cannot, is said with the result.
 */
import {join} from 'node:path'
import type {Diagnostic, Hash} from '../model/index.js'
import {diskFault} from './fault.js'
import * as found from './findings.js'
import {type FolderStore, nameOf, tagRecordName, tagsFolder} from './folder-store.js'
import {recordName} from './paths.js'
import {fewestDigits, isWhole, type Met, meets, type Receipt} from './receipt.js'
import {readRevision, readTag} from './record.js'
import type {Revision, Tag} from './revision.js'
import {type Link, verifyChain, type Walked} from './verify-chain.js'

export interface Verification {
  readonly revisions: number
  /** The last revision, when its record is as it was written. */
  readonly head?: {readonly number: number; readonly hash: Hash}
  /** Which of the receipts the history meets, and by what. */
  readonly met: readonly Met[]
  /** The tags whose records are as they were written, in the order in which they were put. */
  readonly tags: readonly Tag[]
  /** Which revisions vary which executed one. */
  readonly variations: readonly {readonly number: number; readonly varies: number}[]
  /** Without an error among them, the history is whole. */
  readonly diagnostics: readonly Diagnostic[]
  /** What the result proves and what it does not, for the user: sentences, a line each. */
  readonly proves: string
}

/** Reads every stored byte. Diagnostics name files from the deal's folder. Throws a StoreFault where the disk itself fails. */
export async function verify(store: FolderStore, receipts: readonly Receipt[] = []): Promise<Verification> {
  const [{links, diagnostics}, tags] = await walk(store)
  const last = links.at(-1)
  const head = last?.record && last.hash ? {number: last.number, hash: last.hash} : undefined
  const met = receipts.flatMap((receipt) => metBy(links, receipt) ?? [])
  return {
    revisions: links.length,
    ...(head ? {head} : {}),
    met,
    tags: tags.links.flatMap(({record}) => record ?? []),
    variations: links.flatMap(({number, record}) =>
      record?.varies === undefined ? [] : {number, varies: record.varies},
    ),
    diagnostics: [
      ...diagnostics,
      ...tags.diagnostics,
      ...strayTags(tags.links, links),
      ...strayVariations(tags.links, links),
      ...receipts.filter((receipt) => !met.some((one) => one.receipt === receipt)).map(unmet),
    ],
    proves: proves(links.length, head, receipts, met),
  }
}

async function walk({disk, folder}: FolderStore): Promise<readonly [Walked<Revision>, Walked<Tag>]> {
  try {
    const revisions = await verifyChain<Revision>(disk, {
      folder,
      within: 'revisions',
      recordName,
      read: readRevision,
      previous: ({parent}) => parent,
      files: ({files}) => files,
      beside: [tagsFolder],
    })
    const tags = await verifyChain<Tag>(disk, {
      folder: join(folder, tagsFolder),
      within: `revisions/${tagsFolder}`,
      recordName: tagRecordName,
      read: readTag,
      previous: ({previous}) => previous,
      files: () => new Map(),
      beside: [],
    })
    return [revisions, tags]
  } catch (error) {
    throw diskFault(`The history in ${folder} could not be read`, error)
  }
}

// A tag holds its revision by hash, so it tells when another stands in its place, even the last one. A revision whose
// record is damaged has been named already.
function strayTags(tags: readonly Link<Tag>[], links: readonly Link<Revision>[]): readonly Diagnostic[] {
  return tags.flatMap(({number, record}) => {
    if (!record) return []
    const tagged = links.find((link) => link.number === record.revision)
    if (tagged && (!tagged.record || tagged.hash === record.hash)) return []
    return [found.wrongTag(`revisions/${tagsFolder}/${nameOf(number)}/${tagRecordName}`, String(record.revision))]
  })
}

// Someone who would change what was signed has to take away the tag that says so; the revisions after it still tell.
function strayVariations(tags: readonly Link<Tag>[], links: readonly Link<Revision>[]): readonly Diagnostic[] {
  // A tag that is damaged has been named already, and may be the one.
  if (tags.some(({record}) => !record)) return []
  const executed = new Set(tags.flatMap(({record}) => (record?.tag === 'executed' ? [record.revision] : [])))
  return links.flatMap(({number, record}) => {
    if (record?.varies === undefined || executed.has(record.varies)) return []
    return [found.wrongVariation(`revisions/${nameOf(number)}/${recordName}`, String(record.varies))]
  })
}

function metBy(links: readonly Link<Revision>[], receipt: Receipt): Met | undefined {
  for (const {record, hash} of links) {
    const met = record && hash && meets(receipt, record, hash)
    if (met) return met
  }
  return undefined
}

function unmet({number, hash}: Receipt): Diagnostic {
  if (number === undefined) return found.receiptUnknown('revisions', hash)
  return found.receiptUnmet(`revisions/${nameOf(number)}`, hash)
}

function proves(
  count: number,
  head: {readonly number: number; readonly hash: Hash} | undefined,
  receipts: readonly Receipt[],
  met: readonly Met[],
): string {
  if (count === 0 && receipts.length === 0) return 'There is no revision yet, so there is nothing to prove.'
  const whole = head ? `up to revision ${head.number} (${head.hash})` : 'as far as its records can be read'
  return [
    `The history ${whole} was compared with its own records: any file altered, missing or added since is named.`,
    'That cannot show that nobody wrote the whole history anew, or took away its last revisions or tags: someone who can write here can do both.',
    'Only a hash kept elsewhere shows it, such as the one in a document that was sent (`--head`).',
    ...(receipts.length === 0 ? ['This history was compared with none.'] : met.map(shown)),
    ...(met.some(({receipt}) => !isWhole(receipt))
      ? [
          `A hash of which only a part was kept (${fewestDigits} digits or more) shows accidents; a forger with time can meet it.`,
        ]
      : []),
    'Times and authors are as they were given: the chain fixes their order, not their truth.',
  ].join('\n')
}

function shown({number, file}: Met): string {
  if (file === undefined)
    return `Revision ${number} has the hash that was kept: it and everything before it is what it was then; what came after, or was taken away after, this hash cannot show.`
  return `${file} of revision ${number} has the hash that was kept: its words are what they were then; the other files and revisions this hash cannot show.`
}
