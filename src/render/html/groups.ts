/** Under what heading a change is listed: the clause that it stands in; elsewhere the part of the agreement. */
import {
  bareWords,
  type Change,
  type FairCopy,
  type Inline,
  numeralOf,
  type Part,
  type Provision,
  type ProvisionId,
  type Standing,
  standingOf,
  withDescendants,
} from '../../model/index.js'

export interface Group {
  readonly numeral?: string
  readonly words: string
}

/** What stands round the text: a title, a header, a footer. */
const furniture: Group = {words: 'Title and notices'}

/** Finds the group of a change: by the id that it is at, on its own side before the other. */
export function groupsOf(copy: FairCopy<Change>): (change: Change) => Group {
  const found = {old: new Map<ProvisionId, Group>(), new: new Map<ProvisionId, Group>()}
  for (const part of copy.agreement.parts) addPart(part, copy, found)
  return (change) => {
    const sides = standingOf(change) === 'old' ? [found.old, found.new] : [found.new, found.old]
    return sides.map((side) => side.get(change.at)).find((group) => group !== undefined) ?? furniture
  }
}

type Found = Readonly<Record<'old' | 'new', Map<ProvisionId, Group>>>

function addPart(part: Part<Change>, copy: FairCopy<Change>, found: Found): void {
  const standing = standingOf(part.mark)
  const group = groupOfPart(part, copy, standing)
  add([part.id], group, standing, found)
  if (part.kind === 'cover') return
  for (const provision of part.provisions) {
    const own = standingOf(provision.mark, standing)
    const isClause = part.kind === 'group' && provision.heading !== undefined
    addBelow(provision, isClause ? headed(provision, provision.heading, copy, own) : group, own, found)
  }
  if (part.kind !== 'execution') return
  for (const {id, mark} of part.blocks) add([id], group, standingOf(mark, standing), found)
}

// A sub-clause may stand on one side only, in a clause that stands on both.
function addBelow(provision: Provision<Change>, group: Group, standing: Standing, found: Found): void {
  for (const {id, mark} of withDescendants(provision)) add([id], group, standingOf(mark, standing), found)
}

function add(ids: readonly ProvisionId[], group: Group, standing: Standing, found: Found): void {
  for (const id of ids) found[standing === 'old' ? 'old' : 'new'].set(id, group)
}

function groupOfPart(part: Part<Change>, copy: FairCopy<Change>, standing: Standing): Group {
  const {print} = copy.locale
  switch (part.kind) {
    case 'cover':
      return {words: print.keyTerms}
    case 'execution':
      return {words: print.signatures}
    default:
      return part.heading ? headed(part, part.heading, copy, standing) : furniture
  }
}

function headed(
  {id}: {readonly id: ProvisionId},
  heading: readonly Inline<Change>[],
  copy: FairCopy<Change>,
  standing: Standing,
): Group {
  const numeral = numeralOf(id, copy, standing)?.label
  const other = standing === 'old' ? 'new' : 'old'
  const words = heading.filter(({mark}) => standingOf(mark, standing) !== other)
  return {...(numeral ? {numeral} : {}), words: bareWords(words, copy.locale.print.blank)}
}
