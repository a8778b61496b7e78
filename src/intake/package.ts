/**
 * A Word file of another's making, taken apart and judged before anything of it is believed: what is hostile, encrypted or
 * damaged is refused with its reason; what is merely worth knowing (links outside, signatures) is told. SECURITY §1a.
 */
import type {Diagnostic} from '../model/index.js'
import {limits} from './limits.js'
import {checkName, keyOf, relationshipsOf, targetOf} from './names.js'
import {refuse} from './refusal.js'
import {readXml} from './xml.js'
import {megabytes, unlock, unzip} from './zip.js'

export interface Relationship {
  readonly id: string
  /** The last word of its type: `header`, `image`, `hyperlink`. */
  readonly type: string
  /** Name of a part, or an address outside the file. */
  readonly target: string
  readonly external: boolean
}

export interface WordPackage {
  /** How the user calls the file. */
  readonly file: string
  /** Every part by its name as written, without a slash before it. */
  readonly parts: ReadonlyMap<string, Uint8Array>
  /** Name of the main part: `word/document.xml`, as a rule. */
  readonly main: string
  readonly contentType: (part: string) => string
  /** What a part points at; the empty name stands for the package itself. */
  readonly relationships: (part: string) => readonly Relationship[]
  /** Bytes of a part, whatever the case that its name is written in. */
  readonly find: (part: string) => {readonly name: string; readonly bytes: Uint8Array} | undefined
  /** Worth knowing: links to places outside, a signature. */
  readonly notes: readonly Diagnostic[]
}

/** Opens a Word file. `file` is what the user calls it. Nothing of the file is run, fetched or written. Throws a Refusal. */
export function openWordFile(bytes: Uint8Array, file: string): WordPackage {
  checkKind(bytes)
  let names: ReadonlyMap<string, string> = new Map()
  const parts = unzip(bytes, (given) => {
    names = byKey(given)
  })
  const find = (part: string): {readonly name: string; readonly bytes: Uint8Array} | undefined => {
    const name = names.get(keyOf(part))
    return name === undefined ? undefined : {name, bytes: parts.get(name)!}
  }
  const contentType = readContentTypes(find)
  for (const [name, part] of parts) if (isXml(name, contentType(name))) readXml(part, name, {})
  const known = new Map([...parts.keys(), ''].map((part) => [keyOf(part), readRelationships(part, find)]))
  const relationships = (part: string): readonly Relationship[] => known.get(keyOf(part)) ?? []
  const main = mainPart(relationships(''), find, contentType)
  checkMacros(parts, contentType, known)
  const notes = notesOf(known, file)
  return {file, parts, main, contentType, relationships, find, notes}
}

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')

// An encrypted document is a compound file (MS-OFFCRYPTO §1.3.2) with a stream of this name in it; so is a .doc without one.
function checkKind(bytes: Uint8Array): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length > limits.file)
    refuse('package/too-large', `it is ${megabytes(bytes.length)}; more than ${megabytes(limits.file)} is not read.`)
  if (view.subarray(0, 8).equals(compound)) {
    if (view.includes(Buffer.from('EncryptedPackage', 'utf16le')))
      refuse('package/encrypted', 'it is encrypted with a password.', {hint: unlock})
    refuse('package/old-word', 'it is of Word 97 or another old program.', {hint: 'Save it as .docx in Word.'})
  }
  const start = view.subarray(0, 5).toString('latin1')
  const other = start === '%PDF-' ? 'a PDF' : start.startsWith('{\\rtf') ? 'an RTF file' : undefined
  if (other)
    refuse('package/not-a-package', `it is ${other}, whatever its name says.`, {hint: 'Ask for the Word file.'})
  if (view.length < 4 || view.readUInt32LE(0) !== 0x04034b50)
    refuse('package/not-a-package', 'it is no Word file: it does not begin as one.', {
      hint: 'Ask for the file as .docx.',
    })
}

function byKey(given: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const name of given) {
    checkName(name)
    const twin = names.get(keyOf(name))
    if (twin !== undefined)
      refuse('package/duplicate-part', `it holds "${name}" twice: two programs would read two different contracts.`, {
        part: name,
      })
    names.set(keyOf(name), name)
  }
  return names
}

type Find = WordPackage['find']

