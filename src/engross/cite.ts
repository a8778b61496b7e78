/** What a reference prints: "clause 7.2(a)", "clause 7 (Joint results)", "Schedule 2 (Gates)", "paragraph 1.1 of Schedule 2". */
import {
  type Agreement,
  bareWords,
  type CitationPiece,
  type Inline,
  type Locale,
  type Numeral,
  type Provision,
  type ProvisionId,
  provisionsIn,
} from '../model/index.js'

type Numerals = ReadonlyMap<ProvisionId, Numeral>
export type Citations = ReadonlyMap<ProvisionId, readonly CitationPiece[]>

/** The citation of every numbered provision and schedule, and of the clause that a schedule of one clause is made of. */
export function citations<M>(agreement: Agreement<M>, numerals: Numerals, locale: Locale): Citations {
  const found = new Map<ProvisionId, readonly CitationPiece[]>()
  for (const part of agreement.parts) {
    const schedule = part.kind === 'schedule' ? citeSchedule(part.id, part.heading, numerals, locale) : undefined
    if (schedule) found.set(part.id, schedule)
    for (const provision of provisionsIn(part)) {
      const numeral = numerals.get(provision.id)
      if (numeral) found.set(provision.id, cite(provision, numeral, part.id, numerals, locale))
      else if (schedule) found.set(provision.id, schedule)
    }
  }
  return found
}

function citeSchedule<M>(
  id: ProvisionId,
  heading: readonly Inline<M>[],
  numerals: Numerals,
  locale: Locale,
): readonly CitationPiece[] {
  return [{target: id, numeral: numerals.get(id)!.full}, ` (${bareWords(heading, locale.print.blank)})`]
}

function cite<M>(
  provision: Provision<M>,
  numeral: Numeral,
  part: ProvisionId,
  numerals: Numerals,
  locale: Locale,
): readonly CitationPiece[] {
  const own = {target: provision.id, numeral: numeral.full}
  const heading = provision.heading ? [` (${bareWords(provision.heading, locale.print.blank)})`] : []
  const {print} = locale
  if (numeral.list === 'clauses') return [`${print.clause} `, own, ...heading]
  if (numeral.list === 'recitals') return [`${print.recital} `, own]
  if (numeral.list === 'parties') return [`${print.party} `, own]
  const schedule = {target: part, numeral: numerals.get(part)!.full}
  const [before, between, after] = print.paragraphOf.split(/\{paragraph\}|\{schedule\}/)
  return [`${before}${print.paragraph} `, own, `${between}`, schedule, ...(after ? [after] : [])]
}
