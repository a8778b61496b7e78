/**
 * `agreement.md` of a revision: made from `agreement.json`, never read back, and shaped for comparing. No number is
 * printed, a sentence stands on a line of its own, and a provision is a bullet: so what differs between two revisions
 * is what changed, and nothing else.
 */
import type {Agreement, Block, ExecutionBlock, Locale, Part, Provision} from '../../model/index.js'
import {headingCitations} from './cite-by-heading.js'
import {asParagraph, escaped, onOneLine} from './escape.js'
import {type Printing, plainly, written} from './inlines.js'
import {sentences} from './sentences.js'
import {tableOf} from './table.js'

interface Sheet extends Printing {
  readonly language: string
}

/** The whole agreement as Markdown, ending with a line break. Takes a draft with broken references: they print their target. */
export function renderUnnumbered(agreement: Agreement, locale: Locale): string {
  const citations = headingCitations(agreement, locale)
  const sheet: Sheet = {
    print: locale.print,
    language: agreement.language,
    cite: ({target}) => citations.get(target) ?? target,
    blank: (question) => blankWith(question, locale.print.blank),
  }
  const parts = agreement.parts.flatMap((part) => partOf(part, sheet))
  return `${[heading(1, escaped(agreement.title)), ...parts].join('\n\n')}\n`
}

// `[●]` with its question inside, so that a blank answered is one changed line that says what was asked.
function blankWith(question: string, blank: string): string {
  return blank.endsWith(']') ? `${blank.slice(0, -1)} ${question}]` : `${blank} ${question}`
}

function heading(level: 1 | 2 | 3, markdown: string): string {
  return `${'#'.repeat(level)} ${onOneLine(markdown, '&#10;')}`
}

function partOf(part: Part, sheet: Sheet): readonly string[] {
  const {print} = sheet
  switch (part.kind) {
    case 'cover':
      return part.blocks.length === 0 ? [] : [heading(2, escaped(print.keyTerms)), ...blocksOf(part.blocks, sheet)]
    case 'parties':
    case 'recitals':
      return [heading(2, plainly(part.heading, sheet)), ...listOf(part.provisions, sheet)]
    case 'group': {
      const title = part.heading ? [heading(2, plainly(part.heading, sheet))] : []
      return [...title, ...part.provisions.flatMap((provision) => clauseOf(provision, sheet))]
    }
    case 'schedule': {
      const title = `${escaped(print.schedule.replace('{n}', '').trim())} – ${plainly(part.heading, sheet)}`
      return [heading(2, title), ...part.provisions.flatMap((provision) => clauseOf(provision, sheet))]
    }
    case 'execution': {
      const testimonium = part.provisions.flatMap((provision) => clauseOf(provision, sheet))
      return [
        heading(2, escaped(print.signatures)),
        ...testimonium,
        ...part.blocks.flatMap((block) => signing(block, sheet)),
      ]
    }
  }
}

function clauseOf({heading: title, body, provisions, closing}: Provision, sheet: Sheet): readonly string[] {
  return [
    ...(title ? [heading(3, plainly(title, sheet))] : []),
    ...blocksOf(body, sheet),
    ...listOf(provisions, sheet),
    ...blocksOf(closing ?? [], sheet),
  ]
}

function listOf(provisions: readonly Provision[], sheet: Sheet): readonly string[] {
  return provisions.length === 0 ? [] : [provisions.map((provision) => itemOf(provision, sheet)).join('\n')]
}

function itemOf({heading: title, body, provisions, closing}: Provision, sheet: Sheet): string {
  const words = [...(title ? [`**${onOneLine(plainly(title, sheet), '&#10;')}**`] : []), ...blocksOf(body, sheet)].join(
    '\n\n',
  )
  const list = listOf(provisions, sheet).join('')
  // A list may follow its lead at once; after a table it would be read as one more row.
  const lead = [words, list].filter((piece) => piece !== '').join(body.at(-1)?.type === 'table' ? '\n\n' : '\n')
  const whole = [lead, ...blocksOf(closing ?? [], sheet)].join('\n\n')
  return `- ${whole.replace(/\n(?=[^\n])/g, '\n  ')}`
}

function blocksOf(blocks: readonly Block[], sheet: Sheet): readonly string[] {
  return blocks.map((block) => (block.type === 'table' ? tableOf(block, sheet) : linesOf(block.content, sheet)))
}

function linesOf(content: Parameters<typeof sentences>[0], sheet: Sheet): string {
  return sentences(content, sheet.language)
    .map((sentence) => asParagraph(written(sentence, sheet)))
    .join('\n')
}

function signing({party, native, signatories}: ExecutionBlock, sheet: Sheet): readonly string[] {
  const {print} = sheet
  const names = native ? `${plainly(party, sheet)} (${plainly(native, sheet)})` : plainly(party, sheet)
  const lines = signatories.map(({name, title, authority}) => {
    const pairs = [
      [print.name, name],
      [print.title, title],
      [print.authority, authority],
    ] as const
    return pairs
      .map(([what, words]) => `${escaped(what)}: ${written(words, sheet)}`)
      .map((line) => onOneLine(line, '&#10;'))
      .join('\n  ')
  })
  return [
    `**${onOneLine(`${escaped(print.signedFor)} ${names}`, '&#10;')}**`,
    lines.map((line) => `- ${line}`).join('\n'),
  ]
}
