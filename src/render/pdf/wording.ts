/** Inlines → pieces of the manuscript: quotes round a defined term, citations in words, runs of another script apart. */
import {
  type CitationPiece,
  citationOf,
  type FairCopy,
  type Inline,
  inlinesOfAgreement,
  type ProvisionId,
  type Reference,
} from '../../model/index.js'
import type {Piece, Wording} from './manuscript.js'
import {runsOf} from './scripts.js'
import {type Surveyor, targetsOf} from './survey.js'
import type {Typefaces} from './typefaces.js'

/** What the words of one copy depend on. */
export interface Setting {
  readonly copy: FairCopy<unknown>
  readonly typefaces: Typefaces
  /** What a citation leads to: only these get a label, since every label costs Typst time in every pass. */
  readonly cited: ReadonlySet<ProvisionId>
  /** What stands on the contents page. */
  readonly listed: ReadonlySet<ProvisionId>
}

export function settingOf(copy: FairCopy<unknown>, typefaces: Typefaces, surveyor: Surveyor): Setting {
  const cited = new Set<ProvisionId>()
  for (const target of targetsIn(copy, surveyor))
    for (const piece of copy.citations.get(target) ?? []) if (typeof piece !== 'string') cited.add(piece.target)
  return {copy, typefaces, cited, listed: new Set(copy.contents.map(({id}) => id))}
}

// Provisions are surveyed once, and then only headings, cover and signatures are walked again.
function targetsIn({agreement}: FairCopy<unknown>, surveyor: Surveyor): ReadonlySet<ProvisionId> {
  const parts = agreement.parts.map((part) => (part.kind === 'cover' ? part : {...part, provisions: []}))
  const targets = new Set(targetsOf(inlinesOfAgreement({...agreement, parts})))
  for (const part of agreement.parts) {
    if (part.kind === 'cover') continue
    for (const provision of part.provisions)
      for (const target of surveyor(provision, agreement.language).targets) targets.add(target)
  }
  return targets
}

/** Bare text: line breaks and runs of another script set apart. */
export function wordsOf(text: string, {copy, typefaces}: Setting): Wording {
  return text.split('\n').flatMap((line, index) => {
    const runs = runsOf(line, copy.agreement.language).map((run): Piece => {
      if (run.language === undefined) return run.text
      return {type: 'foreign', language: run.language, family: typefaces.familyOf.get(run.language)!, text: run.text}
    })
    return index === 0 ? runs : [{type: 'break'} as const, ...runs]
  })
}

/** Inlines in order; neighbouring plain words are joined, so that Typst shapes and hyphenates them as one. */
export function wording(inlines: readonly Inline<unknown>[], setting: Setting): Wording {
  return joined(inlines.flatMap((inline) => piecesOf(inline, setting)))
}

function piecesOf(inline: Inline<unknown>, setting: Setting): Wording {
  const {print} = setting.copy.locale
  switch (inline.type) {
    case 'text':
    case 'use':
      return wordsOf(inline.text, setting)
    case 'value':
      return wordsOf(inline.words, setting)
    case 'emphasis':
      return [{type: 'emphasis', content: wording(inline.content, setting)}]
    case 'definition':
      return [{type: 'term', open: print.openQuote, content: wordsOf(inline.text, setting), close: print.closeQuote}]
    case 'blank':
      return [{type: 'blank', text: print.blank}]
    case 'reference':
      return citation(inline, setting)
  }
}

/** "clause 7.2" is one link; of "paragraph 1 of Schedule 2" each number is. A number is not parted from its word. */
function citation(inline: Reference<unknown>, setting: Setting): Wording {
  const pieces = citationOf(inline, setting.copy)
  if (!pieces) throw new Error(`citation: "${inline.target}" has none, though the copy refers to it`)
  const linked = pieces.filter((piece) => typeof piece !== 'string')
  if (linked.length === 1) {
    const text = pieces.map((piece, index) => plain(piece, pieces[index + 1])).join('')
    return [{type: 'citation', target: linked[0]!.target, content: wordsOf(text, setting)}]
  }
  return pieces.flatMap((piece, index): Wording => {
    const words = wordsOf(plain(piece, pieces[index + 1]), setting)
    return typeof piece === 'string' ? words : [{type: 'citation', target: piece.target, content: words}]
  })
}

function plain(piece: CitationPiece, next: CitationPiece | undefined): string {
  if (typeof piece !== 'string') return piece.numeral.replaceAll(' ', '\u00a0')
  return typeof next === 'object' ? piece.replace(/^(\S+) $/, '$1\u00a0') : piece
}

function joined(pieces: Wording): Wording {
  const whole: Piece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') whole[whole.length - 1] = last + piece
    else whole.push(piece)
  }
  return whole
}
