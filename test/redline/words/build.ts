/** Inlines, and a marked text as a test reads it: `the laws of [-Delaware-]{+Nevada+}`. */
import type {Inline} from '../../../src/model/index.js'
import {differ, newKeys, type Stretch, type Token, tokensOf} from '../../../src/redline/words/index.js'

export const text = (words: string): Inline => ({type: 'text', text: words})
export const use = (words: string, term = words): Inline => ({type: 'use', term, text: words})
export const definition = (words: string): Inline => ({type: 'definition', term: words, text: words})
export const emphasis = (...content: Inline[]): Inline => ({type: 'emphasis', content})
export const value = (pointer: string, words: string): Inline => ({type: 'value', pointer, words})
export const blank = (pointer: string): Inline => ({type: 'blank', pointer, question: `What is ${pointer}?`})
export const reference = (target: string, bare = false): Inline => ({
  type: 'reference',
  target,
  ...(bare ? {bare: true as const} : {}),
})

export type Side = string | readonly Inline[]

export const inlines = (side: Side): readonly Inline[] => (typeof side === 'string' ? [text(side)] : side)

/** Both sides as tokens of the same keys. */
export function tokensOfBoth(before: Side, after: Side): readonly [readonly Token[], readonly Token[]] {
  const keys = newKeys()
  return [tokensOf(inlines(before), keys), tokensOf(inlines(after), keys)]
}

export function printed(tokens: readonly Token[], from = 0, to = tokens.length): string {
  return tokens
    .slice(from, to)
    .map(({text: words, inner}) => (inner.type === 'reference' ? `→${inner.target}` : words))
    .join('')
}

export function marked(before: Side, after: Side): string {
  const [gone, come] = tokensOfBoth(before, after)
  return differ(gone, come)
    .map((stretch) => shown(stretch, gone, come))
    .join('')
}

export function shown(stretch: Stretch, gone: readonly Token[], come: readonly Token[]): string {
  if (stretch.type === 'kept') return printed(come, stretch.after, stretch.after + stretch.length)
  if (stretch.type === 'deleted') return `[-${printed(gone, stretch.from, stretch.to)}-]`
  return `{+${printed(come, stretch.from, stretch.to)}+}`
}
