/**
 * How marked words look: in colour with strike and underline, so that colour alone carries nothing; in plain text between the
 * brackets of wdiff. The 16 colours that every terminal has (ECMA-48 §8.3.117, SGR).
 */
import type {MarkKind} from '../../model/index.js'

export type Style = MarkKind | 'renumbered' | 'strong' | 'quiet'

export interface Span {
  readonly words: string
  readonly style?: Style
}

const codes: Readonly<Record<Style, string>> = {
  deleted: '31;9',
  inserted: '32;4',
  movedFrom: '36;9',
  movedTo: '36;4',
  renumbered: '2;3',
  strong: '1',
  quiet: '2',
}

const brackets: Readonly<Record<Style, readonly [string, string]>> = {
  deleted: ['[-', '-]'],
  inserted: ['{+', '+}'],
  movedFrom: ['[<', '<]'],
  movedTo: ['{>', '>}'],
  renumbered: ['(~', '~)'],
  strong: ['', ''],
  quiet: ['', ''],
}

/** Words of one style as a terminal shows them; the style ends where the words end. */
export function painted({words, style}: Span): string {
  return style === undefined || words === '' ? words : `\u001b[${codes[style]}m${words}\u001b[0m`
}

/** The same in plain words. */
export function bracketed({words, style}: Span): Span {
  if (style === undefined || words === '') return {words}
  const [opening, closing] = brackets[style]
  return {words: opening + words + closing}
}

/** Spaces at the ends of marked words stand unmarked beside them, where a line may break; a mark on spaces alone stays. */
export function parted(span: Span): readonly Span[] {
  const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(span.words) ?? []
  if (span.style === undefined || middle === '') return [span]
  return [{words: before}, {...span, words: middle}, {words: after}].filter(({words}) => words !== '')
}

const kinds: readonly (readonly [Style, string])[] = [
  ['deleted', 'deleted'],
  ['inserted', 'inserted'],
  ['movedFrom', 'moved away'],
  ['movedTo', 'moved here'],
  ['renumbered', 'renumbered'],
]

/** What the marks in use mean, in one line. */
export function legendOf(styles: ReadonlySet<Style>, shortened: boolean): readonly Span[] {
  const used = kinds.filter(([style]) => styles.has(style)).map(([style, words]) => ({words, style}))
  const listed = used.flatMap((span, index) => (index === 0 ? [span] : [{words: ' '}, span]))
  return shortened ? [...listed, {words: ' … unchanged words left out'}] : listed
}
