/** The cover: what the document is, between whom, in which state, its key terms. Notices stand in its footer. */
import {
  type Change,
  type Cover,
  type ExecutionBlock,
  type FairCopy,
  furnitureOf,
  type Inline,
} from '../../../model/index.js'
import {under} from '../redline-sheet.js'
import type {Sheet} from '../sheet.js'
import {ranged} from '../tracked.js'
import {inlines} from './inlines.js'
import {ours} from './marked-inlines.js'
import {onSide, optional, standsWith} from './optional.js'
import {paragraph} from './paragraph.js'
import {jointsOf, partiesOf} from './party-names.js'
import {run} from './run.js'
import {section} from './section.js'
import {table} from './table.js'

/** A page of its own, which ends its section. */
export function cover(part: Cover<Change>, copy: FairCopy<Change>, around: Sheet): string {
  const {title} = furnitureOf(copy)
  const sheet = under(around, part.mark)
  const {print} = sheet
  const terms = part.blocks.some(({type}) => type === 'table')
    ? paragraph('CoverHeading', ours(run(print.keyTerms), sheet), {}, sheet)
    : ''
  return (
    paragraph('CoverState', inlines(onSide(state(copy), sheet), sheet), {}, sheet) +
    paragraph('CoverTitle', inlines(onSide(title, sheet), sheet), {}, sheet) +
    parties(copy, sheet) +
    terms +
    part.blocks.map((block) => keyTerms(block, sheet)).join('') +
    paragraph('AfterTable', '', {section: section('cover')}, sheet)
  )
}

function keyTerms(block: Cover<Change>['blocks'][number], around: Sheet): string {
  if (block.type === 'table') return table(block, around)
  const sheet = under(around, block.mark)
  return ranged(paragraph('Normal', inlines(block.content, sheet), {}, sheet), block.mark, sheet)
}

/** The head of the first page of a document without a cover. */
export function titleHead(copy: FairCopy<Change>, sheet: Sheet): string {
  return (
    paragraph('CoverState', inlines(onSide(state(copy), sheet), sheet), {}, sheet) +
    paragraph('Title', inlines(onSide(furnitureOf(copy).title, sheet), sheet), {}, sheet)
  )
}

function state(copy: FairCopy<Change>): readonly Inline<Change>[] {
  const {purpose, locale} = copy
  const {revision} = furnitureOf(copy)
  const draft = purpose === 'draft' || purpose === 'redline'
  return draft ? [{type: 'text', text: `${locale.print.draft} · `}, ...revision] : revision
}

// The names stand a second time here: those of parties that moved are printed as deleted and inserted.
function parties(copy: FairCopy<Change>, around: Sheet): string {
  const sheet: Sheet = around.redline ? {...around, plainly: true} : around
  const blocks = partiesOf(copy).filter(({mark}) => standsWith(mark, sheet))
  if (blocks.length === 0) return ''
  const joints = jointsOf(blocks.map(({mark}) => mark))
  const between = paragraph('CoverBetween', ours(run(sheet.print.between), sheet), {}, sheet)
  const names = blocks.map((block, index) => {
    const joint = joints[index]
    const within = joint === 'both' || sheet.around ? sheet : under(sheet, joint)
    const and = joint ? paragraph('CoverBetween', ours(run(copy.locale.and), within), {}, within) : ''
    return and + party(block, sheet.around ? sheet : under(sheet, block.mark))
  })
  return between + names.join('')
}

function party({party, native}: ExecutionBlock<Change>, sheet: Sheet): string {
  const within = optional(native ?? [], sheet)
  const own = native && native.length > 0 ? paragraph('CoverParty', inlines(native, within), {}, within) : ''
  return paragraph('CoverParty', inlines(party, sheet), {}, sheet) + own
}
