/** The parts of an agreement after its cover, each a section under a heading of its own. */
import {type Agreement, bareWords, type Change, type Cover, type Part} from '../../model/index.js'
import {standingLine} from './glosses.js'
import {element, type Html, joined, text} from './html.js'
import {type Words, written} from './inlines.js'
import {classes, underMark} from './marks.js'
import {below, numeralHere, type Page, placeOf} from './page.js'
import {label, provisions} from './provisions.js'
import {signing} from './signing.js'
import {isUnchangedPart, unchangedClass, withGaps} from './unchanged.js'

/** Parts but the cover. */
export type Bodied = Exclude<Part<Change>, Cover<Change>>

/** Everything but the cover. Clauses stand a level below their group, where there are groups with headings. */
export function parts({parts: list}: Agreement<Change>, page: Page): Html {
  const bodied = list.flatMap((part) => (part.kind === 'cover' ? [] : [part]))
  const run = {
    unchanged: isUnchangedPart,
    write: (part: Bodied) => partOf(part, below(page, part)),
    name: (left: readonly Bodied[]) => left.map((part) => nameOf(part, page)).join(', '),
    line: 'p',
  } as const
  return joined(withGaps(bodied, run, page))
}

function nameOf(part: Bodied, {copy: {locale, numerals}}: Page): string {
  if (part.kind === 'execution') return locale.print.signatures
  return numerals.get(part.id)?.label ?? bareWords(headingOf(part), locale.print.blank)
}

function partOf(part: Bodied, page: Page): Html {
  const kind = classes(unchangedClass(part.kind, isUnchangedPart(part), page), part, page)
  const attributes = {class: kind, id: placeOf(part.id, page)}
  if (part.kind === 'group' && !part.heading)
    return element('section', attributes, standingLine(part, page), provisions(part.provisions, 2, page))
  const inside = [standingLine(part, page), title(part, page), provisions(part.provisions, 3, page)]
  return element('section', attributes, ...inside, ...(part.kind === 'execution' ? [signing(part.blocks, page)] : []))
}

/** The heading of a part, with its number. */
export function title(part: Bodied, page: Page): Html {
  if (part.kind === 'execution') return element('h2', {}, underMark(text(page.copy.locale.print.signatures), page))
  const words = element('span', {}, written(headingOf(part), page))
  return numeralHere(part.id, page)
    ? element('h2', {}, label(part.id, page), text(' '), words)
    : element('h2', {}, words)
}

function headingOf(part: Bodied): Words {
  return 'heading' in part && part.heading ? part.heading : []
}
