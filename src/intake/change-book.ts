/** The changes of a redline as they are met, numbered in print order; both halves of a move find each other by its name. */
import type {Change, MarkKind, ProvisionId} from '../model/index.js'
import type {Mark, StoryParagraph} from './story.js'

type Building = {-readonly [Key in keyof Change]: Change[Key]}

export class ChangeBook {
  readonly #changes: Building[] = []
  readonly #whole: ReadonlySet<string>
  readonly #halves = new Map<string, Building[]>()

  /** `stories` are all that the changes will come from: a move that lacks a half is no move. */
  constructor(stories: readonly {readonly paragraphs: readonly StoryParagraph[]}[]) {
    this.#whole = wholeMoves(stories)
  }

  /** The change that a mark is, at a place; `replaced` is the deletion that it stands in place of. */
  change({kind, author, date, move}: Mark, at: ProvisionId, replaced?: Change): Change {
    const moved = move !== undefined && this.#whole.has(move)
    const change: Building = {
      id: `c${this.#changes.length + 1}`,
      kind: moved ? (kind as MarkKind) : plain(kind),
      cause: {type: moved ? 'moved' : 'hand'},
      author,
      date,
      revision: 0,
      at,
    }
    this.#changes.push(change)
    if (moved) this.#join(change, `${move}`)
    const other = replaced && this.#changes.find(({id}) => id === replaced.id)
    if (other) [change.pair, other.pair] = [other.id, change.id]
    return change
  }

  /** Every change, in print order. */
  finished(): readonly Change[] {
    return this.#changes
  }

  // The first paragraph that left is the first that arrived, and so on.
  #join(change: Building, move: string): void {
    const halves = this.#halves.get(move) ?? []
    this.#halves.set(move, halves)
    const other = halves.find(({kind, pair}) => kind !== change.kind && pair === undefined)
    if (other) [change.pair, other.pair] = [other.id, change.id]
    halves.push(change)
  }
}

function plain(kind: Mark['kind']): MarkKind {
  return kind === 'movedFrom' || kind === 'deleted' ? 'deleted' : 'inserted'
}

function wholeMoves(stories: readonly {readonly paragraphs: readonly StoryParagraph[]}[]): ReadonlySet<string> {
  const halves = {movedFrom: new Set<string>(), movedTo: new Set<string>()}
  for (const {paragraphs} of stories)
    for (const {pieces, mark, around} of paragraphs)
      for (const {kind, move} of [...pieces.flatMap(({marks}) => marks), ...mark, ...around])
        if (move !== undefined && (kind === 'movedFrom' || kind === 'movedTo')) halves[kind].add(move)
  return new Set([...halves.movedFrom].filter((name) => halves.movedTo.has(name)))
}
