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
import {readRevision, readTag} from './record.js'
import type {Revision, Tag} from './revision.js'
import {type Link, verifyChain, type Walked} from './verify-chain.js'

/** A hash that was kept outside the history: printed in a document that was sent, or noted elsewhere. */
export interface Receipt {
  readonly number: number
  readonly hash: Hash
}

export interface Verification {
  readonly revisions: number
  /** The last revision, when its record is as it was written. */
  readonly head?: Receipt
  /** Without an error among them, the history is whole. */
  readonly diagnostics: readonly Diagnostic[]
  /** What the result proves and what it does not, for the user. */
  readonly proves: string
}

/** Reads every stored byte. Diagnostics name files from the deal's folder. Throws a StoreFault where the disk itself fails. */
export async function verify(store: FolderStore, receipts: readonly Receipt[] = []): Promise<Verification> {
  const [{links, diagnostics}, tags] = await walk(store)
  const last = links.at(-1)
  const head = last?.record && last.hash ? {number: last.number, hash: last.hash} : undefined
  return {
    revisions: links.length,
    ...(head ? {head} : {}),
    diagnostics: [...diagnostics, ...tags.diagnostics, ...strayTags(tags.links, links), ...unmet(receipts, links)],
    proves: proves(links.length, head, receipts.length),
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

function unmet(receipts: readonly Receipt[], links: readonly Link<Revision>[]): readonly Diagnostic[] {
  return receipts.flatMap(({number, hash}) => {
    if (links.some((link) => link.number === number && link.hash === hash)) return []
    return [found.receiptUnmet(`revisions/${nameOf(number)}/${recordName}`, hash)]
  })
}

function proves(count: number, head: Receipt | undefined, receipts: number): string {
  if (count === 0) return 'There is no revision yet, so there is nothing to prove.'
  const whole = head ? `up to revision ${head.number} (${head.hash})` : 'as far as its records can be read'
  const outside =
    receipts > 0
      ? 'This history was compared with the hashes kept outside that were given.'
      : 'This history was compared with none.'
  return [
    `The history ${whole} was compared with its own records: any file altered, missing or added since is named.`,
    'That cannot show that nobody wrote the whole history anew, or took away its last revisions: someone who can write here can do both.',
    `Only a hash kept elsewhere shows it, such as the one in a document that was sent. ${outside}`,
    'Times and authors are as they were given: the chain fixes their order, not their truth.',
  ].join(' ')
}
