/** A firm's own library for tests, laid over ours: newer versions of our clauses stand there and nowhere else. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {ChangeKind} from '../../src/model/index.js'
import {openWorkshop, publishClause} from '../../src/verbs/index.js'
import {scratch} from '../whole/drafts.js'

export interface Edit {
  readonly kind: ChangeKind
  readonly note: string
  /** Words of the clause's file → other words. All of the words must stand there. */
  readonly words: readonly (readonly [string, string])[]
}

/** An empty folder that a firm keeps its clauses in. */
export function newFirm(): string {
  const firm = scratch('firm')
  mkdirSync(join(firm, 'clause-library'))
  return firm
}

/** Publishes the text of a clause in a firm's library and returns its version. Throws what stands against it. */
export async function publishText(firm: string, text: string, change?: Pick<Edit, 'kind' | 'note'>): Promise<string> {
  const file = join(scratch('draft'), 'clause.md')
  writeFileSync(file, text)
  const {version, diagnostics} = await publishClause(file, {kind: change?.kind, note: change?.note, libraries: [firm]})
  if (version === undefined) throw new Error(diagnostics.map(({message, hint}) => `${message} ${hint}`).join('\n'))
  return version
}

/** Publishes newer versions of a clause of ours in a firm's library, one an edit. */
export async function publishNewer(firm: string, clause: string, edits: readonly Edit[]): Promise<void> {
  const {library} = await openWorkshop({libraries: [firm]})
  let text = library.source(clause, library.newest(clause)!.version)!
  for (const {words, ...change} of edits) {
    for (const [old, now] of words) {
      if (!text.includes(old)) throw new Error(`${clause} does not say "${old}"`)
      text = text.replace(old, now)
    }
    await publishText(firm, text, change)
  }
}
