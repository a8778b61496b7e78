/**
 * The work: the example agreement, the NDA, and an agreement scaled to 15,000 words by giving the library numbered copies
 * of every clause. Each comes with a `vary(round)` that changes one value, as a person does between two drafts.
 */
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {createAssembler} from '../dist/assemble/index.js'
import {parametersOf, readDeal} from '../dist/deal/index.js'
import {engross} from '../dist/engross/index.js'
import {openLibrary} from '../dist/library/index.js'
import {home} from '../dist/verbs/home.js'

const schema = (name) => JSON.parse(readFileSync(join(home, 'schemas', `${name}.schema.json`), 'utf8'))
const schemas = {deal: schema('deal'), file: schema('deal-file'), private: schema('private')}
const parameters = parametersOf(schemas.deal)

function filesUnder(folder) {
  return readdirSync(join(home, folder)).flatMap((name) => {
    const path = `${folder}/${name}`
    return statSync(join(home, path)).isDirectory() ? filesUnder(path) : [path]
  })
}

const shipped = Object.fromEntries(
  ['clause-library', 'templates', 'schemas']
    .flatMap(filesUnder)
    .map((path) => [path, readFileSync(join(home, path), 'utf8')]),
)

// A copy of a clause under its own id and position; its definitions become plain words, since a term is defined once.
function copyOfClause(path, text, nth) {
  const renamed = text
    .replace(/^id: (.+)$/m, `id: $1.c${nth}`)
    .replace(/^position: (.+)$/m, `position: $1.c${nth}`)
    .replace(/^(glossary|survives|requires|conflicts|fallbacks|terms):.*\n(?: .*\n)*/gm, '')
    .replace(/\*\*"([^"*]+)"\*\*/g, 'these $1')
    .replace(/\]\(#survivors\)/g, '](#general.notices)')
  return [path.replace(/\/([^/]+)\/([^/]+\.md)$/, `/$1.c${nth}/$2`), renamed]
}

function scaledFiles(copies) {
  const clauses = Object.entries(shipped).filter(([path]) => path.endsWith('.md') && path.startsWith('clause-library/'))
  const more = Array.from({length: copies}, (_, nth) =>
    clauses.map(([path, text]) => copyOfClause(path, text, nth + 1)),
  ).flat()
  const template = shipped['templates/collaboration-agreement-short/1.0.0.yaml']
  const groups = /( {2}- kind: group[\s\S]*?)(?= {2}- \{?kind: schedule)/.exec(template)?.[1]
  if (!groups) throw new Error('scaledFiles: the template has no groups before its schedules')
  const ids = /(?<=[\s[,])(?<!when: |\(eq |\(not |\(and |\(or )([a-z][a-z-]*\.[a-z][a-z.-]*)(?=[\s,\]}])/g
  const copy = (nth) => groups.replace(ids, `$1.c${nth}`).replace(/(heading: )([A-Z][^\n,}]+)/g, `$1$2 ${nth}`)
  const scaled = template.replace(groups, groups + Array.from({length: copies}, (_, nth) => copy(nth + 1)).join(''))
  return {...shipped, ...Object.fromEntries(more), 'templates/collaboration-agreement-short/1.0.0.yaml': scaled}
}

// The library on disk, in a folder of its own while it is read.
async function libraryFrom(files) {
  const folder = mkdtempSync(join(tmpdir(), 'engross-bench-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
  const library = await openLibrary({roots: [folder], parameters})
  for (const position of library.positions) library.answersTo(position)
  return {library, folder}
}

/** A deal ready to draft: `copy(round)` assembles and engrosses it with one value changed by the round. */
export async function work(example, copies = 0) {
  const {library, folder} = await libraryFrom(copies > 0 ? scaledFiles(copies) : shipped)
  const read = readDeal({deal: readFileSync(join(home, 'examples', example, 'deal.yaml'), 'utf8')}, schemas)
  const locale = library.locale('en-GB').content
  const assembler = createAssembler({parameters, locale})
  const template = library.template(read.deal.document)
  const known = new Map(library.positions.map((position) => [position, library.answersTo(position)]))
  rmSync(folder, {recursive: true})
  const candidates = {answersTo: (position) => known.get(position) ?? [], negotiated: []}
  const identity = {
    deal: 'deal-0123456789abcdef',
    revision: 1,
    hash: `sha256:${'0'.repeat(64)}`,
    time: '2026-11-23T10:00:00.000Z',
    engross: '0.0.0',
    template: `${template.id}@${template.version}`,
    clauses: [],
  }
  const notices = {
    firstPage: 'Assembled from a clause library.',
    footer: 'Draft, not reviewed by counsel',
    origin: 'Revision 1',
  }
  const copy = (round) => {
    const deal = vary(read.deal, round)
    const {agreement, diagnostics} = assembler.assemble(deal, template, candidates)
    if (!agreement) throw new Error(JSON.stringify([diagnostics[0], ...library.diagnostics]))
    const engrossed = engross(agreement, {purpose: 'draft', locale, identity, notices})
    if (!engrossed.copy) throw new Error(JSON.stringify(engrossed.diagnostics[0]))
    return engrossed.copy
  }
  return {copy}
}

function vary(deal, round) {
  const nda = {...deal.parameters.nda, termMonths: 24 + (Math.round(Math.abs(round) * 2) % 90)}
  return {...deal, parameters: {...deal.parameters, nda}}
}
