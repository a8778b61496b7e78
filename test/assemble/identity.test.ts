/** Trees are shared: what did not change is the same object again, so that a renderer makes again only what did. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Agreement, JsonObject} from '../../src/model/index.js'
import {provisionsOf} from '../../src/model/index.js'
import {readDeal} from '../../src/deal/index.js'
import {readFileSync} from 'node:fs'
import {openWorkshop} from '../../src/verbs/index.js'
import {agreementOf, clauseOf, dealOf, provisionAt, workbench} from '../build.js'
import {root, schemas} from '../deal/load.js'

const bench = () =>
  workbench([
    clauseOf('terms', '1. {#r} **"Results"** are made.', 'glossary: true'),
    clauseOf('period', '1. {#fixed} Results stay.\n2. {#months} For {{nda.termMonths}}.', 'survives: true'),
    clauseOf('title', 'The {{project.title}} has Results.'),
    clauseOf('list', 'Clauses [those](#survivors) live on.'),
  ])

const tops = (agreement: Agreement) => agreement.parts.flatMap((part) => (part.kind === 'cover' ? [] : part.provisions))

/** Ids of the provisions at the top that are other objects than before. */
function remade(before: Agreement, after: Agreement): readonly string[] {
  const known = new Set(tops(before))
  return tops(after)
    .filter((provision) => !known.has(provision))
    .map(({id}) => id)
}

describe('an assembler', () => {
  const values: JsonObject = {nda: {termMonths: 36}, project: {title: 'T'}}

  test('gives the same objects when nothing changed, from another deal object with the same values', () => {
    const {assemble} = bench()
    const before = agreementOf(assemble(dealOf(values)))
    const after = agreementOf(assemble(dealOf(structuredClone(values) as JsonObject)))
    expect(remade(before, after)).toEqual([])
    expect(after).toEqual(before)
  })

  test('makes anew only the clause whose value changed, and in it only the item', () => {
    const {assemble} = bench()
    const before = agreementOf(assemble(dealOf(values)))
    const after = agreementOf(assemble(dealOf({...values, nda: {termMonths: 48}})))
    expect(remade(before, after)).toEqual(['period'])
    expect(provisionAt(after, 'period/fixed')).toBe(provisionAt(before, 'period/fixed'))
    expect(provisionAt(after, 'period/months')).not.toBe(provisionAt(before, 'period/months'))
  })

  test('is not misled by its memory: back to the first value, the first text', () => {
    const {assemble} = bench()
    const before = agreementOf(assemble(dealOf(values)))
    assemble(dealOf({...values, nda: {termMonths: 48}}))
    expect(agreementOf(assemble(dealOf(values)))).toEqual(before)
    expect(agreementOf(bench().assemble(dealOf(values)))).toEqual(before)
  })

  test('changes nothing that it gave before', () => {
    const {assemble} = bench()
    const before = agreementOf(assemble(dealOf(values)))
    const text = JSON.stringify(before)
    assemble(dealOf({nda: {termMonths: 1}, project: {title: 'Other'}}))
    expect(JSON.stringify(before)).toBe(text)
  })
})

test('in the whole first example, one changed value makes one clause anew of all', async () => {
  const workshop = await openWorkshop()
  const deal = readDeal({deal: readFileSync(`${root}/examples/brightwater-hartmann/deal.yaml`, 'utf8')}, schemas).deal!
  const template = workshop.library.template(deal.document)!
  const assembler = workshop.assembler(workshop.locale('en-GB').content)
  const candidates = {negotiated: [], answersTo: (position: string) => workshop.library.answersTo(position)}
  const made = (values: JsonObject) =>
    agreementOf(assembler.assemble({...deal, parameters: values}, template, candidates))
  const before = made(deal.parameters)
  const after = made({...deal.parameters, gateRules: {...(deal.parameters.gateRules as JsonObject), decisionDays: 16}})
  expect(remade(before, after)).toEqual(['project.gates'])
  expect([...provisionsOf(after)].length).toBe([...provisionsOf(before)].length)
})

/** Values that a deal of the next test may have, each or none. */
const values = fc
  .record(
    {
      law: fc.record({final: fc.constantFrom('court', 'arbitration')}, {requiredKeys: []}),
      nda: fc.record({termMonths: fc.constantFrom(12, 36)}, {requiredKeys: []}),
      project: fc.record({title: fc.constantFrom('T', 'Results')}, {requiredKeys: []}),
      keyPeople: fc.constantFrom([], [{id: 'k', person: 'K', party: 'x'}]),
      parties: fc.uniqueArray(
        fc.record(
          {
            id: fc.constantFrom('x', 'y', 'z'),
            legalName: fc.constantFrom({latin: 'L'}, {latin: 'M'}),
            shortName: fc.constantFrom('X', 'Y'),
          },
          {requiredKeys: ['id', 'legalName']},
        ),
        {selector: ({id}) => id, maxLength: 3},
      ),
    },
    {requiredKeys: []},
  )
  .map(({keyPeople, ...deal}) => (keyPeople && deal.parties?.some(({id}) => id === 'x') ? {...deal, keyPeople} : deal))

test('whatever deals came before, memory gives what a fresh assembler gives: text, open points, survivors', () => {
  const clauses = [
    clauseOf('terms', '1. {#r} **"Results"** rest on a Period.\n2. {#p} **"Period"** is time.', 'glossary: true'),
    clauseOf('title', 'The {{project.title}} has {{#if (eq law.final "court")}}Results{{else}}none{{/if}}.'),
    clauseOf('rows', '{{#each parties}}\n1. {#p} {{shortName}} of {{../project.title}}.\n{{/each}}', 'survives: [p]'),
    clauseOf(
      'people',
      '{{#each keyPeople}}\n1. {#k} {{person}} of {{party}}, {{#if role}}{{role}}{{else}}free{{/if}}.\n{{else}}\n1. {#none} Nobody for {{nda.termMonths}}.\n{{/each}}',
    ),
    clauseOf('joined', '{{join parties "and"}}, {{words nda.termMonths}}.', 'survives: true'),
    clauseOf('list', '{{#if nda.termMonths}}Clauses [those](#survivors) live on.{{/if}}'),
  ].map((clause) => (clause.survives === true || clause.survives === false ? clause : {...clause, survives: []}))
  fc.assert(
    fc.property(fc.array(values, {minLength: 2, maxLength: 5}), (deals) => {
      const remembering = workbench(clauses)
      for (const deal of deals) {
        const fresh = workbench(clauses).assemble(dealOf(deal as JsonObject))
        const {agreement, open, survivors, diagnostics} = remembering.assemble(dealOf(deal as JsonObject))
        expect({agreement, open, survivors, diagnostics}).toEqual({
          agreement: fresh.agreement,
          open: fresh.open,
          survivors: fresh.survivors,
          diagnostics: fresh.diagnostics,
        })
      }
    }),
    {numRuns: 150},
  )
})
