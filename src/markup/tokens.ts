/**
 * What Markdown must not see: values, conditions, definitions and escaped words, each replaced by one private-use
 * character before Markdown is read. Markdown then parses structure only, and no value or condition is ever its input.
 */
import type {Expression, Path} from '../model/index.js'

export type Token =
  | {readonly kind: 'if'; readonly test: Expression}
  | {readonly kind: 'each'; readonly over: Path}
  | {readonly kind: 'else'; readonly test?: Expression}
  | {readonly kind: 'end'}
  | {readonly kind: 'print'; readonly expression: Expression}
  | {readonly kind: 'definition'; readonly text: string}
  | {readonly kind: 'literal-text'; readonly text: string}

/** Tokens that open, divide or close a block. */
export type BlockToken = Extract<Token, {kind: 'if' | 'each' | 'else' | 'end'}>

const first = 0xe000
const last = 0xf8ff
export const mostTokens = last - first + 1

/** Any private-use code point: refused in source, so that a token can never be forged. */
export const privateUse = /[\u{e000}-\u{f8ff}\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u

/** The character that stands for the n-th token of a file. */
export function characterOf(index: number): string {
  return String.fromCodePoint(first + index)
}

/** The token that a character stands for, if it stands for one. */
export function tokenOf(character: string, tokens: readonly Token[]): Token | undefined {
  return tokens[(character.codePointAt(0) ?? 0) - first]
}

/** True for tokens that open, divide or close a block. */
export function isBlockToken(token: Token | undefined): token is BlockToken {
  return (
    token !== undefined &&
    (token.kind === 'if' || token.kind === 'each' || token.kind === 'else' || token.kind === 'end')
  )
}
