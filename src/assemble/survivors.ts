/** The survival list: `[…](#survivors)` becomes references to every provision that outlives the agreement, computed, never typed. */
import type {Block, Diagnostic, Inline, Locale, Provision, ProvisionId} from '../model/index.js'
import {itemIds} from './item-ids.js'
import type {Selection} from './select.js'
import {survivorsTarget} from './survey.js'

/** The provisions that a clause says outlive the agreement, as they stand; and labels that name no item at all. */
export function survivorsOf({clause, position}: Selection, standing: ReadonlySet<ProvisionId>): Survivors {
  if (typeof clause.survives === 'boolean') return {ids: clause.survives ? [position] : [], missing: []}
  const named = clause.survives.map((label) => `${position}/${label}`)
  const absent = named.filter((id) => !standing.has(id))
  // A condition may have left the item out; a label that no item has is a mistake of the author.
  const known = absent.length > 0 ? new Set(itemIds(clause)) : standing
  return {
    ids: named.filter((id) => standing.has(id)),
    missing: absent.filter((id) => !known.has(id)).map(noSuchItem),
  }
}

export interface Survivors {
  readonly ids: readonly ProvisionId[]
  readonly missing: readonly Diagnostic[]
}

function noSuchItem(id: ProvisionId): Diagnostic {
  return {
    severity: 'error',
    code: 'survival/no-such-item',
    message: `"survives" names "${id}", and no item has that label.`,
    hint: 'Name labels of the clause, or write survives: true.',
    at: {provision: id},
  }
}

function isSurvivors(inline: Inline): boolean {
  return inline.type === 'reference' && inline.target === survivorsTarget
}

/** The provision with the list written out as bare numbers: "4, 7.2 and 9"; the clause says what they count. */
export function writeSurvivors(provision: Provision, survivors: readonly ProvisionId[], locale: Locale): Provision {
  const list = enumerate(survivors, locale)
  const inBlock = (block: Block): Block =>
    block.type === 'paragraph'
      ? {...block, content: block.content.flatMap((inline) => (isSurvivors(inline) ? list : [inline]))}
      : block
  return {
    ...provision,
    body: provision.body.map(inBlock),
    provisions: provision.provisions.map((child) => writeSurvivors(child, survivors, locale)),
    ...(provision.closing ? {closing: provision.closing.map(inBlock)} : {}),
  }
}

function enumerate(targets: readonly ProvisionId[], locale: Locale): readonly Inline[] {
  return targets.flatMap((target, index): readonly Inline[] => {
    const reference = {type: 'reference', target, bare: true} as const
    if (index === 0) return [reference]
    return [{type: 'text', text: index === targets.length - 1 ? ` ${locale.and} ` : ', '}, reference]
  })
}
