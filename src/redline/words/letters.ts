/**
 * How printed words fall apart: into words, spaces and single punctuation characters, after the character alone and never
 * after a dictionary. A word keeps what lawyers read as one: "Seller’s", "non-exclusive", "B.V", "250,000.00", "17:00".
 * Scripts written without spaces (Chinese, Japanese) fall apart into characters, each with its combining marks.
 */

/** What a character is: it decides where a token ends. */
export const OTHER = 0
export const SPACE = 1
export const LETTER = 2
export const DIGIT = 3
export const IDEOGRAPH = 4
export const MARK = 5

/** What stands for a value that nobody has given yet; a typed one reads no differently. */
export const BLANK = '[●]'

const ascii = Uint8Array.from({length: 128}, (_, code) => classOfAscii(String.fromCharCode(code)))

function classOfAscii(character: string): number {
  if (/\s/.test(character)) return SPACE
  if (/[0-9]/.test(character)) return DIGIT
  return /[A-Za-z]/.test(character) ? LETTER : OTHER
}

const space = /\s/
const digit = /\p{Nd}/u
/** The joiners of Persian and Indic words are part of them, and so is a soft hyphen. */
const letter = /[\p{L}\p{N}\u00ad\u200c\u200d]/u
/** With the sound marks of halfwidth kana, which are letters by name. */
const mark = /[\p{M}\uff9e\uff9f]/u

/** Han, kana and their radicals, iteration marks and halfwidth forms (Unicode blocks); Hangul is written with spaces. */
const unspaced =
  /[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\u{1b000}-\u{1b16f}\u{20000}-\u{3ffff}]/u

/** The class of the code point that begins at `at`. */
export function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code < 128 ? ascii[code]! : classOfWide(text.codePointAt(at)!)
}

function classOfWide(code: number): number {
  if (code >= 0x2010 && code <= 0x2027) return OTHER
  if (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) return LETTER
  const character = String.fromCodePoint(code)
  if (space.test(character)) return SPACE
  if (mark.test(character)) return MARK
  if (unspaced.test(character)) return IDEOGRAPH
  if (digit.test(character)) return DIGIT
  return letter.test(character) ? LETTER : OTHER
}

function widthAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1
}

/** Where the token that begins at `at` ends; `first` is the class of its first character. */
export function endOf(text: string, at: number, first: number): number {
  switch (first) {
    case SPACE:
      return endOfSpace(text, at + 1)
    case LETTER:
    case DIGIT:
    case MARK:
      return endOfWord(text, at, first)
    default:
      return text.startsWith(BLANK, at) ? at + BLANK.length : endOfMarks(text, at + widthAt(text, at))
  }
}

function endOfSpace(text: string, from: number): number {
  let end = from
  while (end < text.length && classAt(text, end) === SPACE) end += 1
  return end
}

function endOfMarks(text: string, from: number): number {
  let end = from
  while (end < text.length && text.charCodeAt(end) > 127 && classAt(text, end) === MARK) end += widthAt(text, end)
  return end
}

function endOfWord(text: string, at: number, first: number): number {
  let last = first
  let end = at + (text.charCodeAt(at) < 128 ? 1 : widthAt(text, at))
  while (end < text.length) {
    const here = classAt(text, end)
    if (isOfWords(here)) last = here
    else if (
      here !== OTHER ||
      !joins(text.charCodeAt(end), last, end + 1 < text.length ? classAt(text, end + 1) : OTHER)
    )
      break
    end += text.charCodeAt(end) < 128 ? 1 : widthAt(text, end)
  }
  return end
}

function isOfWords(kind: number): boolean {
  return kind === LETTER || kind === DIGIT || kind === MARK
}

/** Whether a character between two others makes one word of them: an apostrophe, a hyphen, the comma of a number. */
function joins(code: number, before: number, after: number): boolean {
  switch (code) {
    case 0x27: // '
    case 0x2019: // ’
    case 0x2d: // -
    case 0x2010: // ‐
    case 0x2011: // ‑
    case 0x2e: // .
    case 0x26: // &
    case 0x40: // @
    case 0x5f: // _
      return isOfWords(before) && (after === LETTER || after === DIGIT)
    case 0x2c: // ,
    case 0x2f: // /
    case 0x3a: // :
      return before === DIGIT && after === DIGIT
    default:
      return false
  }
}

const joiner = /['’\-‐‑.&@_,/:[\]●]/

/** Whether the last token of `before` and the first of `after` might be one, were the two printed without a break. */
export function mayJoin(before: string, after: string): boolean {
  const low = before.charCodeAt(before.length - 1)
  const last = classAt(before, before.length - (low >= 0xdc00 && low <= 0xdfff && before.length > 1 ? 2 : 1))
  const first = classAt(after, 0)
  if (first === MARK) return last !== SPACE
  if (last === SPACE || first === SPACE) return last === first
  if (isOfWords(first)) return isOfWords(last) || joiner.test(before.charAt(before.length - 1))
  if (!joiner.test(after.charAt(0))) return false
  if (after.length > 1 && after.charCodeAt(0) !== 0x25cf && !isOfWords(classAt(after, 1))) return false
  return isOfWords(last) || joiner.test(before.charAt(before.length - 1))
}
