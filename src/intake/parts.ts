/**
 * The parts of a Word file beside its words, each in a canonical form, so that two files can be held against each other part by
 * part: what a comparison of words leaves out is named, never passed over.
 */
import {createHash} from 'node:crypto'
import type {Diagnostic} from '../model/index.js'
import {keyOf} from './names.js'
import {isXml} from './package.js'
import type {WordFile} from './word-file.js'
import {readXml} from './xml.js'

interface Part {
  readonly name: string
  readonly what: string
  readonly digest: string
}

/** What a part is, by the end of its content type; and whether a reader sees it. */
const kinds: readonly (readonly [pattern: RegExp, what: string, seen: boolean])[] = [
  [/\.styles\+xml$/, 'styles', false],
  [/styleswitheffects\+xml$/, 'styles', false],
  [/\.numbering\+xml$/, 'numbering', false],
  [/\.settings\+xml$|\.websettings\+xml$/, 'settings', false],
  [/\.fonttable\+xml$|obfuscatedfont$|font-ttf$/, 'fonts', false],
  [/\.theme\+xml$/, 'theme', false],
  [/core-properties\+xml$|extended-properties\+xml$|custom-properties\+xml$/, 'properties of the file', false],
  [/\.comments\w*\+xml$|\.people\+xml$/, 'about comments', false],
  [/digital-signature/, 'signature', false],
  [/glossary/, 'building blocks', false],
  [/^image\//, 'picture', true],
  [/chart/, 'chart', true],
  [/diagram/, 'diagram', true],
  [/oleobject|embeddedobject|\.package$|^application\/vnd\.(?:ms-excel|ms-powerpoint)/, 'embedded file', true],
  [/html|rtf|mhtml|message\/rfc822/, 'document inside the document', true],
]

interface Difference {
  readonly one: Part | undefined
  readonly other: Part | undefined
}

/** What differs beside the words: each part that a reader sees, and in one sentence those that nobody does. */
export function differingParts(from: WordFile, to: WordFile): readonly Diagnostic[] {
  const [ours, theirs] = [partsOf(from), partsOf(to)]
  const digests = new Set([...ours.values()].map(({what, digest}) => what + digest))
  const same = new Set([...theirs.values()].map(({what, digest}) => what + digest).filter((one) => digests.has(one)))
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])].sort()
  const differing = keys.flatMap((key): readonly Difference[] => {
    const [one, other] = [ours.get(key), theirs.get(key)]
    // Another program may have given the same part another name.
    const moved = [one, other].every((part) => !part || same.has(part.what + part.digest))
    return one?.digest === other?.digest || moved ? [] : [{one, other}]
  })
  const files = [from.package.file, to.package.file] as const
  const unseen = differing.filter((one) => !isSeen(one))
  return [
    ...differing.filter(isSeen).map((one) => uncompared(one, files)),
    ...(unseen.length > 0 ? [behindTheWords(unseen, files)] : []),
  ]
}

function uncompared({one, other}: Difference, [from, to]: readonly [string, string]): Diagnostic {
  const {name, what} = (other ?? one)!
  const state = one && other ? 'is not the same in both files' : `is only in ${one ? from : to}`
  return {
    severity: 'warning',
    code: 'compare/part-not-compared',
    message: `The part ${name} (${what}) ${state}; it was not compared further.`,
    hint: 'Look at it in Word in both files.',
    at: {file: other ? to : from, part: name},
  }
}

function behindTheWords(differing: readonly Difference[], [from, to]: readonly [string, string]): Diagnostic {
  const named = differing.map(({one, other}) => `${(other ?? one)!.name} (${(other ?? one)!.what})`)
  return {
    severity: 'advice',
    code: 'compare/parts-not-compared',
    message: `Parts that hold no words of the document are not the same in ${from} and ${to}: ${named.join(', ')}.`,
    at: {file: to},
  }
}

function isSeen({one, other}: Difference): boolean {
  const {what} = (other ?? one)!
  return what === 'data' || what === 'other' || kinds.some(([, kind, seen]) => kind === what && seen)
}

// Lists of types and relationships say how the file is put together, which the engine does anew.
function partsOf({package: {parts, contentType}, stories}: WordFile): ReadonlyMap<string, Part> {
  const worded = new Set(stories.map(({part}) => part))
  const rest = [...parts].filter(
    ([name]) => !worded.has(name) && name !== '[Content_Types].xml' && !name.endsWith('.rels'),
  )
  return new Map(
    rest.map(([name, bytes]) => {
      const type = contentType(name)
      const what = kinds.find(([pattern]) => pattern.test(type))?.[1] ?? (/custom/i.test(name) ? 'data' : 'other')
      return [keyOf(name), {name, what, digest: digestOf(name, bytes, type)}]
    }),
  )
}

function digestOf(name: string, bytes: Uint8Array, type: string): string {
  const hash = createHash('sha256')
  if (isXml(name, type)) canonical(name, bytes, (piece) => hash.update(piece))
  else hash.update(bytes)
  return hash.digest('hex')
}

/** Marks that Word sets anew whenever it saves, and that say nothing. */
const passing = /^w:rsid|^w14:(?:paraId|textId)$/

function canonical(name: string, bytes: Uint8Array, write: (piece: string) => void): void {
  let aside = 0
  readXml(bytes, name, {
    open: (element, attributes) => {
      if (element === 'w:rsids') aside += 1
      if (aside > 0) return
      const kept = Object.entries(attributes).filter(([key]) => !passing.test(key))
      write(
        `<${element}${kept
          .sort()
          .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
          .join('')}>`,
      )
    },
    close: (element) => {
      if (aside === 0) write(`</${element}>`)
      if (element === 'w:rsids') aside -= 1
    },
    text: (text) => {
      if (aside === 0 && text.trim() !== '') write(JSON.stringify(text))
    },
  })
}
