/** The example deals, opened as the verbs open them, up to the fair copy. */
import {engross} from '../../src/engross/index.js'
import type {Clause, FairCopy, Template} from '../../src/model/index.js'
import {readDealFolder} from '../../src/verbs/deal-folder.js'
import {home, openMatter, openWorkshop} from '../../src/verbs/index.js'

interface Opened {
  readonly copy: FairCopy
  readonly template: Template
  readonly clauses: readonly Clause[]
}

async function open(name: string): Promise<Opened> {
  const workshop = await openWorkshop()
  const matter = await openMatter(await readDealFolder(`${home}/examples/${name}`), workshop, {today: '2026-11-23'})
  const {assembled, template, locale} = matter
  if (!assembled?.agreement || !template || !locale) throw new Error(JSON.stringify(matter.diagnostics))
  const identity = {
    deal: 'deal-0',
    revision: 1,
    hash: 'sha256:0',
    time: '2026-11-23T00:00:00.000Z',
    engross: '0',
    template: template.id,
    clauses: [],
  }
  const {copy} = engross(assembled.agreement, {
    purpose: 'draft',
    locale: locale.content,
    identity,
    notices: {firstPage: '', footer: '', origin: ''},
  })
  if (!copy) throw new Error('an example has a broken reference')
  return {copy, template, clauses: assembled.selections.map(({clause}) => clause)}
}

const names = ['brightwater-hartmann', 'nuclea-tokai', 'brightwater-hartmann-nda', 'nuclea-tokai-nda']

export const examples: Readonly<Record<string, () => Promise<Opened>>> = Object.fromEntries(
  names.map((name) => [name, () => open(name)]),
)
