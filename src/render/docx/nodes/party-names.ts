/** The parties by their execution blocks, as cover and header name them, with what stands between two names. */
import {
  bareWords,
  type Change,
  type ExecutionBlock,
  type FairCopy,
  type Inline,
  standingOf,
} from '../../../model/index.js'

/** In print order; in a redline each bears the mark of its part where it has none. */
export function partiesOf({agreement}: FairCopy<Change>): readonly ExecutionBlock<Change>[] {
  return agreement.parts.flatMap((part) => {
    if (part.kind !== 'execution') return []
    const {mark, blocks} = part
    return mark ? blocks.map((block) => ({...block, mark: block.mark ?? mark})) : blocks
  })
}

/** What stands before a name: nothing, words of both sides, or of one by the change that brought or took a neighbour. */
export type Joint = 'both' | Change | undefined

/** One for each name: on each side there is one between any two names that stand there. */
export function jointsOf(marks: readonly (Change | undefined)[]): readonly Joint[] {
  let [onOld, onNew]: [Joint, Joint] = [undefined, undefined]
  return marks.map((mark) => {
    const standing = standingOf(mark)
    const [old, now] = [standing === 'new' ? undefined : onOld, standing === 'old' ? undefined : onNew]
    if (standing !== 'new') onOld = mark ?? 'both'
    if (standing !== 'old') onNew = mark ?? 'both'
    if (old && now) return 'both'
    return mark ? (old ?? now) && mark : (old ?? now)
  })
}

/** All names in one line, with a point between. */
export function partyLine(copy: FairCopy<Change>): readonly Inline<Change>[] {
  const blocks = partiesOf(copy)
  const joints = jointsOf(blocks.map(({mark}) => mark))
  return blocks.flatMap(({party, mark}, index) => {
    const joint = joints[index]
    const names = party.map((inline) => text(bareWords([inline], copy.locale.print.blank), inline.mark ?? mark))
    return joint ? [text(' · ', joint === 'both' ? undefined : joint), ...names] : names
  })
}

function text(words: string, mark: Change | undefined): Inline<Change> {
  return {type: 'text', text: words, ...(mark ? {mark} : {})}
}
