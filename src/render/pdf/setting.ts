/** What the words of one copy depend on: the copy itself, its typefaces, what is cited, and in a redline the marks. */
import {
  type Change,
  type FairCopy,
  type Inline,
  inlinesOfAgreement,
  type Numeral,
  numeralOf,
  type ProvisionId,
} from '../../model/index.js'
import {anchorAt} from './anchors.js'
import {type Redlining, redliningOf, standingIn} from './marks.js'
import {type Surveyor, targetsOf} from './survey.js'
import type {Typefaces} from './typefaces.js'

export interface Setting {
  readonly copy: FairCopy<Change>
  readonly typefaces: Typefaces
  /** What a citation leads to: only these get a label, since every label costs Typst time in every pass. */
  readonly cited: ReadonlySet<ProvisionId>
  /** What stands on the contents page. */
  readonly listed: ReadonlySet<ProvisionId>
  /** Only in a redline. */
  readonly redline?: Redlining
}

export function settingOf(copy: FairCopy<Change>, typefaces: Typefaces, surveyor: Surveyor): Setting {
  const listed = new Set(copy.contents.map(({id}) => id))
  if (copy.against) return {copy, typefaces, cited: new Set(), listed, redline: redliningOf(copy, copy.against)}
  const cited = new Set<ProvisionId>()
  for (const target of targetsIn(copy, surveyor))
    for (const piece of copy.citations.get(target) ?? []) if (typeof piece !== 'string') cited.add(piece.target)
  return {copy, typefaces, cited, listed}
}

// Provisions are surveyed once, and then only headings, cover and signatures are walked again.
function targetsIn({agreement}: FairCopy<Change>, surveyor: Surveyor): ReadonlySet<ProvisionId> {
  const parts = agreement.parts.map((part) => (part.kind === 'cover' ? part : {...part, provisions: []}))
  const inlines: readonly Inline<Change>[] = inlinesOfAgreement({...agreement, parts})
  const targets = new Set(targetsOf(inlines))
  for (const part of agreement.parts) {
    if (part.kind === 'cover') continue
    for (const provision of part.provisions)
      for (const target of surveyor(provision, agreement.language).targets) targets.add(target)
  }
  return targets
}

/** The number that a provision or schedule prints: of what stands on the old side only, the one it had there. */
export function numeralIn(id: ProvisionId, setting: Setting): Numeral | undefined {
  return numeralOf(id, setting.copy, standingIn(setting))
}

/** The label by which citations find a provision; none where nothing cites it. */
export function anchorOf(id: ProvisionId, setting: Setting): {readonly id?: string} {
  if (!setting.redline) return setting.cited.has(id) ? {id} : {}
  const anchor = anchorAt(id, standingIn(setting))
  return setting.redline.anchors.has(anchor) ? {id: anchor} : {}
}

/** Where a citation of a target leads from here; nowhere where the redline does not print the target. */
export function destinationOf(target: ProvisionId, setting: Setting): string | undefined {
  const {redline} = setting
  if (!redline) return target
  const {gone, renamed} = redline.against
  const old = standingIn(setting) === 'old'
  const anchor = old && gone.has(target) ? anchorAt(target, 'old') : old ? (renamed.get(target) ?? target) : target
  return redline.anchors.has(anchor) ? anchor : undefined
}
