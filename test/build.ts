/** Clauses, templates and deals small enough to be read in one look, and what is assembled from them. */
import {type Assembled, type Assembler, type Candidates, createAssembler} from '../src/assemble/index.js'
import {compileClause, parseExpression} from '../src/markup/index.js'
import type {
  Agreement,
  Clause,
  Deal,
  Inline,
  JsonObject,
  Provision,
  Template,
  TemplatePart,
  TemplatePosition,
} from '../src/model/index.js'
import {inlinesOf, provisionsOf} from '../src/model/index.js'
import {locale, parameters} from './deal/load.js'

const hash = `sha256:${'0'.repeat(64)}`

/** A clause from its text; `front` is further front matter, a line each. The position is its id unless told otherwise. */
export function clauseOf(id: string, text: string, ...front: readonly string[]): Clause {
  const position = front.some((line) => line.startsWith('position:')) ? [] : [`position: ${id}`]
  const title = front.some((line) => line.startsWith('title:')) ? [] : [`title: Title of ${id}`]
  const lines = [
    `id: ${id}`,
    ...position,
    ...title,
    'stance: balanced',
    'summary: S.',
    'why: W.',
    'expect: E.',
    ...front,
  ]
  const {clause, diagnostics} = compileClause(`---\n${lines.join('\n')}\n---\n${text}\n`, `${id}.md`, parameters)
  if (!clause) throw new Error(diagnostics.map(({message}) => message).join('\n'))
  return {...clause, version: '1.0.0', hash}
}

/** The same clause as text that was negotiated. */
export function negotiated(clause: Clause): Clause {
  return {...clause, version: 'negotiated', negotiated: {file: clause.file}}
}

export function dealOf(values: JsonObject = {}, more: Partial<Deal> = {}): Deal {
  return {document: 'test', parameters: values, assumed: [], choices: {}, open: {}, ...more}
}

/** An expression of the clause language. */
export function when(text: string): NonNullable<TemplatePosition['when']> {
  const {expression, diagnostics} = parseExpression(text, 'test', parameters)
  if (!expression) throw new Error(diagnostics.map(({message}) => message).join('\n'))
  return expression
}

export const group = (...positions: readonly (string | TemplatePosition)[]): TemplatePart => ({
  kind: 'group',
  positions: positions.map((position) => (typeof position === 'string' ? {position} : position)),
})

export function templateOf(parts: readonly TemplatePart[], numbering: Template['numbering'] = 'legal'): Template {
  return {
    id: 'test',
    version: '1.0.0',
    hash,
    file: 'test.yaml',
    title: 'Test Agreement',
    purpose: 'Tests.',
    stage: 'agree',
    schema: 'deal',
    numbering,
    parts,
    questions: [],
    maxWords: 1000,
  }
}

export function candidatesOf(clauses: readonly Clause[]): Candidates {
  return {
    negotiated: clauses.filter((clause) => clause.negotiated),
    answersTo: (position) => clauses.filter((clause) => !clause.negotiated && clause.position === position),
  }
}

export interface Workbench {
  readonly assembler: Assembler
  readonly assemble: (deal: Deal) => Assembled
}

/** An assembler over some clauses, standing in one group unless parts are given; it remembers from deal to deal. */
export function workbench(clauses: readonly Clause[], parts?: readonly TemplatePart[]): Workbench {
  const positions = [...new Set(clauses.map(({position}) => position))]
  const template = templateOf(parts ?? [group(...positions)])
  const candidates = candidatesOf(clauses)
  const assembler = createAssembler({parameters, locale})
  return {assembler, assemble: (deal) => assembler.assemble(deal, template, candidates)}
}

/** The agreement of a deal, or the reasons why there is none. */
export function agreementOf({agreement, diagnostics}: Assembled): Agreement {
  if (!agreement) throw new Error(diagnostics.map(({code, message}) => `${code} ${message}`).join('\n'))
  return agreement
}

export function provisionAt(agreement: Agreement, id: string): Provision {
  const found = [...provisionsOf(agreement)].find((provision) => provision.id === id)
  if (!found) throw new Error(`no provision ${id} among ${idsOf(agreement).join(', ')}`)
  return found
}

export const idsOf = (agreement: Agreement): readonly string[] => [...provisionsOf(agreement)].map(({id}) => id)

/** The words of one provision, nodes marked: `<Term>` used, `{value}`, `[question]`, `→target`, `“Term”` defined. */
export function wordsOf(agreement: Agreement, id: string): string {
  const {heading: _, ...provision} = provisionAt(agreement, id)
  return [...inlinesOf(provision)].map(shown).join('')
}

function shown(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'use':
      return `<${inline.text}${inline.text === inline.term ? '' : `=${inline.term}`}>`
    case 'definition':
      return `“${inline.text}”`
    case 'value':
      return `{${inline.words}}`
    case 'blank':
      return `[${inline.question}]`
    case 'reference':
      return `→${inline.target}`
    case 'emphasis':
      return ''
  }
}
