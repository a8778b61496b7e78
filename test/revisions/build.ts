/** A deal's folder that is thrown away, and revisions to put into it. */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import type {Appended, Files, FolderStore, Note} from '../../src/revisions/index.js'

export const note: Note = {
  time: '2026-11-23T10:00:00Z',
  author: 'legal@brightwater.example',
  message: 'Period shortened',
  origin: 'drafted',
  engross: '0.1.0',
}

export const minute = 60_000

export async function dealFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'engross-revisions-'))
  onTestFinished(() => rm(folder, {recursive: true, force: true}))
  return folder
}

export function files(words: Readonly<Record<string, string>>): Files {
  return new Map(Object.entries(words).map(([path, text]) => [path, new TextEncoder().encode(text)]))
}

export const draft = (words: string): Files =>
  files({
    'deal.yaml': `document: nda\nwords: ${words}\n`,
    'agreement.json': `{"words": "${words}"}\n`,
    'clauses/ip.background.md': '---\n---\n',
  })

/** Appends after the head, which nobody else moves. */
export async function appended(store: FolderStore, of: Files, changes: Partial<Note> = {}): Promise<Appended> {
  const outcome = await store.append((await store.head())?.hash, of, {...note, ...changes})
  if (outcome.type === 'conflict') throw new Error('someone else moved the head')
  return outcome
}
