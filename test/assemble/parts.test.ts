/** The parts of an agreement in the template's order: cover, parties, recitals, groups, schedules, execution blocks. */
import {expect, test} from 'vitest'
import type {Part, TemplatePart} from '../../src/model/index.js'
import {agreementOf, clauseOf, dealOf, group, when, workbench} from '../build.js'

const parties = clauseOf('parties.identity', '{{#each parties}}\n1. {#party} {{shortName}}.\n{{/each}}')
const why = clauseOf('recitals.why', '1. {#one} One.\n2. {#two} Two.')
const alone = clauseOf('recitals.alone', 'One recital.')
const clause = clauseOf('a', 'Text.')
const background = clauseOf('schedules.background', '1. {#items} Items.')
const more = clauseOf('schedules.more', '1. {#more} More.')
const signed = clauseOf('execution.signed', 'Signed.')
const all = [parties, why, alone, clause, background, more, signed]
const firms = {
  parties: [
    {id: 'x', shortName: 'X'},
    {id: 'y', shortName: 'Y'},
  ],
}

const partsOf = (parts: readonly TemplatePart[], values = {}): readonly Part[] =>
  agreementOf(workbench(all, parts).assemble(dealOf(values))).parts

const schedule = (...positions: readonly string[]): TemplatePart => ({
  kind: 'schedule',
  id: 'background',
  title: 'Background',
  positions: positions.map((position) => ({position})),
})

const ids = (part: Part | undefined): readonly string[] =>
  part && part.kind !== 'cover' ? part.provisions.map(({id, heading}) => id + (heading ? ' (heading)' : '')) : []

test('parties and recitals are the items of their clause; a clause without items is one itself, without its title', () => {
  const [one, two, three] = partsOf(
    [
      {kind: 'parties', positions: [{position: 'parties.identity'}]},
      {kind: 'recitals', positions: [{position: 'recitals.why'}]},
      {kind: 'recitals', positions: [{position: 'recitals.alone'}]},
    ],
    firms,
  )
  expect(ids(one)).toEqual(['parties.identity/party~x', 'parties.identity/party~y'])
  expect(ids(two)).toEqual(['recitals.why/one', 'recitals.why/two'])
  expect(ids(three)).toEqual(['recitals.alone'])
})

test('the clause of a schedule of one gives its heading up to the schedule; in a schedule of two each keeps its own', () => {
  expect(ids(partsOf([schedule('schedules.background')])[0])).toEqual(['schedules.background'])
  const [both] = partsOf([schedule('schedules.background', 'schedules.more')])
  expect(both).toMatchObject({
    kind: 'schedule',
    id: 'schedule.background',
    heading: [{type: 'text', text: 'Background'}],
  })
  expect(ids(both)).toEqual(['schedules.background (heading)', 'schedules.more (heading)'])
})

test('a schedule whose condition fails is left out, and nothing of it is asked for', () => {
  const conditional = {...schedule('schedules.nowhere'), when: when('(eq law.final "court")')} as TemplatePart
  expect(partsOf([conditional, group('a')], {law: {final: 'arbitration'}}).map(({kind}) => kind)).toEqual(['group'])
})

test('a group or schedule whose positions are all left out leaves no empty heading behind', () => {
  const never = {position: 'a', when: when('(eq law.final "court")')}
  const parts: readonly TemplatePart[] = [
    {kind: 'group', heading: 'Nothing', positions: [never]},
    {kind: 'schedule', id: 's', title: 'Nothing', positions: [never]},
  ]
  expect(partsOf(parts)).toEqual([])
})

test('the id of a group comes from its heading, that of one without from its place', () => {
  const parts: readonly TemplatePart[] = [{kind: 'group', heading: 'Rights & Duties', positions: [{position: 'a'}]}]
  expect(partsOf(parts)[0]!.id).toBe('group.rights-duties')
  expect(partsOf([group('a')])[0]!.id).toBe('group.0')
})

test('the cover shows each key term with its title and value, or a blank', () => {
  const [cover] = partsOf([{kind: 'cover', show: ['/project/title', '/nda/termMonths', '/parties/0/shortName']}], {
    ...firms,
    nda: {termMonths: 36},
  })
  const [table] = cover?.kind === 'cover' ? cover.blocks : []
  expect(table?.type === 'table' && table.rows.map(({id, cells}) => [id, cells[1]?.[0]])).toEqual([
    ['project-title', {type: 'blank', pointer: '/project/title', question: 'What do you call this project?'}],
    ['nda-termmonths', {type: 'value', pointer: '/nda/termMonths', words: '36 months'}],
    ['parties-0-shortname', {type: 'value', pointer: '/parties/0/shortName', words: 'X'}],
  ])
})

test('every party has an execution block; a signatory who is not known yet is a line of blanks', () => {
  const [signing] = partsOf([{kind: 'execution', positions: [{position: 'execution.signed'}]}], {
    parties: [
      {
        id: 'x',
        legalName: {latin: 'X Ltd', native: '株式会社X'},
        signatories: [
          {id: 'one', name: {latin: 'A. One', native: '一'}, title: 'Director', authority: 'statutory'},
          {
            id: 'two',
            name: {latin: 'B. Two'},
            title: 'Secretary',
            authority: 'power-of-attorney',
            authorityNote: 'of 1 May',
          },
        ],
      },
      {id: 'y', legalName: {latin: 'Y GmbH'}},
    ],
  })
  if (signing?.kind !== 'execution') throw new Error('no execution')
  const [x, y] = signing.blocks
  const words = (inlines: readonly {readonly type: string}[]): string =>
    inlines.map((inline) => ('words' in inline ? inline.words : 'text' in inline ? inline.text : '[●]')).join('')
  expect([x!.id, words(x!.party), words(x!.native!)]).toEqual(['execution~x', 'X Ltd', '株式会社X'])
  expect(x!.signatories.map(({name, title}) => `${words(name)}, ${words(title)}`)).toEqual([
    'A. One · 一, Director',
    'B. Two, Secretary',
  ])
  expect(words(x!.signatories[1]!.authority)).toMatch(/, of 1 May$/)
  expect(y!.native).toBeUndefined()
  expect(y!.signatories.map(({name, title, authority}) => words([...name, ...title, ...authority]))).toEqual([
    '[●][●][●]',
  ])
  expect(ids(signing)).toEqual(['execution.signed'])
})
