import {createHash} from 'node:crypto'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {renderHtml} from '../../../src/render/html/index.js'
import {full} from '../../readers.js'
import {clause, fairCopy, para, refer, stress} from '../sample.js'
import {byHand} from './by-hand.js'
import {payloads} from './payloads.js'
import {elements, named, type Read, read, shape, words} from './read.js'
import {compared, journey, reworded, type Sides, start, withParts, withProvisions} from './redlines.js'
import {bodyOf, column, hasClass, inOneText, linesOf, settled, textOnly, withClass} from './sides.js'

const redlines: readonly (readonly [string, Sides])[] = [
  ['marks set by hand', byHand()],
  ['a comparison of two revisions', compared(start, journey)],
  ['a comparison that goes back', compared(journey.at(-1)!.agreement, [{agreement: start, author: 'Emma Clarke'}])],
  ['a comparison without a change', compared(start, [{agreement: start, author: 'Emma Clarke'}])],
]
const pageOf = ({marked}: Sides): Read => read(renderHtml(marked))
const cleanOf = (copy: Sides['from']): Read => bodyOf(read(renderHtml(copy)))
const attribute = (node: Read, name: string): readonly string[] =>
  elements(node).flatMap(({attributes}) => attributes[name] ?? [])

describe.each(redlines)('%s', (_, sides) => {
  const page = pageOf(sides)
  const text = inOneText(page)

  test('reads as the new side when all is accepted', () => {
    expect(linesOf(settled(text, 'new'))).toEqual(linesOf(cleanOf(sides.to)))
  })

  test('reads as the old side when all is rejected', () => {
    expect(linesOf(textOnly(settled(text, 'old')))).toEqual(linesOf(textOnly(cleanOf(sides.from))))
  })

  test('prints the old side in the left column and the new one in the right', () => {
    expect(linesOf(settled(column(page, 'old'), 'old'))).toEqual(linesOf(textOnly(cleanOf(sides.from))))
    expect(linesOf(settled(column(page, 'new'), 'new'))).toEqual(linesOf(textOnly(cleanOf(sides.to))))
    expect(named(column(page, 'old'), 'ins').concat(named(column(page, 'new'), 'del'))).toEqual([])
  })

  test('names each place once, and every link leads to a place', () => {
    const ids = attribute(page, 'id')
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const targets = new Set(ids.map((id) => `#${id}`))
    expect(attribute(page, 'href').filter((href) => !targets.has(href))).toEqual([])
  })

  test('nests as HTML allows', () => {
    expect(misplaced(page)).toEqual([])
  })

  test('skips no level of heading', () => {
    for (const other of ['columns-view', 'text-view']) {
      const hidden = new Set(elements(withClass(page, other)[0]!))
      const levels = elements(page).flatMap((one) =>
        /^h[1-6]$/.test(one.name) && !hidden.has(one) ? [Number(one.name[1])] : [],
      )
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
    }
  })

  test('gives every change a place in both views, and lists it once', () => {
    const {changes} = sides.marked.against!.redline
    const listed = elements(page).filter(({attributes}) => attributes['data-entry'] !== undefined)
    const pairs = changes.filter(({pair}) => pair !== undefined).length / 2
    expect(listed).toHaveLength(changes.length - pairs)
    const orders = (view: string): readonly number[] => attribute(withClass(page, view)[0]!, 'data-order').map(Number)
    const half = (index: number): number => changes.findIndex(({id}) => id === changes[index]!.pair)
    for (const view of ['text-view', 'columns-view']) {
      const found = orders(view)
      expect(new Set(found).size).toBe(found.length)
      expect(
        changes.flatMap((_, index) => (found.includes(index) || found.includes(half(index)) ? [] : [index])),
      ).toEqual([])
    }
  })

  test('allows its own style sheet and its own script by hash, and nothing else', () => {
    const html = renderHtml(sides.marked)
    const hash = (of: string): string => `'sha256-${createHash('sha256').update(of).digest('base64')}'`
    const [[, sheet] = []] = [...html.matchAll(/<style>(.*?)<\/style>/gs)]
    const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script]) => script!)
    const [policy] = named(page, 'meta').filter(({attributes}) => attributes['http-equiv'] !== undefined)
    const allowed = scripts.map((script) => ` script-src ${hash(script)};`).join('')
    expect(scripts.length).toBe(sides.marked.against!.redline.changes.length === 0 ? 0 : 1)
    expect(policy?.attributes.content).toBe(
      `default-src 'none'; style-src ${hash(sheet!)};${allowed} base-uri 'none'; form-action 'none'`,
    )
    expect(html).not.toMatch(/ style="| on[a-z]+="|url\(|@import|https?:/)
  })
})

