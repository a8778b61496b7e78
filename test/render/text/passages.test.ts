/** What is read off a redline is the redline: one side without the marks, the other with them, each change found once. */
import {expect, test} from 'vitest'
import {type Agreement, type Change, type FairCopy, type MarkKind, standingOf} from '../../../src/model/index.js'
import {accepted, rejected} from '../../../src/redline/index.js'
import {isChanged, passagesOf} from '../../../src/render/text/index.js'
import {fairCopy} from '../sample.js'
import {dated, handMarked} from './marked.js'

const redline = (): FairCopy<Change> => handMarked({against: {showRenumbering: true}})

function wordsOn(copy: FairCopy<Change>, side: 'old' | 'new'): readonly string[] {
  const kept = (words: {readonly change?: Change; readonly renumbered?: 'former' | 'now'}): boolean =>
    ['both', side].includes(standingOf(words.change)) && words.renumbered !== (side === 'old' ? 'now' : 'former')
  return passagesOf(copy)
    .flatMap(({lines}) => lines)
    .map(({stretches}) =>
      stretches
        .filter(kept)
        .map(({words}) => words)
        .join(''),
    )
    .filter((words) => words !== '')
}

const clean = (agreement: Agreement): readonly string[] => wordsOn(fairCopy(agreement, {locale: dated}), 'new')

test('the words of each side are those of its clean copy', () => {
  const copy = redline()
  expect(wordsOn(copy, 'new')).toEqual(clean(accepted(copy.agreement)))
  expect(wordsOn(copy, 'old')).toEqual(clean(rejected(copy.agreement, [])))
})

test('each change of the redline is read, and no other', () => {
  const copy = redline()
  const read = passagesOf(copy).flatMap(({change, lines}) => [
    change?.id,
    ...lines.flatMap(({stretches}) => stretches.map((stretch) => stretch.change?.id)),
  ])
  const ids = copy.against!.redline.changes.map(({id}) => id)
  expect([...new Set(read)].filter((id) => id !== undefined).sort()).toEqual([...ids].sort())
})

test('the number and hash of a revision are no change, other words round the agreement are', () => {
  const copy = redline()
  const mark = (id: string, kind: MarkKind): Change => ({
    ...copy.against!.redline.changes[0]!,
    id,
    kind,
    at: 'furniture',
  })
  const {furniture, redline: whole} = copy.against!
  const footer = [{type: 'text', text: 'Signed copy.', mark: mark('f1', 'inserted')} as const]
  const origin = [{type: 'text', text: 'revision 7', mark: mark('f2', 'inserted')} as const]
  const against = {...copy.against!, furniture: {...furniture, footer, origin}}
  const changes = [...whole.changes, mark('f1', 'inserted')]
  const [first] = passagesOf({...copy, against: {...against, redline: {...whole, changes}}})
  expect(first?.lines.map(({stretches}) => stretches.map(({change}) => change?.id))).toEqual([
    [undefined],
    [undefined],
    ['f1'],
    [undefined],
  ])
  const [unlisted] = passagesOf({...copy, against: {...against, furniture: {...furniture, origin}}})
  expect(isChanged(unlisted!)).toBe(false)
})

test('a passage has the number of each side on which it stands', () => {
  const places = new Map(passagesOf(redline()).map(({id, change, places}) => [`${id} ${change?.kind ?? ''}`, places]))
  expect(places.get('conf.duty/period ')).toMatchObject({before: {number: 'clause 4.2'}, after: {number: 'clause 3.2'}})
  expect(places.get('money.price movedFrom')).toEqual({
    before: {number: 'clause 2', headings: ['How we work', 'Price']},
  })
  expect(places.get('money.price movedTo')).toEqual({
    after: {number: 'clause 4', headings: ['Intellectual property', 'Price']},
  })
  expect(places.get('schedule.background.list ')?.after?.number).toBe('Schedule 2')
})
