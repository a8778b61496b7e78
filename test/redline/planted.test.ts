import {expect, test} from 'vitest'
import type {Agreement, Block, Change, Inline, Notices, Provision} from '../../src/model/index.js'
import {inlinesOf, plainFurniture, provisionsOf} from '../../src/model/index.js'
import {compare, compareFurniture, type Step} from '../../src/redline/index.js'
import {type ChangeJson, redlineJson} from '../../src/render/text/index.js'
import {markedCopy, prove} from '../../src/verbs/marked-copy.js'
import {agreementOf, cleanCopy} from './agreements.js'

const base = await agreementOf('brightwater-hartmann')

/** The changes that a lawyer is shown when one thing was planted. */
function found(to: Agreement, words: Partial<Notices> = {}, from = base): readonly ChangeJson[] {
  const step = {
    agreement: to,
    author: 'eve@example.com',
    date: '2026-11-24T10:00:00.000Z',
    revision: 2,
    cause: {type: 'hand'} as const,
  }
  const {copy, diagnostics} = markedCopy({
    from: cleanCopy(from, 1),
    to: cleanCopy(to, 2, words),
    steps: [step],
    sides: {from: {label: 'Revision 1'}, to: {label: 'Revision 2'}},
  })
  expect(diagnostics).toEqual([])
  return redlineJson(copy!.against!.redline, copy!).changes
}

function edit(agreement: Agreement, id: string, change: (provision: Provision) => Provision): Agreement {
  const walk = (list: readonly Provision[]): readonly Provision[] =>
    list.map((one) => (one.id === id ? change(one) : {...one, provisions: walk(one.provisions)}))
  const parts = agreement.parts.map((part) =>
    part.kind === 'cover' ? part : {...part, provisions: walk(part.provisions)},
  )
  return {...agreement, parts} as Agreement
}

function inWords(provision: Provision, change: (inline: Inline) => Inline): Provision {
  const blocks = provision.body.map((block): Block => {
    if (block.type === 'paragraph') return {...block, content: block.content.map(change)}
    return {...block, rows: block.rows.map((row) => ({...row, cells: row.cells.map((cell) => cell.map(change))}))}
  })
  return {...provision, body: blocks}
}

const kinds = (changes: readonly ChangeJson[]): readonly string[] => changes.map(({kind}) => kind)

test('nothing planted, nothing found', () => {
  expect(found(base)).toEqual([])
})

test('one word in a footer is found once, though it is printed on every page', () => {
  const changes = found(base, {footer: 'Draft. Not seen by counsel.'})
  expect(kinds(changes)).toEqual(['deleted', 'inserted'])
  expect(changes.map(({at}) => at)).toEqual(['furniture', 'furniture'])
})

test('one word in a cell of a table is found once', () => {
  const table = provisionsOf(base).find(({body}) =>
    body.some((block) => block.type === 'table' && block.rows.length > 2),
  )!
  let planted = 0
  const to = edit(base, table.id, (one) =>
    inWords(one, (inline) => {
      if (inline.type !== 'value' || inline.words.split(' ').length < 3 || planted++ > 0) return inline
      return {...inline, words: inline.words.replace(/ \S+$/, ' saffron')}
    }),
  )
  expect(planted).toBeGreaterThan(0)
  const changes = found(to)
  expect(kinds(changes)).toEqual(['deleted', 'inserted'])
  expect(changes.map(({at}) => at)).toEqual([table.id, table.id])
  expect(changes.map((one) => one.words.after)).toEqual(['saffron', 'saffron'])
  expect(changes[0]!.words.before).not.toContain(' ')
})

test('a reference that leads elsewhere is found once', () => {
  const holder = provisionsOf(base).find((one) => inlinesOf(one).some(({type}) => type === 'reference'))!
  const target = provisionsOf(base).findLast(({heading}) => heading)!
  const changes = found(turned(holder.id, target.id))
  expect(kinds(changes)).toEqual(['deleted', 'inserted'])
  expect(changes.map(({at}) => at)).toEqual([holder.id, holder.id])
})

/** The first reference of a provision leads elsewhere. */
function turned(holder: string, target: string, agreement = base): Agreement {
  let count = 0
  return edit(agreement, holder, (one) =>
    inWords(one, (inline) => (inline.type === 'reference' && count++ === 0 ? {...inline, target} : inline)),
  )
}

