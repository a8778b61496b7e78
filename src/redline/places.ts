/** Where everything with an id stands in an agreement, found in one walk. */
import type {Agreement, ExecutionBlock, Part, Provision, ProvisionId} from '../model/index.js'

export interface Place {
  readonly provision: Provision
  readonly part: Part
  /** The provision that it stands in; none at the top of a part. */
  readonly parent?: Provision
}

export interface Places {
  readonly provisions: ReadonlyMap<ProvisionId, Place>
  readonly parts: ReadonlyMap<ProvisionId, Part>
  readonly blocks: ReadonlyMap<ProvisionId, ExecutionBlock>
}

export function placesOf({parts}: Agreement): Places {
  const provisions = new Map<ProvisionId, Place>()
  const blocks = new Map<ProvisionId, ExecutionBlock>()
  for (const part of parts) {
    if (part.kind === 'cover') continue
    for (const provision of part.provisions) add({provision, part}, provisions)
    if (part.kind === 'execution') for (const block of part.blocks) blocks.set(block.id, block)
  }
  return {provisions, parts: new Map(parts.map((part) => [part.id, part])), blocks}
}

function add(place: Place, into: Map<ProvisionId, Place>): void {
  const {provision, part} = place
  into.set(provision.id, place)
  for (const child of provision.provisions) add({provision: child, part, parent: provision}, into)
}

/** The position that a provision answers: its id up to the first label. */
export function positionOf(id: ProvisionId): string {
  const end = id.search(/[/~]/)
  return end === -1 ? id : id.slice(0, end)
}