function readContentTypes(find: Find): (part: string) => string {
  const types = find('[Content_Types].xml')
  if (!types) return refuse('package/not-word', 'it is a zip, but no Word file: it does not say what its parts are.')
  const defaults = new Map<string, string>()
  const overrides = new Map<string, string>()
  readXml(types.bytes, types.name, {
    open: (name, {Extension = '', PartName = '', ContentType = ''}) => {
      if (name === 'ct:Default') defaults.set(Extension.toLowerCase(), ContentType.toLowerCase())
      if (name === 'ct:Override') overrides.set(keyOf(PartName), ContentType.toLowerCase())
    },
  })
  return (part) => {
    const key = keyOf(part)
    return overrides.get(key) ?? defaults.get(key.slice(key.lastIndexOf('.') + 1)) ?? ''
  }
}

/** True for a part that is XML by its type or by its name. */
export function isXml(name: string, type: string): boolean {
  return /[/+]xml$/.test(type) || /\.(?:xml|rels)$/i.test(name)
}

function readRelationships(part: string, find: Find): readonly Relationship[] {
  const own = find(relationshipsOf(part))
  if (!own) return []
  const found: Relationship[] = []
  readXml(own.bytes, own.name, {
    open: (name, {Id = '', Type = '', Target = '', TargetMode = ''}) => {
      if (name !== 'rel:Relationship') return
      const external = TargetMode === 'External'
      const target = external ? Target : targetOf(part, Target)
      if (target === undefined)
        return refuse('package/unsafe-name', `its part "${own.name}" points outside the file.`, {part: own.name})
      found.push({id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target, external})
    },
  })
  return found
}

const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'

function mainPart(top: readonly Relationship[], find: Find, contentType: (part: string) => string): string {
  const target = top.find(({type, external}) => type === 'officeDocument' && !external)?.target
  const main = target === undefined ? undefined : find(target)
  const type = main ? contentType(main.name) : ''
  if (type.includes('macroenabled')) refuseMacros(main!.name)
  if (!main || ![`${documentType}document.main+xml`, `${documentType}template.main+xml`].includes(type))
    return refuse('package/not-word', 'it is no Word document: it holds something else, or its document is missing.')
  return main.name
}

// By type, not by the name of the file or part: renaming either is the usual disguise.
function checkMacros(
  parts: ReadonlyMap<string, Uint8Array>,
  contentType: (part: string) => string,
  relationships: ReadonlyMap<string, readonly Relationship[]>,
): void {
  for (const name of parts.keys())
    if (/vbaproject|vbadata|activex|ms-word\.attachedtoolbars/.test(contentType(name))) refuseMacros(name)
  for (const [part, own] of relationships)
    if (own.some(({type}) => /^(?:vbaProject|wordVbaData|activeXControlBinary)$/.test(type))) refuseMacros(part)
}

function refuseMacros(part: string): never {
  return refuse('package/macros', `it carries a program (macros or ActiveX) in "${part}".`, {
    part,
    hint: 'Ask for it as .docx without macros. Do not open it in Word.',
  })
}

// Never followed, by us or by the engine that compares: told, since Word itself may follow them when it opens the file.
function notesOf(relationships: ReadonlyMap<string, readonly Relationship[]>, file: string): readonly Diagnostic[] {
  const all = [...relationships].flatMap(([part, own]) => own.map((relationship) => ({part, ...relationship})))
  const outside = all
    .filter(({external, type, target}) => external && !(type === 'hyperlink' && /^(?:https?|mailto):/i.test(target)))
    .map(
      ({part, type, target}): Diagnostic => ({
        severity: 'warning',
        code: 'package/outside-link',
        message: `${file} points at something outside (${type}): ${target}`,
        hint: 'It was not followed. Word may follow it when it opens the file: ask what it is for.',
        at: {file, part: part === '' ? '_rels/.rels' : part},
      }),
    )
  const signed = all.some(({type}) => type === 'origin' || type === 'signature')
  return signed ? [...outside, signedNote(file)] : outside
}

function signedNote(file: string): Diagnostic {
  return {
    severity: 'advice',
    code: 'package/signed',
    message: `${file} bears a digital signature, which was not checked.`,
    hint: 'Check it in Word. Any edit makes it void.',
    at: {file},
  }
}
