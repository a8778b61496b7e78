/** A file of ours as the other side might send it back: edits at random places, some tracked, some not, each told. */
import {edited} from './make.js'

export interface Edit {
  readonly tracked: boolean
  readonly kind: 'word' | 'paragraph deleted' | 'paragraph inserted' | 'hidden' | 'look-alike'
  readonly part: string
}

/** A number from 0 up to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const by = 'w:id="900001" w:author="Klaus Vogel" w:date="2026-11-21T09:00:00Z"'
const paragraphs = /<w:p>(?:(?!<w:p>|<w:tbl>|<w:sectPr).)*?<\/w:p>/gs
const plainRun = /<w:r>(?:<w:rPr>(?:(?!<w:rPr>).)*?<\/w:rPr>)?<w:t(?: [^>]*)?>([^<]*)<\/w:t><\/w:r>/g

/** Milliseconds that this process has worked: other work on the machine does not count. */
export function worked(): number {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1000
}

/** Edits a file: `many` paragraphs, each in one way, tracked by turns. `untracked: false` leaves only tracked ones. */
export function returned(
  bytes: Uint8Array,
  seed: number,
  many: number,
  {untracked = true}: {readonly untracked?: boolean} = {},
): {readonly bytes: Uint8Array; readonly edits: readonly Edit[]} {
  const random = randomOf(seed)
  const edits: Edit[] = []
  const changed = edited(bytes, (text, name) => {
    if (!/^word\/(?:document|header\d|footer\d)\.xml$/.test(name)) return text
    const found = [...text.matchAll(paragraphs)].filter(([one]) => isEditable(one))
    const share = name === 'word/document.xml' ? many : Math.round(random())
    const chosen = new Set(Array.from({length: share}, () => Math.floor(random() * found.length)))
    let [out, at, last] = ['', 0, -3]
    for (const [index, match] of found.entries()) {
      // Neighbours are left alone: one gone beside one come reads as one changed.
      if (!chosen.has(index) || index - last < 3) continue
      last = index
      const tracked = untracked ? random() < 0.5 : true
      const body = name === 'word/document.xml'
      const {words, kind} = edit(match[0], tracked, random, body && !nearTable(text, match.index, match[0].length))
      edits.push({tracked, kind, part: name})
      out += text.slice(at, match.index) + words
      at = match.index + match[0].length
    }
    return out + text.slice(at)
  })
  return {bytes: changed, edits}
}

// Contents are computed anew, and what holds a bookmark or a control is left whole: deleting it breaks references, which is told too.
function isEditable(paragraph: string): boolean {
  if (/fldChar|w:sdt|bookmark|w:hyperlink/.test(paragraph)) return false
  return [...paragraph.matchAll(plainRun)].some(([, text]) => /\p{L}{4}/u.test(text ?? ''))
}

function nearTable(text: string, at: number, length: number): boolean {
  return (
    /^<\/w:tc>/.test(text.slice(at + length)) ||
    /<w:tc>(?:<w:tcPr>(?:(?!<\/w:tcPr>).)*<\/w:tcPr>)?$/s.test(text.slice(Math.max(0, at - 400), at))
  )
}

function edit(
  paragraph: string,
  tracked: boolean,
  random: () => number,
  mayGo: boolean,
): {readonly words: string; readonly kind: Edit['kind']} {
  const roll = random()
  if (mayGo && roll < 0.15) return {words: tracked ? gone(paragraph) : '', kind: 'paragraph deleted'}
  if (mayGo && roll < 0.3)
    return {words: paragraph + come(tracked, Math.floor(random() * 1e9)), kind: 'paragraph inserted'}
  const runs = [...paragraph.matchAll(plainRun)].filter(([, text]) => /\p{L}{4}/u.test(text ?? ''))
  const run = runs[Math.floor(random() * runs.length)]!
  const text = run[1]!
  const words = [...text.matchAll(/\p{L}{4,}/gu)]
  const word = words[Math.floor(random() * words.length)]!
  const [before, after] = [text.slice(0, word.index), text.slice(word.index + word[0].length)]
  const looks = /<w:rPr>.*?<\/w:rPr>/s.exec(run[0])?.[0] ?? ''
  const run1 = (words: string, tag = 't', more = looks): string =>
    words === '' ? '' : `<w:r>${more}<w:${tag} xml:space="preserve">${words}</w:${tag}></w:r>`
  const kind: Edit['kind'] =
    !tracked && roll > 0.9 ? 'hidden' : !tracked && roll > 0.8 && /[aeo]/.test(word[0]) ? 'look-alike' : 'word'
  const middle = tracked
    ? `<w:del ${by}>${run1(word[0], 'delText')}</w:del><w:ins ${by}>${run1('otherwise')}</w:ins>`
    : kind === 'hidden'
      ? run1('never ', 't', '<w:rPr><w:vanish/></w:rPr>') + run1(word[0])
      : run1(
          kind === 'look-alike'
            ? word[0].replace(/[aeo]/, (letter) => ({a: 'а', e: 'е', o: 'о'})[letter]!)
            : 'otherwise',
        )
  const now = run1(before) + middle + run1(after)
  return {words: paragraph.replace(run[0], () => now), kind}
}

function gone(paragraph: string): string {
  const marked = paragraph.includes('<w:pPr>')
    ? paragraph.replace('</w:pPr>', `<w:rPr><w:del ${by}/></w:rPr></w:pPr>`)
    : paragraph.replace('<w:p>', `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>`)
  return marked.replace(
    plainRun,
    (run) => `<w:del ${by}>${run.replace('<w:t', '<w:delText').replace('</w:t>', '</w:delText>')}</w:del>`,
  )
}

function come(tracked: boolean, number: number): string {
  const run = `<w:r><w:t>The Recipient pays nothing, ${number}.</w:t></w:r>`
  return tracked
    ? `<w:p><w:pPr><w:rPr><w:ins ${by}/></w:rPr></w:pPr><w:ins ${by}>${run}</w:ins></w:p>`
    : `<w:p>${run}</w:p>`
}