test('the proof sees a word that is marked wrongly, a number that is not told, and a mark that is lost', () => {
  const sides = byHand()
  const html = renderHtml(sides.marked)
  const accepts = (changed: string): boolean =>
    JSON.stringify(linesOf(settled(inOneText(read(changed)), 'new'))) === JSON.stringify(linesOf(cleanOf(sides.to)))
  expect(accepts(html)).toBe(true)
  expect(accepts(html.replace(/<ins class="inserted" data-n="(\d+)"[^>]*>(.*?)<\/ins>/, '<del>$2</del>'))).toBe(false)
  expect(accepts(html.replace(/<del class="deleted" data-n[^>]*>(.*?)<\/del>/, '$1'))).toBe(false)
  const renumbered = compared(start, journey)
  const page = renderHtml(renumbered.marked).replaceAll('class="former"', 'class="gloss"')
  expect(linesOf(textOnly(settled(inOneText(read(page)), 'old')))).not.toEqual(
    linesOf(textOnly(cleanOf(renumbered.from))),
  )
})

const rewordings = [
  ['5 years', '18 months'],
  ['Brightwater Sensing Ltd', 'Brightwater Optics plc'],
  ['secret. It tells only those who need to know.', 'to itself.'],
  ['EUR 250,000.00', 'EUR 250,500.00'],
  ['Field trial', 'Trial in the field'],
  ['株式会社青山計測', '株式会社青山'],
  ['Chief Executive', 'Director of the board'],
  ['Collaboration Agreement', 'Agreement to work together'],
  ['What each Party brings.', 'Each Party brings what follows.'],
] as const
const removable = ['ip.results.ownership/own', 'schedule.gates.tiers', 'collab.purpose/why', 'schedule.background/who']

const edited = fc
  .record({
    words: fc.subarray([...rewordings]),
    removed: fc.subarray(removable),
    first: fc.shuffledSubarray(['general.definitions', 'money.price', 'ip.results.ownership', 'conf.duty'], {
      minLength: 4,
    }),
    split: fc.integer({min: 1, max: 3}),
    added: fc.boolean(),
  })
  .map(({words: list, removed, first, split, added}) => {
    const rewritten = list.reduce((of, [before, after]) => reworded(of, before, after), start)
    const less = withProvisions(rewritten, (one) => (removed.includes(one.id) ? [] : [one]))
    const clauses = less.parts.flatMap((part) => (part.kind === 'group' ? part.provisions : []))
    const sorted = first.map((id) => clauses.find((one) => one.id === id)!)
    const fresh = clause('added', 'Added', [
      para('Words that are ', stress('new'), ', under ', refer('conf.duty'), '.'),
    ])
    return withParts(less, (part) => {
      if (part.kind !== 'group') return [part]
      const own = part.id === 'group.terms' ? sorted.slice(0, split) : sorted.slice(split)
      return [{...part, provisions: added && part.id === 'group.ip' ? [fresh, ...own] : own}]
    })
  })

test('whatever was edited, both sides can be read back from both views', () => {
  fc.assert(
    fc.property(edited, fc.boolean(), (other, back) => {
      const sides = back
        ? compared(other, [{agreement: start, author: 'E'}])
        : compared(start, [{agreement: other, author: 'E'}])
      const page = pageOf(sides)
      const [old, now] = [sides.from, sides.to].map((copy) => linesOf(textOnly(cleanOf(copy))))
      expect(linesOf(textOnly(settled(inOneText(page), 'old')))).toEqual(old)
      expect(linesOf(textOnly(settled(inOneText(page), 'new')))).toEqual(now)
      expect(linesOf(settled(column(page, 'old'), 'old'))).toEqual(old)
      expect(linesOf(settled(column(page, 'new'), 'new'))).toEqual(now)
      const ids = attribute(page, 'id')
      expect(new Set(ids).size).toBe(ids.length)
      const targets = new Set(ids.map((id) => `#${id}`))
      expect(attribute(page, 'href').filter((href) => !targets.has(href))).toEqual([])
    }),
    {numRuns: full ? 500 : 30},
  )
}, 600_000)

test('a clean copy has no script, no mark and no class of a redline', () => {
  const html = renderHtml(fairCopy())
  expect(html).not.toMatch(/<script|script-src|<ins|<del|gloss|unchanged/)
})

