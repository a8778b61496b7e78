/** Brackets and curled quotes in pairs: a change that holds one half of a pair holds the other. */
import type {Token} from './tokens.js'

const openers = '([{“‘「『（［【〔《〈'
const closers = ')]}”’」』）］】〕》〉'

/** An apostrophe at the end of a word looks like a closing quote, so a single quote never counts. */
const single = openers.indexOf('‘')

function pairOf(token: Token, side: string): number {
  const at = token.kind === 'punctuation' ? side.indexOf(token.text) : -1
  return at === single ? -1 : at
}

export function isCloser(token: Token): boolean {
  return pairOf(token, closers) >= 0
}

/** Whether every bracket opened from one token up to another is closed there, and none besides. */
export function isBalanced(tokens: readonly Token[], from: number, to: number): boolean {
  let open: number[] | undefined
  for (let index = from; index < to; index += 1) {
    const token = tokens[index]!
    if (token.kind !== 'punctuation') continue
    const opened = pairOf(token, openers)
    const closed = pairOf(token, closers)
    if (opened >= 0) {
      open ??= []
      open.push(opened)
    } else if (closed >= 0 && open?.pop() !== closed) return false
  }
  return open === undefined || open.length === 0
}
