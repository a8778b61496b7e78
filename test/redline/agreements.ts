/** Real agreements for redlines, and how they are engrossed, without files. */
import {engross} from '../../src/engross/index.js'
import type {Agreement, Diagnostic, FairCopy, Identity, Notices} from '../../src/model/index.js'
import {readDealFolder} from '../../src/verbs/deal-folder.js'
import {openMatter} from '../../src/verbs/matter.js'
import {openWorkshop} from '../../src/verbs/workshop.js'
import {copyOf, type Example} from '../whole/drafts.js'

const workshop = await openWorkshop()

/** The agreement that an example deal makes. */
export async function agreementOf(example: Example): Promise<Agreement> {
  const matter = await openMatter(await readDealFolder(copyOf(example)), workshop, {today: '2026-11-23'})
  if (!matter.assembled?.agreement) throw new Error(`agreementOf: ${example} has errors`)
  return matter.assembled.agreement
}

const notices: Notices = {
  firstPage: 'Assembled from a clause library. Not legal advice.',
  footer: 'Draft. Not reviewed by counsel.',
  origin: 'Library 1, revision',
}

function identityOf(revision: number): Identity {
  return {
    deal: 'deal-0123456789abcdef',
    revision,
    hash: `sha256:${'0'.repeat(64)}`,
    time: '2026-11-23T10:00:00.000Z',
    engross: '0.0.0',
    template: 'test@1.0.0',
    clauses: [],
  }
}

/** A clean copy; or what stands against it. */
export function engrossed(
  agreement: Agreement,
  revision: number,
  words: Partial<Notices> = {},
): {readonly copy?: FairCopy; readonly diagnostics: readonly Diagnostic[]} {
  return engross(agreement, {
    purpose: 'draft',
    locale: workshop.locale(agreement.language).content,
    identity: identityOf(revision),
    notices: {...notices, ...words},
  })
}

/** A clean copy of an agreement that is known to be whole. */
export function cleanCopy(agreement: Agreement, revision: number, words: Partial<Notices> = {}): FairCopy {
  const {copy, diagnostics} = engrossed(agreement, revision, words)
  if (!copy) throw new Error(`cleanCopy: ${diagnostics.map(({message}) => message).join(' ')}`)
  return copy
}
