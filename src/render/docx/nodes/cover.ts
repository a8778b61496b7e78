/** The cover: what the document is, between whom, in which state, its key terms. Notices stand in its footer. */
import type {Cover, ExecutionBlock, FairCopy} from '../../../model/index.js'
import type {Sheet} from '../sheet.js'
import {inlines} from './inlines.js'
import {paragraph} from './paragraph.js'
import {run} from './run.js'
import {section} from './section.js'
import {table} from './table.js'

/** A page of its own, which ends its section. */
export function cover(part: Cover, copy: FairCopy, sheet: Sheet): string {
  const {title} = copy.agreement
  const {print} = sheet
  const terms = part.blocks.some(({type}) => type === 'table') ? paragraph('CoverHeading', run(print.keyTerms)) : ''
  return (
    paragraph('CoverState', run(state(copy))) +
    paragraph('CoverTitle', run(title)) +
    parties(copy, sheet) +
    terms +
    part.blocks
      .map((block) =>
        block.type === 'table' ? table(block, sheet) : paragraph('Normal', inlines(block.content, sheet)),
      )
      .join('') +
    paragraph('AfterTable', '', {section: section('cover')})
  )
}

/** The head of the first page of a document without a cover. */
export function titleHead(copy: FairCopy): string {
  return paragraph('CoverState', run(state(copy))) + paragraph('Title', run(copy.agreement.title))
}

function state({purpose, identity, locale: {print}}: FairCopy): string {
  const revision = print.revision.replace('{n}', String(identity.revision))
  return purpose === 'draft' || purpose === 'redline' ? `${print.draft} · ${revision}` : revision
}

function parties({agreement, locale}: FairCopy, sheet: Sheet): string {
  const blocks = agreement.parts.flatMap((part) => (part.kind === 'execution' ? part.blocks : []))
  const [first, ...others] = blocks.map((block) => party(block, sheet))
  if (first === undefined) return ''
  const and = paragraph('CoverBetween', run(locale.and))
  return paragraph('CoverBetween', run(sheet.print.between)) + [first, ...others].join(and)
}

function party({party, native}: ExecutionBlock, sheet: Sheet): string {
  const own = native && native.length > 0 ? paragraph('CoverParty', inlines(native, sheet)) : ''
  return paragraph('CoverParty', inlines(party, sheet)) + own
}
