/**
 * The lines of the contents page: groups and schedules, and clauses below their group. An agreement with neither groups nor
 * schedules is a page or two long, and has none.
 */
import type {Agreement, ContentsLine, Numeral, Part, ProvisionId} from '../model/index.js'

export function contents<M>(
  agreement: Agreement<M>,
  numerals: ReadonlyMap<ProvisionId, Numeral>,
): readonly ContentsLine[] {
  const grouped = agreement.parts.some((part) => part.kind === 'group' && part.heading !== undefined)
  const short = !grouped && agreement.parts.every(({kind}) => kind !== 'schedule')
  return short ? [] : agreement.parts.flatMap((part) => linesOf(part, grouped ? 1 : 0, numerals))
}

function linesOf<M>(
  part: Part<M>,
  clauseLevel: 0 | 1,
  numerals: ReadonlyMap<ProvisionId, Numeral>,
): readonly ContentsLine[] {
  if (part.kind === 'schedule') return [line(part.id, 0, part.heading, numerals)]
  if (part.kind !== 'group') return []
  const clauses = part.provisions.flatMap(({id, heading}) =>
    heading ? [line(id, clauseLevel, heading, numerals)] : [],
  )
  return part.heading ? [line(part.id, 0, part.heading, numerals), ...clauses] : clauses
}

function line(
  id: ProvisionId,
  level: 0 | 1,
  heading: ContentsLine['heading'],
  numerals: ReadonlyMap<ProvisionId, Numeral>,
): ContentsLine {
  const numeral = numerals.get(id)?.label
  return {id, level, heading, ...(numeral === undefined ? {} : {numeral})}
}
