/** Which provisions of a redline bear a label that citations can lead to. Each side of a provision has its own. */
import {type Change, type FairCopy, numeralOf, type Provision, type Standing, standingOf} from '../../model/index.js'

/** The label of a provision; old ones stand apart, since a provision may stand on each side. */
export function anchorAt(id: string, standing: Standing): string {
  return standing === 'old' ? `before:${id}` : id
}

/** Labels of all that a redline prints under a number or heading. */
export function anchorsOf(copy: FairCopy<Change>): ReadonlySet<string> {
  const anchors = new Set<string>()
  for (const part of copy.agreement.parts) {
    const standing = standingOf(part.mark)
    if (part.kind === 'schedule') anchors.add(anchorAt(part.id, standing))
    if (part.kind === 'cover') continue
    for (const provision of part.provisions) {
      const here = standingOf(provision.mark, standing)
      // Words without number and heading are set without a label.
      if (provision.heading || numeralOf(provision.id, copy, here)) anchors.add(anchorAt(provision.id, here))
      for (const below of provision.provisions) addAnchors(below, here, anchors)
    }
  }
  return anchors
}

function addAnchors(provision: Provision<Change>, around: Standing, anchors: Set<string>): void {
  const standing = standingOf(provision.mark, around)
  anchors.add(anchorAt(provision.id, standing))
  for (const below of provision.provisions) addAnchors(below, standing, anchors)
}
