/** The survival list: `[…](#survivors)` becomes references to every provision that outlives the agreement, computed, never typed. */
import {
  type Block,
  type Diagnostic,
  type Inline,
  inlinesOf,
  type Locale,
  type Provision,
  type ProvisionId,
  withDescendants,
} from '../model/index.js'
import type {Selection} from './select.js'

/** The target that stands for all provisions that outlive the agreement. */
export const survivorsTarget = 'survivors'

/** The provisions that a clause says outlive the agreement: itself, or its labelled items. */
export function survivorsOf({clause, position}: Selection): readonly ProvisionId[] {
  if (clause.survives === true) return [position]
  return clause.survives === false ? [] : clause.survives.map((label) => `${position}/${label}`)
}

/** Survivors that stand nowhere: a label in `survives` that names no item, unless a condition left it out. */
export function missingSurvivors(
  survivors: readonly ProvisionId[],
  standing: ReadonlySet<ProvisionId>,
  labelled: ReadonlySet<ProvisionId>,
): readonly Diagnostic[] {
  return survivors
    .filter((id) => !standing.has(id) && !labelled.has(id))
    .map((id) => ({
      severity: 'error',
      code: 'survival/no-such-item',
      message: `"survives" names "${id}", and no item has that label.`,
      hint: 'Name labels of the clause, or write survives: true.',
      at: {provision: id},
    }))
}

/** True when the provision, or one below it, refers to the survivors. */
export function listsSurvivors(provision: Provision): boolean {
  return [...withDescendants(provision)].some((one) => [...inlinesOf(one)].some(isSurvivors))
}

function isSurvivors(inline: Inline): boolean {
  return inline.type === 'reference' && inline.target === survivorsTarget
}

/** The provision with the list written out: "clause 4, clause 7.2 and clause 9". */
export function writeSurvivors(provision: Provision, survivors: readonly ProvisionId[], locale: Locale): Provision {
  const list = enumerate(survivors, locale)
  const inBlock = (block: Block): Block =>
    block.type === 'paragraph'
      ? {...block, content: block.content.flatMap((inline) => (isSurvivors(inline) ? list : [inline]))}
      : block
  return {
    ...provision,
    body: provision.body.map(inBlock),
    provisions: provision.provisions.map((child) =>
      listsSurvivors(child) ? writeSurvivors(child, survivors, locale) : child,
    ),
    ...(provision.closing ? {closing: provision.closing.map(inBlock)} : {}),
  }
}

function enumerate(targets: readonly ProvisionId[], locale: Locale): readonly Inline[] {
  return targets.flatMap((target, index): readonly Inline[] => {
    const reference = {type: 'reference', target} as const
    if (index === 0) return [reference]
    return [{type: 'text', text: index === targets.length - 1 ? ` ${locale.and} ` : ', '}, reference]
  })
}
