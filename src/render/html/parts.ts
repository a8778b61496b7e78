/** The parts of an agreement after its cover, each a section under a heading of its own. */
import type {Agreement, Cover, Part} from '../../model/index.js'
import {anchorOf} from './anchors.js'
import {element, type Html, joined, text} from './html.js'
import {type Words, written} from './inlines.js'
import type {Page} from './page.js'
import {provisions} from './provisions.js'
import {signing} from './signing.js'

/** Everything but the cover. Clauses stand a level below their group, where there are groups with headings. */
export function parts({parts: list}: Agreement, page: Page): Html {
  return joined(list.flatMap((part) => (part.kind === 'cover' ? [] : [partOf(part, page)])))
}

function partOf(part: Exclude<Part, Cover>, page: Page): Html {
  const attributes = {class: part.kind, id: anchorOf(part.id)}
  if (part.kind === 'group' && !part.heading)
    return element('section', attributes, provisions(part.provisions, 2, page))
  const inside = [title(part, page), provisions(part.provisions, 3, page)]
  return element('section', attributes, ...inside, ...(part.kind === 'execution' ? [signing(part.blocks, page)] : []))
}

function title(part: Exclude<Part, Cover>, page: Page): Html {
  if (part.kind === 'execution') return element('h2', {}, text(page.copy.locale.print.signatures))
  const words = element('span', {}, written(headingOf(part), page))
  const numeral = page.copy.numerals.get(part.id)
  if (!numeral) return element('h2', {}, words)
  return element('h2', {}, element('span', {class: 'label'}, text(numeral.label)), text(' '), words)
}

function headingOf(part: Exclude<Part, Cover>): Words {
  return 'heading' in part && part.heading ? part.heading : []
}
