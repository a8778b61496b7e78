/**
 * What was changed without tracking. Rejecting every tracked change of a returned file must give back what was sent, paragraph
 * by paragraph and number by number, in every part that is printed; what is left over was changed unseen. Nothing in the file
 * itself can tell that, so it is compared with what we sent.
 */
import type {Diagnostic} from '../model/index.js'
import {align} from './align.js'
import {appearance, codePoints} from './looks.js'
import {plainly} from './story.js'
import {type Line, linesOf, type Story, type WordFile} from './word-file.js'

export interface Untracked {
  /**
   * `renumbered`: the same words under another number. `retargeted`: what is referred to by a bookmark stands elsewhere.
   * `recomputed`: a citation prints something else than when we sent it, as it does when a program updates its fields.
   */
  readonly kind: 'changed' | 'inserted' | 'deleted' | 'renumbered' | 'retargeted' | 'recomputed'
  /** "body", "footer (first page)". */
  readonly story: string
  readonly part: string
  /** Counting from 1 among the paragraphs that are not empty, as sent; of an inserted one, the number of the one before it. */
  readonly paragraph: number
  /** Its number as printed: "7.2(a)". */
  readonly number?: string
  readonly sent?: string
  readonly returned?: string
}

/** Everything that differs between what was sent and what came back with all tracked changes rejected. */
export function untrackedChanges(sent: WordFile, returned: WordFile): readonly Untracked[] {
  const names = [...new Set([...sent.places.keys(), ...returned.places.keys()])].filter((name) => name !== 'comments')
  const compared = new Set<string>()
  return names.flatMap((name) => {
    const [our, their] = [printedAt(name, sent), printedAt(name, returned)]
    const pair = JSON.stringify([our?.part, their?.part])
    if (compared.has(pair)) return []
    compared.add(pair)
    return inStory(name, [our, sent], [their, returned])
  })
}

type Told = readonly [story: Story | undefined, file: WordFile]

function inStory(name: string, [our, sent]: Told, [their, returned]: Told): readonly Untracked[] {
  const lines = (file: WordFile, story: Story | undefined, side: 'accepted' | 'rejected'): readonly Line[] =>
    story ? linesOf(story, side, file).filter(hasMeaning) : []
  const {part} = (their ?? our)!
  const [ours, theirs] = [lines(sent, our, 'accepted'), lines(returned, their, 'rejected')]
  const pairs = align(
    ours.map(({meant}) => meant),
    theirs.map(({meant}) => meant),
  )
  let last = 0
  const found = pairs.flatMap(({left, right}): readonly Untracked[] => {
    last = left === undefined ? last : left + 1
    const [our, their] = [
      left === undefined ? undefined : ours[left]!,
      right === undefined ? undefined : theirs[right]!,
    ]
    const number = (our ?? their)!.full
    return kinds(our, their).map((difference) => ({
      ...difference,
      story: name,
      part,
      paragraph: last,
      ...(number === '' ? {} : {number}),
    }))
  })
  return withoutConsequences(found)
}

/** What is printed at a place: a section without a header or footer of its own has that of the section before it. */
function printedAt(name: string, {places}: WordFile): Story | undefined {
  const [, base = name, section = '1'] = /^(.*) of section (\d+)$/.exec(name) ?? []
  for (let at = Number(section); at >= 1; at -= 1) {
    const found = places.get(at === 1 ? base : `${base} of section ${at}`)
    if (found) return found
  }
  return undefined
}

// A paragraph of nothing but page numbers or of a table of contents is computed anew by every program.
function hasMeaning({meant}: Line): boolean {
  return meant !== ''
}

type Difference = Pick<Untracked, 'kind' | 'sent' | 'returned'>

