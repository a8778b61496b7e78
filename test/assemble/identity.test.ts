/** Trees are shared: what did not change is the same object again, so that a renderer makes again only what did. */
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
