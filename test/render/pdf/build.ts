/** Builders for the fair copies that these tests print: an agreement between a British, a German and, at will, other firms. */
import {readFileSync} from 'node:fs'
import {engross} from '../../../src/engross/index.js'
import type {
  Agreement,
  Block,
  ExecutionBlock,
  FairCopy,
  Inline,
  Locale,
  Part,
  Provision,
} from '../../../src/model/index.js'

const locale = JSON.parse(
  readFileSync(new URL('../../../clause-library/data/locale/en-GB.json', import.meta.url), 'utf8'),
) as Locale
const source = {type: 'template', template: 'test', version: '1.0.0'} as const

type Words = string | Inline | readonly (string | Inline)[]

export function inlines(words: Words): readonly Inline[] {
  const list = Array.isArray(words) ? (words as readonly (string | Inline)[]) : [words as string | Inline]
  return list.map((word) => (typeof word === 'string' ? {type: 'text', text: word} : word))
}
export const value = (words: string, pointer = '/project/title'): Inline => ({type: 'value', pointer, words})
export const define = (text: string): Inline => ({type: 'definition', term: text, text})
export const use = (text: string): Inline => ({type: 'use', term: text, text})
export const refer = (target: string): Inline => ({type: 'reference', target})
export const blank = (pointer: string): Inline => ({type: 'blank', pointer, question: 'What is it?'})
export const stress = (text: string): Inline => ({type: 'emphasis', content: inlines(text)})
export const para = (words: Words): Block => ({type: 'paragraph', content: inlines(words)})

export function table(headings: readonly Words[], ...rows: readonly (readonly Words[])[]): Block {
  const columns = headings.map(
    (heading) => ({align: 'start', heading: heading === '' ? [] : inlines(heading)}) as const,
  )
  return {type: 'table', columns, rows: rows.map((cells, index) => ({id: `r${index}`, cells: cells.map(inlines)}))}
}

/** An item: its words, then what stands below it. */
export function item(id: string, words: Words | undefined, ...provisions: readonly Provision[]): Provision {
  return {id, source, body: words === undefined ? [] : [para(words)], provisions}
}
export function clause(id: string, heading: string, ...provisions: readonly Provision[]): Provision {
  return {id, source, heading: inlines(heading), body: [], provisions}
}
export const group = (id: string, heading: string | undefined, ...provisions: readonly Provision[]): Part =>
  heading === undefined ? {kind: 'group', id, provisions} : {kind: 'group', id, heading: inlines(heading), provisions}
export const schedule = (id: string, heading: string, ...provisions: readonly Provision[]): Part => ({
  kind: 'schedule',
  id,
  heading: inlines(heading),
  provisions,
})

export interface Firm {
  readonly name: string
  readonly native?: string
  readonly signatories: readonly (string | undefined)[]
}

export const british: Firm = {name: 'Brightwater Sensing Ltd', signatories: ['Anna Whitcombe']}
export const german: Firm = {
  name: 'Hartmann & Söhne Messtechnik GmbH & Co. KG',
  signatories: ['Jürgen Groß', undefined],
}
export const japanese: Firm = {
  name: 'Tokai Soyaku K.K.',
  native: '東海創薬株式会社',
  signatories: ['Haruto Sakai (酒井 陽翔)'],
}

export const blockOf = ({name, native, signatories}: Firm, index: number): ExecutionBlock => ({
  id: `execution/${index}`,
  party: [value(name, `/parties/${index}/legalName/latin`)],
  ...(native === undefined ? {} : {native: [value(native, `/parties/${index}/legalName/native`)]}),
  signatories: signatories.map((signatory, row) => ({
    id: `s${row}`,
    name: signatory === undefined ? [blank(`/parties/${index}/signatories/${row}/name`)] : [value(signatory)],
    title: inlines('Managing director'),
    authority: inlines(row === 0 ? 'Director' : 'Power of attorney of 3 May 2026'),
  })),
})

export const execution = (...firms: readonly Firm[]): Part => ({
  kind: 'execution',
  id: 'execution',
  provisions: [
    item(
      'execution.testimonium',
      'The parties have signed this agreement on the dates written beside their signatures.',
    ),
  ],
  blocks: firms.map(blockOf),
})

export function agreement(parts: readonly Part[], title = 'Collaboration Agreement'): Agreement {
  return {format: 1, template: {id: 'test', version: '1.0.0'}, title, language: 'en-GB', numbering: 'legal', parts}
}

/** The fair copy, by `engross` itself; a test whose agreement it refuses has a fault of its own. */
export function copyOf(whole: Agreement, revision = 3): FairCopy {
  const hash = `sha256:${'4f'.repeat(32)}`
  const {copy, diagnostics} = engross(whole, {
    purpose: 'draft',
    locale,
    identity: {
      deal: 'd-7f3a91',
      revision,
      hash,
      time: '2026-11-23T10:00:00Z',
      engross: '0.1.0',
      template: 'test@1.0.0',
      clauses: [{clause: 'ip.background.listed', version: '1.2.0', hash}],
    },
    notices: {
      firstPage:
        'This document was assembled from a clause library. It is not legal advice and no lawyer–client relationship is created. Ask a qualified lawyer in each country involved before you sign.',
      footer: 'Draft. Not reviewed by counsel.',
      origin: `Clause library 2026.11 · parameters 4f4f4f4f · revision ${revision}`,
    },
  })
  if (!copy) throw new Error(diagnostics.map(({message}) => message).join('\n'))
  return copy
}
