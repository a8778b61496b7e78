/**
 * Where a sentence ends, for a text of one sentence a line. Only words that stand in the clause itself decide: a value
 * never ends a sentence and never breaks, so that a changed value changes its own line and no other.
 */
import type {Inline, Text} from '../../model/index.js'

// What a full stop may follow without ending a sentence, in English and the German of names and addresses.
const abbreviations = new Set(
  (
    'e.g i.e cf viz vs v al approx ca incl excl resp ' +
    'No Nos no nos Nr Art Arts art arts Abs Ziff cl cls Cl para paras Para Paras Sec Secs sec Sch Ch ch vol Vol ed pp p ' +
    'Mr Mrs Ms Dr Prof St Mt Hon Inc Ltd Co Corp Bros Jr Sr Str Ave Rd Blvd Dept Tel tel Ref ref ' +
    'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec z.B d.h bzw vgl u.a i.S.d'
  ).split(' '),
)

/** The sentences of a paragraph, each a list of inlines without the blank that stood between it and the next. */
export function sentences(inlines: readonly Inline[], language: string): readonly (readonly Inline[])[] {
  const found: Inline[][] = [[]]
  for (const [index, inline] of inlines.entries()) {
    const pieces = inline.type === 'text' ? cut(inline, inlines[index + 1], language) : [inline]
    for (const [place, piece] of pieces.entries()) {
      if (place > 0) found.push([])
      if (piece.type !== 'text' || piece.text !== '') found.at(-1)!.push(piece)
    }
  }
  return found.filter((sentence) => sentence.length > 0)
}

function cut({text}: Text, next: Inline | undefined, language: string): readonly Text[] {
  const pieces: string[] = []
  let from = 0
  for (const {index, 0: end, groups} of text.matchAll(ends)) {
    const after = index + end.length
    const stop = groups?.stop
    if (stop === '.' && isAbbreviated(text.slice(from, index), language)) continue
    if (stop !== undefined && !opensSentence(text.slice(after), next)) continue
    pieces.push(text.slice(from, after).trimEnd())
    from = after
  }
  return [...pieces, text.slice(from)].map((piece) => ({type: 'text', text: piece}))
}

// A stop, the quotes and brackets that it closes, and the blank after; or a full-width stop, which has no
// blank, unless a quote closes after it and the sentence round the quote goes on.
const ends = /(?:(?<stop>[.?!])[”’"')\]]*[ \t]+|[。！？](?![」』）])(?=.))/gsu

// The words before a full stop: an abbreviation, an initial, or (in German) the day of a date.
function isAbbreviated(before: string, language: string): boolean {
  const word = /[^\s([“‘"'–—/]*$/u.exec(before)?.[0] ?? ''
  if (abbreviations.has(word) || /^(?:\p{L}\.)*\p{L}$/u.test(word)) return true
  return language.startsWith('de') && /^\d{1,2}$/.test(word)
}

// A sentence opens with a capital, a figure, a letter without case, or what is not text; a reference never opens one.
function opensSentence(after: string, next: Inline | undefined): boolean {
  const words = after.replace(/^[“‘"'([]+/u, '')
  if (words !== '') return /^[^\p{Ll}\s\p{P}]/u.test(words)
  return next !== undefined && next.type !== 'reference'
}