test('a reference that leads elsewhere is found, and proved, even where both citations read alike', () => {
  // A schedule of one clause and that clause are cited by the same words.
  const schedule = base.parts.find((part) => part.kind === 'schedule' && part.provisions.length === 1)!
  if (schedule.kind !== 'schedule') throw new Error('the example has a schedule of one clause')
  const holder = provisionsOf(base).find((one) => inlinesOf(one).some(({type}) => type === 'reference'))!.id
  const [from, to] = [turned(holder, schedule.id), turned(holder, schedule.provisions[0]!.id)]
  const changes = found(to, {}, from)
  expect(kinds(changes)).toEqual(['deleted', 'inserted'])
  expect(changes[0]!.words.before).toBe(changes[0]!.words.after)
  const [old, now] = [cleanCopy(from, 1), cleanCopy(to, 2)]
  const step = {
    agreement: to,
    author: 'eve',
    date: '2026-11-24T10:00:00.000Z',
    revision: 2,
    cause: {type: 'hand'} as const,
  }
  const {furniture} = compareFurniture(plainFurniture(old), plainFurniture(now), step)
  const unmarked = {agreement: to, renamed: []}
  expect(prove(unmarked, furniture, old, now)).toMatchObject([{code: 'redline/unproved', at: {provision: holder}}])
})

test('a schedule that one author moved and another edited was moved by the first', () => {
  const schedules = base.parts.filter((part) => part.kind === 'schedule')
  const [first, second] = [schedules[0]!, schedules[1]!]
  const swapped: Agreement = {
    ...base,
    parts: base.parts.map((part) => (part === first ? second : part === second ? first : part)),
  }
  const item = provisionsOf(base).find((one) => inlinesOf(one).some(({type}) => type === 'text'))!.id
  const edited = edit(swapped, item, (one) =>
    inWords(one, (inline) => (inline.type === 'text' ? {...inline, text: `${inline.text}anew `} : inline)),
  )
  const step = (agreement: Agreement, author: string, revision: number): Step => ({
    agreement,
    author,
    date: `2026-11-2${revision}T10:00:00.000Z`,
    revision,
    cause: {type: 'unknown'},
  })
  const {changes} = compare(base, [step(swapped, 'mover', 2), step(edited, 'editor', 3)])
  const moves = changes.filter(({cause}) => cause.type === 'moved')
  expect(moves.map(({kind, author}) => `${kind} ${author}`).toSorted()).toEqual(['movedFrom mover', 'movedTo mover'])
})

test('two party names that were swapped are each found once', () => {
  const isName = (inline: Inline, name: string): boolean => inline.type === 'value' && inline.words === name
  const holder = provisionsOf(base).find((one) => {
    const inlines = inlinesOf(one)
    return ['Brightwater', 'Hartmann'].some((name) => inlines.filter((inline) => isName(inline, name)).length === 1)
  })!
  const to = edit(base, holder.id, (one) =>
    inWords(one, (inline) => {
      if (isName(inline, 'Brightwater')) return {...inline, words: 'Hartmann'} as Inline
      return isName(inline, 'Hartmann') ? ({...inline, words: 'Brightwater'} as Inline) : inline
    }),
  )
  const changes = found(to)
  expect(changes.length).toBeGreaterThan(0)
  expect(changes.filter(({kind}) => kind === 'deleted').length).toBe(
    changes.filter(({kind}) => kind === 'inserted').length,
  )
  expect(new Set(changes.map(({at}) => at))).toEqual(new Set([holder.id]))
  const names = changes.filter(({kind}) => kind === 'inserted').map((one) => one.words.after)
  expect(new Set(names).size).toBe(names.length)
})

test('a clause that was moved and edited is one move and one edit, whatever is renumbered', () => {
  const groups = base.parts.filter((part) => part.kind === 'group')
  const [first, last] = [groups.at(0)!, groups.at(-1)!]
  const clause = first.provisions.at(-1)!
  const item = [clause, ...clause.provisions].find(({body}) => body.some((block) => block.type === 'paragraph'))!
  const moved: Agreement = {
    ...base,
    parts: base.parts.map((part) => {
      if (part === first) return {...first, provisions: first.provisions.filter((one) => one !== clause)}
      return part === last ? {...last, provisions: [...last.provisions, clause]} : part
    }),
  }
  let edited = 0
  const to = edit(moved, item.id, (one) =>
    inWords(one, (inline) =>
      inline.type === 'text' && edited++ === 0 ? {...inline, text: `${inline.text.trimEnd()} promptly `} : inline,
    ),
  )
  const changes = found(to)
  const count = (kind: Change['kind']): number => changes.filter((one) => one.kind === kind).length
  expect([count('movedFrom'), count('movedTo'), count('inserted'), count('deleted')]).toEqual([1, 1, 1, 0])
  expect(changes.find(({kind}) => kind === 'inserted')?.words.after?.trim()).toBe('promptly')
})

