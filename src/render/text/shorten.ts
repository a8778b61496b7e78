/** Leaves out the middle of long stretches that did not change, and says so with `…`. */
import type {Stretch} from './stretches.js'

/** Words kept beside a change. */
const kept = 8
/** Fewer than these are not worth leaving out. */
const fewest = 4

/** `standing` tells what may be shortened: words that did not change, or that merely moved. */
export function shortened(stretches: readonly Stretch[], standing: (stretch: Stretch) => boolean): readonly Stretch[] {
  return stretches.map((stretch, index) => {
    if (!standing(stretch)) return stretch
    const alone = stretches.length === 1
    const words = cut(stretch.words, index > 0 || alone ? kept : 0, index < stretches.length - 1 ? kept : 0)
    return {...stretch, words}
  })
}

function cut(words: string, first: number, last: number): string {
  const pieces = words.split(/(\s+)/)
  const total = Math.ceil(pieces.length / 2)
  if (total < first + last + fewest) return words
  const before = pieces
    .slice(0, first * 2)
    .join('')
    .trimEnd()
  const after =
    last === 0
      ? ''
      : pieces
          .slice(-last * 2)
          .join('')
          .trimStart()
  return [before, '…', after].filter((piece) => piece !== '').join(' ')
}
