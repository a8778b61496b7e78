/** A program that writes to a history and dies while it does (see doom.ts). What is acknowledged to it, it prints. */
import fs from 'node:fs'
import {join} from 'node:path'
import type {FolderStore} from '../../src/revisions/index.js'
import {arm} from './doom.js'

export interface Doom {
  readonly deal: string
  readonly act: 'append' | 'tag' | 'appendForever' | 'naive' | 'naiveForever'
  /** Which call is the last, from 1; none when undefined. */
  readonly fatal?: number
  /** Bytes of each file. */
  readonly size: number
}

const doom = JSON.parse(process.argv[2]!) as Doom
const {folderStore, hashOf} = await import('../../src/revisions/index.js')
const {writeRevision} = await import('../../src/revisions/record.js')
const words = (number: number): Map<string, Uint8Array> => {
  const bytes = Buffer.alloc(doom.size, `revision ${number}\n`)
  return new Map(['agreement.json', 'deal.yaml', 'clauses/ip.background.md'].map((path) => [path, bytes]))
}
const note = {
  time: '2026-11-23T10:00:00Z',
  author: 'doomed',
  message: '',
  origin: 'drafted',
  engross: '0.1.0',
} as const

const acknowledge = (what: string): void => void fs.writeSync(1, `${what}\n`)

async function append(store: FolderStore): Promise<number> {
  const head = await store.head()
  const outcome = await store.append(head?.hash, words((head?.revision.number ?? 0) + 1), note)
  if (outcome.type === 'conflict') throw new Error('nobody else writes here')
  acknowledge(outcome.hash)
  return outcome.revision.number
}

// What a store without care would do: the folder in its place, and file after file into it.
async function naive(number: number): Promise<void> {
  const head = await folderStore(doom.deal).head()
  const folder = join(doom.deal, 'revisions', String(number).padStart(4, '0'))
  await fs.promises.mkdir(join(folder, 'clauses'), {recursive: true})
  const files = words(number)
  const hashes = new Map([...files].map(([path, bytes]) => [path, hashOf(bytes)]))
  const record = writeRevision({format: 1, number, parent: head?.hash ?? null, ...note, files: hashes})
  for (const [path, bytes] of [...files, ['revision.json', record] as const])
    await fs.promises.writeFile(join(folder, path), bytes)
  acknowledge(hashOf(record))
}

const store = folderStore(doom.deal)
arm(doom.fatal)
if (doom.act === 'append') await append(store)
if (doom.act === 'tag')
  await store
    .tag({revision: 1, tag: 'sent', time: note.time, author: note.author, note: ''})
    .then(() => acknowledge('tag'))
if (doom.act === 'appendForever') for (;;) await append(store)
if (doom.act === 'naive') await naive(2)
if (doom.act === 'naiveForever') for (let number = 2; ; number++) await naive(number)