describe('says', () => {
  const sides = compared(start, journey)
  const page = pageOf(sides)
  const header = withClass(page, 'summary')[0]!

  test('what is compared with what, how many changes there are, and what is hidden', () => {
    expect(words(named(header, 'h1')[0]!)).toBe('Revision 7 compared with revision 5')
    const [figures] = withClass(header, 'figures')
    const listed = elements(page).filter(({attributes}) => attributes['data-entry'] !== undefined).length
    const {renumbered} = sides.marked.against!.redline
    expect(renumbered.length).toBeGreaterThan(3)
    expect(words(figures!).trim()).toBe(`${listed} changes; ${renumbered.length} renumberings hiddenshown.`)
    const list = withClass(header, 'renumberings')[0]!
    expect(
      named(list, 'li')
        .map(words)
        .map((line) => line.trim()),
    ).toEqual(renumbered.map(({from, to}) => `${from} → ${to}`))
  })

  test('that nothing has changed', () => {
    const none = pageOf(compared(start, [{agreement: start, author: 'E'}]))
    expect(words(withClass(none, 'figures')[0]!).trim()).toBe('No changes.')
  })

  test('what was not compared', () => {
    const of = withClass(pageOf(byHand({words: 'no picture'})), 'uncompared')[0]!
    expect(words(of)).toContain('Not compared: 1 place')
    expect(words(of)).toContain('A picture: no picture. Look at both.')
  })

  test('why words changed, by whom, when and in which revision', () => {
    const parameter = elements(page).find(({attributes}) => attributes['data-cause'] === 'Parameter')!
    expect(words(named(parameter, 'a')[0]!)).toMatch(/^\d+ Replaced “5” by “3”$/)
    expect(named(parameter, 'p').map(words)).toEqual([
      'Parameter /conf/years: 5 years → 3 years.',
      'Emma Clarke, 20 November 2026, revision 6',
    ])
    const titles = elements(inOneText(page)).flatMap(({name, attributes}) =>
      name === 'ins' && attributes['data-n'] ? [attributes.title] : [],
    )
    expect(titles).toContainEqual(expect.stringContaining('Parameter /conf/years: 5 years → 3 years.'))
  })

  test('where moved words come from and went to, with links between both places', () => {
    const lines = withClass(inOneText(page), 'standing').filter(
      (one) => hasClass(one, 'movedTo') || hasClass(one, 'movedFrom'),
    )
    expect(lines.map((line) => words(line).replace(/^\d+/, '').trim())).toEqual([
      'Moved from clause 4',
      'Moved to clause 2',
    ])
    const [[, there], [, back]] = lines.map((line) => named(line, 'a')) as [Read[], Read[]]
    const places = lines.map((line) => named(line, 'a')[0]!.attributes.id)
    expect([there!.attributes.href, back!.attributes.href]).toEqual([`#${places[1]}`, `#${places[0]}`])
  })

  test('former numbers only where nothing else tells of them, and shows them when the copy asks for it', () => {
    const former = withClass(inOneText(page), 'former').map(words)
    expect(former).toContain('clause 4.2')
    expect(former).toContain('2')
    const switched = ({marked}: Sides): string | undefined =>
      elements(read(renderHtml(marked))).find(({attributes}) => attributes.id === '_renumbering')!.attributes.checked
    expect(switched(sides)).toBeUndefined()
    expect(switched(compared(start, journey, {showRenumbering: true}))).toBe('checked')
  })

  test('causes beside the text, shown when the copy asks for it', () => {
    const causes = withClass(inOneText(page), 'causes').map((one) => words(one).replace(/\s+/g, ' ').trim())
    expect(causes.join('\n')).toContain(
      'Parameter /conf/years: 5 years → 3 years. Emma Clarke, 20 November 2026, revision 6',
    )
    const box = elements(read(renderHtml(compared(start, journey, {showCauses: true}).marked)))
    expect(box.find(({attributes}) => attributes.id === '_causes')!.attributes.checked).toBe('checked')
  })
})

describe('words of strangers are words', () => {
  const stranger = (payload: string): string =>
    renderHtml(byHand({author: payload, note: payload, label: payload, words: payload}).marked)
  const harmless = shape(read(stranger('harmless')))

  test.each(payloads)('%j changes no element and prints as it is', (payload) => {
    const page = read(stranger(payload))
    expect(shape(page)).toBe(harmless)
    expect(words(page).split(payload).length).toBeGreaterThan(25)
    expect(attribute(page, 'data-author')).toContain(payload)
  })
})

const phrasing = new Set('a b br data del dfn em input ins label mark s select option span sup time button'.split(' '))
const only: Readonly<Record<string, readonly string[]>> = {
  ol: ['li'],
  ul: ['li'],
  tr: ['td', 'th'],
  thead: ['tr'],
  tbody: ['tr'],
  table: ['thead', 'tbody'],
  dl: ['div'],
}

/** Elements that stand where HTML's content models do not allow them (https://html.spec.whatwg.org/#content-models). */
function misplaced(node: Read, above: readonly string[] = []): readonly string[] {
  const within = [...above, node.name]
  return node.inside.flatMap((inside) => {
    if (typeof inside === 'string') return []
    const {name} = inside
    const path = [...within, name].join(' > ')
    const allowed = only[node.name]
    const inPhrasing = phrasing.has(node.name) || ['p', 'h1', 'h2', 'h3', 'h4', 'dt', 'summary'].includes(node.name)
    const wrong =
      (allowed && !allowed.includes(name)) ||
      (inPhrasing && !phrasing.has(name)) ||
      (name === 'a' && within.includes('a')) ||
      (name === 'li' && !['ol', 'ul'].includes(node.name))
    return [...(wrong ? [path] : []), ...misplaced(inside, within)]
  })
}
