/**
 * In which language a name is, as far as its characters tell: a reader aloud needs to know, and Han characters are drawn
 * differently in Japanese and in Chinese. Letters of the agreement's own script get no mark.
 */

export interface Run {
  readonly words: string
  /** BCP 47; absent where the characters tell nothing. */
  readonly language?: string
  readonly rightToLeft?: boolean
}

const scripts: readonly (readonly [string, string])[] = [
  ['ar', String.raw`\p{Script=Arabic}`],
  ['he', String.raw`\p{Script=Hebrew}`],
  ['th', String.raw`\p{Script=Thai}`],
  ['hi', String.raw`\p{Script=Devanagari}`],
  ['und-Cyrl', String.raw`\p{Script=Cyrillic}`],
  ['el', String.raw`\p{Script=Greek}`],
]
const eastAsian = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\u30fb\u30fc\uff00-\uffef`
const spaced = (letters: string): string => `[${letters}](?:\\p{M}|[${letters}]| (?=[${letters}]))*`
const runs = new RegExp([`([${eastAsian}]+)`, ...scripts.map(([, letters]) => `(${spaced(letters)})`)].join('|'), 'gu')

// Most words are, and are told from the others at once.
const onlyLatin = /^[\p{ASCII}\u00a0-\u024f\u1e00-\u1eff\u2000-\u22ff\u25a0-\u25ff]*$/u

/** The words cut where their language changes; nothing is lost. `language` is the agreement's own. */
export function runsOf(words: string, language: string): readonly Run[] {
  if (onlyLatin.test(words)) return words === '' ? [] : [{words}]
  const found: Run[] = []
  let reached = 0
  for (const match of words.matchAll(runs)) {
    const [run] = match
    if (match.index > reached) found.push({words: words.slice(reached, match.index)})
    found.push(
      marked(
        run,
        match.slice(2).findIndex((group) => group !== undefined),
        words,
        language,
      ),
    )
    reached = match.index + run.length
  }
  return reached < words.length ? [...found, {words: words.slice(reached)}] : found
}

function marked(run: string, script: number, whole: string, own: string): Run {
  const language = scripts[script]?.[0] ?? eastAsianLanguage(whole)
  if (language.split('-')[0] === own.split('-')[0]) return {words: run}
  return {words: run, language, ...(language === 'ar' || language === 'he' ? {rightToLeft: true} : {})}
}

// Kana and Hangul tell. Han alone is Japanese when the Japanese character set holds all of it, unless it is named as a
// Chinese company is (公司); a Japanese company's 会社 stands in no traditional Chinese name.
function eastAsianLanguage(whole: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(whole)) return 'ja'
  if (/\p{Script=Hangul}/u.test(whole)) return 'ko'
  if (/\p{Script=Bopomofo}/u.test(whole) || whole.includes('公司')) return 'zh'
  const known = japanese()
  return (whole.match(/\p{Script=Han}/gu) ?? []).every((character) => known.has(character)) ? 'ja' : 'zh'
}

let japaneseCharacters: ReadonlySet<string> | undefined

// JIS X 0208, from the runtime's own decoder (https://encoding.spec.whatwg.org/#euc-jp): rows 16 to 84 are its ideographs.
function japanese(): ReadonlySet<string> {
  japaneseCharacters ??= new Set(new TextDecoder('euc-jp').decode(Uint8Array.from(pairs())).match(/\p{Script=Han}/gu))
  return japaneseCharacters
}

function* pairs(): Generator<number> {
  for (let lead = 0xb0; lead <= 0xf4; lead++) for (let trail = 0xa1; trail <= 0xfe; trail++) yield* [lead, trail]
}
