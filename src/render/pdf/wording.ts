/** Inlines → pieces of the manuscript: quotes round a defined term, citations in words, runs of another script apart. */
import {
  type Change,
  type CitationPiece,
  citationAt,
  formerCitation,
  type Inline,
  type Reference,
} from '../../model/index.js'
import {type MarkedPiece, type Piece, textOf, type Wording} from './manuscript.js'
import {marked, moveLabel, standingIn, under, within} from './marks.js'
import {runsOf} from './scripts.js'
import {destinationOf, type Setting} from './setting.js'

/** Bare text: line breaks and runs of another script set apart. */
export function wordsOf(text: string, setting: Setting): Wording {
  const {copy, typefaces} = setting
  return text.split('\n').flatMap((line, index) => {
    const leaves = runsOf(line, copy.agreement.language).map((run): Piece => {
      if (run.language === undefined) return run.text
      return {type: 'foreign', language: run.language, family: typefaces.familyOf.get(run.language)!, text: run.text}
    })
    const runs = marked(leaves, setting)
    return index === 0 ? runs : [{type: 'break'} as const, ...runs]
  })
}

/** Inlines in order; neighbouring plain words are joined, so that Typst shapes and hyphenates them as one. */
export function wording(inlines: readonly Inline<Change>[], setting: Setting): Wording {
  return joined(
    inlines.flatMap((inline, index) => {
      const pieces = piecesOf(inline, within(inline.mark, setting))
      if (inline.mark === undefined || inline.mark.id === inlines[index - 1]?.mark?.id) return pieces
      const label = moveLabel(inline.mark, setting)
      // The space before words that moved moved with them.
      return [...(label.length > 0 && index > 0 ? [' '] : []), ...label, ...pieces]
    }),
  )
}

function piecesOf(inline: Inline<Change>, setting: Setting): Wording {
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
      return term(wordsOf(inline.text, setting), setting)
    case 'blank':
      return marked([{type: 'blank', text: print.blank}], setting)
    case 'reference':
      return reference(inline, setting)
  }
}

// The quotes of a marked term are marked too, each as a run of its own.
function term(content: Wording, setting: Setting): Wording {
  const {openQuote, closeQuote} = setting.copy.locale.print
  if (!setting.redline?.around) return [{type: 'term', open: openQuote, content, close: closeQuote}]
  const [open, close] = [marked([openQuote], setting), marked([closeQuote], setting)]
  return [...open, {type: 'term', open: '', content, close: ''}, ...close]
}

/** A reference that prints another number than before is marked only where the redline shows renumbering. */
function reference(inline: Reference<Change>, setting: Setting): Wording {
  const {redline, copy} = setting
  const pieces = citationAt(inline, copy, standingIn(setting))
  if (!pieces) throw new Error(`citation: "${inline.target}" has none, though the copy refers to it`)
  const shown = redline?.against.showRenumbering && !redline.around
  const former = shown ? formerCitation(inline, copy) : undefined
  if (!former) return citation(pieces, setting)
  return [
    ...citation(former, under({kind: 'deleted'}, setting)),
    ...citation(pieces, under({kind: 'inserted'}, setting)),
  ]
}

/** "clause 7.2" is one link; of "paragraph 1 of Schedule 2" each number is. A number is not parted from its word. */
function citation(pieces: readonly CitationPiece[], setting: Setting): Wording {
  const linked = pieces.filter((piece) => typeof piece !== 'string')
  if (linked.length === 1) {
    const text = pieces.map((piece, index) => plain(piece, pieces[index + 1])).join('')
    return link(linked[0]!.target, wordsOf(text, setting), setting)
  }
  return pieces.flatMap((piece, index): Wording => {
    const words = wordsOf(plain(piece, pieces[index + 1]), setting)
    return typeof piece === 'string' ? words : link(piece.target, words, setting)
  })
}

function link(target: string, content: Wording, setting: Setting): Wording {
  const destination = destinationOf(target, setting)
  return destination === undefined ? content : [{type: 'citation', target: destination, content}]
}

function plain(piece: CitationPiece, next: CitationPiece | undefined): string {
  if (typeof piece !== 'string') return piece.numeral.replaceAll(' ', '\u00a0')
  return typeof next === 'object' ? piece.replace(/^(\S+) $/, '$1\u00a0') : piece
}

function joined(pieces: Wording): Wording {
  const whole: Piece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    const both = fused(last, piece)
    if (both !== undefined) whole[whole.length - 1] = both
    else if (last !== undefined && collide(last, piece)) whole.push({type: 'gap'}, piece)
    else whole.push(piece)
  }
  return whole
}

// Two pieces as one: plain words, or words of one change.
function fused(one: Piece | undefined, other: Piece): Piece | undefined {
  if (one === undefined) return undefined
  if (typeof one === 'string' || typeof other === 'string')
    return typeof one === 'string' && typeof other === 'string' ? one + other : undefined
  if (one.type !== 'marked' || other.type !== 'marked') return undefined
  const [[before], [after]] = [one.content, other.content]
  if (one.kind !== other.kind || one.change !== other.change) return undefined
  return typeof before === 'string' && typeof after === 'string' ? {...one, content: [before + after]} : undefined
}

// Old words and new ones with no space between them would read, and be read out, as one word.
function collide(one: Piece, other: Piece): boolean {
  const [before, after] = [markedEnd(one, -1), markedEnd(other, 0)]
  if (!before || !after || before.kind === after.kind) return false
  return !/\s$/.test(textOf(before.content[0])) && !/^\s/.test(textOf(after.content[0]))
}

function markedEnd(piece: Piece, index: 0 | -1): MarkedPiece | undefined {
  if (typeof piece === 'string') return undefined
  if (piece.type === 'marked') return piece
  const inner = 'content' in piece ? piece.content.at(index) : undefined
  return inner === undefined ? undefined : markedEnd(inner, index)
}