function kinds(our: Line | undefined, their: Line | undefined): readonly Difference[] {
  if (!our) return [{kind: 'inserted', returned: plainly(their!.meant)}]
  if (!their) return [{kind: 'deleted', sent: plainly(our.meant)}]
  if (our.meant !== their.meant) return [{kind: 'changed', sent: plainly(our.meant), returned: plainly(their.meant)}]
  const found: Difference[] = []
  if (our.label !== their.label)
    found.push({
      kind: 'renumbered',
      sent: `${our.label} ${our.text}`.trim(),
      returned: `${their.label} ${their.text}`.trim(),
    })
  if (our.cited !== their.cited) found.push({kind: 'recomputed', sent: our.text, returned: their.text})
  if (hasLost(our.bookmarks, their.bookmarks)) found.push({kind: 'retargeted', sent: our.text, returned: their.text})
  return found
}

// Only our own: every program sets bookmarks of its own where the cursor was.
function hasLost(bookmarks: readonly string[], others: readonly string[]): boolean {
  return bookmarks.some((name) => name.startsWith('_eg_') && !others.includes(name))
}

// A paragraph more or less moves the numbers of those after it: that is told with the paragraph, not again with each.
function withoutConsequences(found: readonly Untracked[]): readonly Untracked[] {
  const first = found.findIndex(({kind}) => kind === 'inserted' || kind === 'deleted')
  return first === -1 ? found : found.filter(({kind}, index) => kind !== 'renumbered' || index < first)
}

/** As a warning for people; what a program may have done by itself is advice. */
export function untrackedDiagnostic(found: Untracked, file: string): Diagnostic {
  const {kind, part} = found
  return {
    severity: kind === 'recomputed' ? 'advice' : 'warning',
    code: `untracked/${kind}`,
    message: sentence(found),
    hint: hints[kind],
    at: {file, part},
  }
}

const hints: Readonly<Record<Untracked['kind'], string>> = {
  changed: 'Accept All would hide it and Reject All would keep it: ask the other side about it.',
  inserted: 'Reject All would keep it: ask the other side about it.',
  deleted: 'Reject All would not bring it back: ask the other side about it.',
  renumbered: 'A list was made to count otherwise: every citation of this number now points elsewhere.',
  retargeted: 'Look where the references to it lead now.',
  recomputed: 'A program that updates fields does this when numbers have moved; look whether it is right.',
}

function sentence({kind, story, paragraph, number, sent = '', returned = ''}: Untracked): string {
  const place = `${number ? `${number}, p` : 'P'}aragraph ${paragraph} of the ${story}`
  const [before, after] = excerpts(sent, returned)
  switch (kind) {
    case 'inserted':
      return `After paragraph ${paragraph} of the ${story} stands what we did not send, without tracking: “${short(returned)}”.`
    case 'deleted':
      return `${place}, is gone without tracking: “${short(sent)}”.`
    case 'renumbered':
      return `${place}, bears another number than we sent, without tracking: “${short(returned)}”, for “${short(sent)}”.`
    case 'retargeted':
      return `What refers to ${place.replace(/^P/, 'p')}, was led elsewhere without tracking: “${short(sent)}”.`
    case 'recomputed':
      return `${place}, cites something else than when we sent it: “${after}”, for “${before}”.`
    case 'changed':
      return `${place}, was changed without tracking: we sent “${before}”, it reads “${after}”.${unseen(sent, returned)}`
  }
}

function unseen(sent: string, returned: string): string {
  if (appearance(sent) !== appearance(returned)) return ''
  const points = [codePoints(returned, sent), codePoints(sent, returned)].map((list) => list.join(', ') || 'nothing')
  return ` They look the same and are not: ${points[0]} for ${points[1]}.`
}

const most = 160

function short(text: string): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}

// Both texts round the place where they part, so that a word in a long clause is seen.
function excerpts(one: string, other: string): readonly [string, string] {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const from = at <= most / 2 ? 0 : one.lastIndexOf(' ', at - most / 3) + 1
  const cut = (text: string): string => (from === 0 ? '' : '…') + short(text.slice(from))
  return [cut(one), cut(other)]
}
