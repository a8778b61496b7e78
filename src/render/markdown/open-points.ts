/** What is still open: each blank's question, beside the citation of the provision that it stands in. */
import {
  type Agreement,
  type Blank,
  type FairCopy,
  inlinesOf,
  inlinesOfAgreement,
  provisionsOf,
} from '../../model/index.js'
import {citation} from './citation.js'
import {asParagraph, escaped} from './escape.js'

/** Nothing when nothing is open. Each question once, where it is first asked; those outside any provision stand alone. */
export function openPoints(copy: FairCopy): readonly string[] {
  const places = firstPlaces(copy.agreement)
  const asked = new Map<string, Blank>()
  for (const inline of inlinesOfAgreement(copy.agreement)) {
    if (inline.type === 'blank' && !asked.has(inline.pointer)) asked.set(inline.pointer, inline)
  }
  const lines = [...asked.values()].map(({pointer, question}) => {
    const place = places.get(pointer)
    const words =
      place !== undefined && copy.citations.has(place) ? `${citation(copy, {target: place})}: ${question}` : question
    return `- ${asParagraph(escaped(words)).replaceAll('\n', '\n  ')}`
  })
  return lines.length === 0 ? [] : [`## ${escaped(copy.locale.print.blank)}`, lines.join('\n')]
}

function firstPlaces(agreement: Agreement): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  for (const provision of provisionsOf(agreement)) {
    for (const inline of inlinesOf(provision)) {
      if (inline.type === 'blank' && !places.has(inline.pointer)) places.set(inline.pointer, provision.id)
    }
  }
  return places
}
