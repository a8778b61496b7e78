/**
 * Readers from outside that settle a redline: docxodus and LibreOffice accept or reject all its changes, and tell the lines that are left,
 * numbers and citations counted anew. A clean copy `readBy` the same reader is what they are compared with. Each reader is one process
 * for a whole test file; call `stopReaders` when it is done.
 */
import {type ChildProcess, spawn} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {needs} from '../../readers.js'
import {wordLines} from './word-lines.js'

export type OutsideReader = 'docxodus' | 'libreoffice'
type Way = 'read' | 'accept' | 'reject'

/** The lines of the file with all changes accepted. */
export function acceptedBy(reader: OutsideReader, bytes: Uint8Array): Promise<readonly string[]> {
  return settle(reader, 'accept', bytes)
}

/** The lines of the file with all changes rejected. */
export function rejectedBy(reader: OutsideReader, bytes: Uint8Array): Promise<readonly string[]> {
  return settle(reader, 'reject', bytes)
}

/** The lines of a clean file. */
export function readBy(reader: OutsideReader, bytes: Uint8Array): Promise<readonly string[]> {
  return settle(reader, 'read', bytes)
}

/**
 * LibreOffice's lines without any number. Version 7.4 loses some when it settles changes, whoever wrote them (NOTES.md in the renderer says
 * where); words, tables, headers and footers it must get right always.
 */
export function withoutNumbers(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) => line.slice(line.lastIndexOf('\t') + 1).replace(/(?:Schedule )?\d+(?:\.\d+)*(?:\([a-z]+\))*/g, ' '))
    .map((words) => words.replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '')
}

async function settle(reader: OutsideReader, way: Way, bytes: Uint8Array): Promise<readonly string[]> {
  if (reader === 'libreoffice') {
    const told = (await ask(libreoffice(), way, withoutComments(bytes))) as {readonly lines: readonly string[]}
    return trimmed(told.lines)
  }
  if (way === 'read') return wordLines(bytes)
  const {out} = (await ask(docxodus(), way, bytes)) as {readonly out: string}
  return wordLines(readFileSync(out))
}

/** A redline as docxodus leaves it, for tests that look into it. */
export async function settledFile(way: 'accept' | 'reject', bytes: Uint8Array): Promise<Uint8Array> {
  const {out} = (await ask(docxodus(), way, bytes)) as {readonly out: string}
  return readFileSync(out)
}

// A redline may end in one paragraph more, without words: the last mark of a document can be neither inserted nor deleted.
function trimmed(lines: readonly string[]): readonly string[] {
  const body = lines.findIndex((line) => /^(First )?(Header|Footer): /.test(line))
  const end = body === -1 ? lines.length : body
  let last = end
  while (last > 0 && lines[last - 1] === '\t') last -= 1
  return [...lines.slice(0, last), ...lines.slice(end)]
}

// LibreOffice 7.4 falls over when a file with comments is opened through its API.
function withoutComments(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  if (!parts['word/comments.xml']) return bytes
  const document = strFromU8(parts['word/document.xml']!)
    .replace(/<w:comment(?:RangeStart|RangeEnd) [^>]*>/g, '')
    .replace(/<w:r><w:commentReference [^>]*><\/w:r>/g, '')
  return zipSync({...parts, 'word/document.xml': strToU8(document)})
}

interface Reader {
  readonly folder: string
  readonly process: ChildProcess
  /** Answers come in the order of the requests. */
  readonly waiting: {readonly resolve: (told: unknown) => void; readonly reject: (fault: Error) => void}[]
  files: number
}

const readers = new Map<OutsideReader, Reader>()

/** Ends the readers' processes and takes away what they wrote. */
export function stopReaders(): void {
  for (const {process, folder} of readers.values()) {
    process.stdin?.end()
    process.kill()
    rmSync(folder, {recursive: true, force: true, maxRetries: 5})
  }
  readers.clear()
}

function ask(reader: Reader, way: Way, bytes: Uint8Array): Promise<unknown> {
  const {folder, process, waiting} = reader
  reader.files += 1
  const file = join(folder, `${reader.files}-${way}.docx`)
  writeFileSync(file, bytes)
  return new Promise((resolve, reject) => {
    waiting.push({resolve, reject})
    process.stdin?.write(`${JSON.stringify({file, way, out: `${file}.settled`})}\n`)
  })
}

function libreoffice(): Reader {
  const [python, soffice] = [needs('python3'), needs('soffice')]
  return (
    readers.get('libreoffice') ??
    begin('libreoffice', (folder) =>
      spawn(python, [join(import.meta.dirname, 'libreoffice.py'), soffice, folder], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    )
  )
}

// Its runtime writes to the console, so answers come on a stream of their own.
const settling = `
const {readFileSync, writeFileSync, createWriteStream} = await import('node:fs')
const {createInterface} = await import('node:readline')
const {initialize, docxDiffAcceptRevisions, docxDiffRejectRevisions} = await import('docxodus/core')
await initialize()
const answers = createWriteStream('', {fd: 3})
for await (const line of createInterface({input: process.stdin})) {
  const {file, way, out} = JSON.parse(line)
  try {
    const settle = way === 'accept' ? docxDiffAcceptRevisions : docxDiffRejectRevisions
    writeFileSync(out, await settle(new Uint8Array(readFileSync(file))))
    answers.write(JSON.stringify({out}) + '\\n')
  } catch (fault) {
    answers.write(JSON.stringify({fault: String(fault?.message ?? fault)}) + '\\n')
  }
}
process.exit(0)
`

function docxodus(): Reader {
  return (
    readers.get('docxodus') ??
    begin('docxodus', () =>
      spawn(process.execPath, ['--input-type=module', '-e', settling], {
        stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
        cwd: join(import.meta.dirname, '../../..'),
      }),
    )
  )
}

function begin(name: OutsideReader, spawned: (folder: string) => ChildProcess): Reader {
  const folder = mkdtempSync(join(tmpdir(), `engross-${name}-`))
  const child = spawned(folder)
  const reader: Reader = {folder, process: child, waiting: [], files: 0}
  const answers = name === 'docxodus' ? child.stdio[3] : child.stdout
  createInterface({input: answers as NodeJS.ReadableStream}).on('line', (line) => {
    const told = JSON.parse(line) as {readonly fault?: string}
    const {resolve, reject} = reader.waiting.shift()!
    if (told.fault === undefined) resolve(told)
    else reject(new Error(`${name}: ${told.fault}`))
  })
  child.on('exit', () => {
    for (const {reject} of reader.waiting.splice(0)) reject(new Error(`${name} ended`))
    readers.delete(name)
  })
  readers.set(name, reader)
  return reader
}
