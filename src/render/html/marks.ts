/**
 * Marks on words: `ins` and `del` round the words themselves, also where a whole clause is in or out, so that what is marked
 * is the same for the eye, for a reader aloud and for a copy. What the redline itself says stands in a `gloss`.
 */
import type {Change, Inline, MarkKind} from '../../model/index.js'
import {changesNumber} from './glosses.js'
import {element, type Html, joined, text} from './html.js'
import {below, isShown, type Page} from './page.js'
import {changeTitle} from './phrases.js'

const elementOf: Readonly<Record<MarkKind, 'ins' | 'del'>> = {
  inserted: 'ins',
  deleted: 'del',
  movedFrom: 'del',
  movedTo: 'ins',
}

const classOf: Readonly<Record<MarkKind, string>> = {
  inserted: 'inserted',
  deleted: 'deleted',
  movedFrom: 'moved-from',
  movedTo: 'moved-to',
}

/** The classes of an element: its own, and that of its mark. */
export function classes(own: string | undefined, {mark}: {readonly mark?: Change}, page: Page): string | undefined {
  return page.redline && mark ? [...(own ? [own] : []), 'whole', classOf[mark.kind]].join(' ') : own
}

/** Words of ours, with the mark of what they stand in: a number, "Signed for". */
export function underMark(words: Html, page: Page): Html {
  const mark = page.redline?.mark
  return mark ? element(elementOf[mark.kind], {class: classOf[mark.kind]}, words) : words
}

/** Inlines with their marks: neighbours of one change are one stretch, and its number stands after it. */
export function markedWords(
  inlines: readonly Inline<Change>[],
  page: Page,
  write: (inlines: readonly Inline<Change>[], page: Page) => Html,
): Html {
  const stretches = stretchesOf(inlines.filter((inline) => isShown(inline, page)))
  return joined(
    stretches.map((stretch, index) => {
      const {mark} = stretch[0]!
      const here = below(page, {...(mark ? {mark} : {})})
      const words = write(stretch, here)
      if (!mark) return underMark(words, here)
      return joined([markedStretch(words, mark, here), numberAfter(mark, stretches[index + 1]?.[0]?.mark, page)])
    }),
  )
}

function stretchesOf(inlines: readonly Inline<Change>[]): readonly (readonly Inline<Change>[])[] {
  const starts = inlines.flatMap((inline, index) =>
    index === 0 || inline.mark?.id !== inlines[index - 1]!.mark?.id ? [index] : [],
  )
  return starts.map((start, index) => inlines.slice(start, starts[index + 1]))
}

function markedStretch(words: Html, mark: Change, page: Page): Html {
  const entry = page.redline?.entries.get(mark.id)
  const attributes = {
    class: classOf[mark.kind],
    'data-n': entry && String(entry.number),
    title: entry && changeTitle(entry, mark),
    datetime: mark.date === '' ? undefined : mark.date,
  }
  return element(elementOf[mark.kind], attributes, words)
}

// Words that replace others are one change: the number stands after the new words.
function numberAfter(mark: Change, next: Change | undefined, page: Page): Html {
  return next !== undefined && next.id === mark.pair ? text('') : changesNumber(mark, page)
}