test('a group under another heading is a change of its heading: nothing in it moved', () => {
  const group = base.parts.find((part) => part.kind === 'group' && part.provisions.length > 2)!
  const heading: readonly Inline[] = [{type: 'text', text: 'Quite another heading'}]
  const to = {
    ...base,
    parts: base.parts.map((part) => (part === group ? {...group, id: 'group.another', heading} : part)),
  }
  const changes = found(to as Agreement)
  expect(kinds(changes)).toEqual(['deleted', 'inserted'])
  expect(changes.map(({at}) => at)).toEqual(['group.another', 'group.another'])
})

test('a provision split in two is words that moved, not words that went and came', () => {
  const clause = base.parts
    .flatMap((part) => (part.kind === 'group' ? part.provisions : []))
    .find(({provisions}) => provisions.length > 1)!
  const item = clause.provisions[0]!
  const text = (one: string): Block => ({type: 'paragraph', content: [{type: 'text', text: one}]})
  const first = 'Each Party keeps the records of its work in good order.'
  const second = 'It shows them to the other on five days’ notice, during business hours.'
  const whole = edit(base, item.id, (one) => ({...one, body: [text(`${first} ${second}`)]}))
  const halves = edit(base, clause.id, (one) => ({
    ...one,
    provisions: [
      {...item, body: [text(first)]},
      {id: `${clause.id}/second`, source: item.source, body: [text(second)], provisions: []},
      ...one.provisions.slice(1),
    ],
  }))
  const split = found(halves, {}, whole)
  expect(kinds(split)).toEqual(['movedFrom', 'movedTo'])
  expect(split[0]!.pair).toBe(split[1]!.id)
  expect(kinds(found(whole, {}, halves)).toSorted()).toEqual(['movedFrom', 'movedTo'])
})

test('words that moved with one word changed are a deletion and an insertion: no change hides in a move', () => {
  const clause = base.parts
    .flatMap((part) => (part.kind === 'group' ? part.provisions : []))
    .find(({provisions}) => provisions.length > 1)!
  const item = clause.provisions[0]!
  const text = (one: string): Block => ({type: 'paragraph', content: [{type: 'text', text: one}]})
  const whole = edit(base, item.id, (one) => ({
    ...one,
    body: [text('It keeps records. It shows them to the other on five days’ notice.')],
  }))
  const halves = edit(base, clause.id, (one) => ({
    ...one,
    provisions: [
      {...item, body: [text('It keeps records.')]},
      {
        id: `${clause.id}/second`,
        source: item.source,
        body: [text('It shows them to the other on ten days’ notice.')],
        provisions: [],
      },
      ...one.provisions.slice(1),
    ],
  }))
  expect(kinds(found(halves, {}, whole))).toEqual(['deleted', 'inserted'])
})

test('a redline that lost a mark is refused, and the place is named', () => {
  const id = provisionsOf(base).find((one) => inlinesOf(one).some(({type}) => type === 'text'))!.id
  const to = edit(base, id, (one) =>
    inWords(one, (inline) => (inline.type === 'text' ? {...inline, text: `${inline.text} anew `} : inline)),
  )
  const step = {
    agreement: to,
    author: 'eve',
    date: '2026-11-24T10:00:00.000Z',
    revision: 2,
    cause: {type: 'hand'} as const,
  }
  const compared = compare(base, [step])
  const [old, now] = [cleanCopy(base, 1), cleanCopy(to, 2)]
  const {furniture} = compareFurniture(plainFurniture(old), plainFurniture(now), step)
  expect(prove(compared, furniture, old, now)).toEqual([])
  const inserted = compared.changes.find(({kind}) => kind === 'inserted')!
  const losing = JSON.parse(
    JSON.stringify(compared.agreement, (key, value) =>
      key === 'mark' && value.id === inserted.id ? undefined : value,
    ),
  )
  const [refusal, ...more] = prove({...compared, agreement: losing}, furniture, old, now)
  expect(more).toEqual([])
  expect(refusal).toMatchObject({code: 'redline/unproved', severity: 'error', at: {provision: id}})
  expect(prove(compared, {...furniture, revision: plainFurniture(now).revision}, old, now)).toMatchObject([
    {code: 'redline/unproved', at: {provision: 'furniture'}},
  ])
})
