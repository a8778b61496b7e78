/** Notes on the causes of changes, counted in print order. The halves of a move or a replacement share a note. */
import {type Against, type Change, standingOf} from '../../model/index.js'

export interface Note {
  readonly number: number
  /** The change, and its other half where it has one: that of the old side first. */
  readonly halves: readonly [Change, ...Change[]]
}

/** None where the redline does not show causes. */
export function notesOf({redline, showCauses}: Against<Change>): readonly Note[] {
  if (!showCauses) return []
  const byId = new Map(redline.changes.map((change) => [change.id, change]))
  const noted = new Set<string>()
  const notes: Note[] = []
  for (const change of redline.changes) {
    if (noted.has(change.id)) continue
    const other = change.pair === undefined ? undefined : byId.get(change.pair)
    const halves: Note['halves'] = other && !noted.has(other.id) ? inOrder(change, other) : [change]
    for (const {id} of halves) noted.add(id)
    notes.push({number: notes.length + 1, halves})
  }
  return notes
}

function inOrder(one: Change, other: Change): Note['halves'] {
  return standingOf(one) === 'old' ? [one, other] : [other, one]
}
