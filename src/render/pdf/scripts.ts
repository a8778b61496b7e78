/**
 * Which words need another font than the house font, and in which language they are. Han characters are shared by three
 * languages that draw them differently: a name is taken to be in the language whose own character set holds all of it.
 */

/** A run of one script. `language` is absent for what the house font is for: Latin, Greek, Cyrillic. */
export interface Run {
  readonly text: string
  readonly language?: ScriptLanguage
}

export type ScriptLanguage = 'ja' | 'zh-Hans' | 'zh-Hant' | 'ko' | 'ar' | 'he' | 'th' | 'hi'

const eastAsian = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\u3000-\u303f\uff00-\uffef`
const others: readonly (readonly [ScriptLanguage, string])[] = [
  ['ar', String.raw`\p{Script=Arabic}`],
  ['he', String.raw`\p{Script=Hebrew}`],
  ['th', String.raw`\p{Script=Thai}`],
  ['hi', String.raw`\p{Script=Devanagari}`],
]

// Script_Extensions gives some Latin punctuation (· “ ”) to Han as well: only letters and marks of the script's own count.
const own = (letters: string): string => String.raw`(?:(?![\u0000-\u2e7f])[${letters}]|[\u1100-\u11ff])`
const spaced = (letters: string): string =>
  String.raw`[${letters}](?:[\p{M}\u200c\u200d]|[${letters}]| (?=[${letters}]))*`
const run = new RegExp([`(${own(eastAsian)}+)`, ...others.map(([, letters]) => `(${spaced(letters)})`)].join('|'), 'gu')
const onlyHouse = /^[^\u0590-\u1cff\u2e80-\u{10ffff}]*$/u

/** The words cut where the script changes, in order; nothing is lost. `language` is the agreement's own. */
export function runsOf(text: string, language: string): readonly Run[] {
  if (onlyHouse.test(text)) return text === '' ? [] : [{text}]
  const runs: Run[] = []
  let reached = 0
  for (const match of text.matchAll(run)) {
    if (match.index > reached) runs.push({text: text.slice(reached, match.index)})
    runs.push({text: match[0], language: languageOf(match, text, language)})
    reached = match.index + match[0].length
  }
  return reached < text.length ? [...runs, {text: text.slice(reached)}] : runs
}

function languageOf(match: RegExpMatchArray, whole: string, language: string): ScriptLanguage {
  const other = others.findIndex((_, index) => match[index + 2] !== undefined)
  return others[other]?.[0] ?? eastAsianLanguage(whole, language)
}

function eastAsianLanguage(text: string, language: string): ScriptLanguage {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja'
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  const han = text.match(/\p{Script=Han}/gu) ?? []
  const holding = sets
    .filter(({members}) => han.every((character) => members().has(character)))
    .map((set) => set.language)
  const expected = holding.find((candidate) => candidate.startsWith(language.slice(0, 2)))
  if (expected) return expected
  // 公司 (company) is how a Chinese registered name ends; a Japanese one ends 会社, which no Chinese set holds whole.
  return holding.find((candidate) => candidate.startsWith('zh') && text.includes('公司')) ?? holding[0] ?? 'zh-Hant'
}

interface CharacterSet {
  readonly language: ScriptLanguage
  readonly members: () => ReadonlySet<string>
}

/** National character sets, in the order in which a tie is settled: JIS X 0208, GB 2312, Big5. */
const sets: readonly CharacterSet[] = [
  {language: 'ja', members: once(() => decoded('euc-jp', 0xb0, 0xf4, 0xa1))},
  {language: 'zh-Hans', members: once(() => decoded('gbk', 0xb0, 0xf7, 0xa1))},
  {language: 'zh-Hant', members: once(() => decoded('big5', 0xa4, 0xf9, 0x40))},
]

// Every two-byte code with the lead bytes of the set's ideographs, decoded: https://encoding.spec.whatwg.org/#indexes
function decoded(encoding: string, firstLead: number, lastLead: number, firstTrail: number): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding)
  const bytes: number[] = []
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = firstTrail; trail <= 0xfe; trail++) if (trail < 0x7f || trail > 0xa0) bytes.push(lead, trail)
  }
  return new Set(decoder.decode(Uint8Array.from(bytes)).match(/\p{Script=Han}/gu) ?? [])
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
