/** What poppler and qpdf say of a PDF. Each writes the file to a folder of its own, gone when the test is. */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {needs, type Reader} from '../../readers.js'

export function read(
  reader: Reader,
  pdf: Uint8Array,
  before: readonly string[] = [],
  after: readonly string[] = [],
): string {
  const program = needs(reader)
  const folder = mkdtempSync(join(tmpdir(), 'engross-pdf-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const file = join(folder, 'a.pdf')
  writeFileSync(file, pdf)
  const {status, stdout, stderr} = spawnSync(program, [...before, file, ...after], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`${reader}: ${stderr || stdout}`)
  return stdout
}

/** The text as poppler orders it, headers and footers too, one space for any white space. */
export function textOf(pdf: Uint8Array): string {
  return read('pdftotext', pdf, [], ['-']).replace(/\s+/g, ' ')
}

/** The text between header and footer in the order in which it was written; a word that a line end parted is whole again. */
export function bodyOf(pdf: Uint8Array): string {
  const text = read('pdftotext', pdf, ['-raw', '-r', '72', '-x', '0', '-y', '80', '-W', '595', '-H', '668'], ['-'])
  return text.replace(/\u00ad\s/g, '').replace(/\s+/g, ' ')
}

export function structureOf(pdf: Uint8Array): string {
  return read('pdfinfo', pdf, ['-struct-text'])
}
