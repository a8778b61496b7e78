/**
 * From a fair copy to the bytes of a Word file. The body is made of segments that are laid end to end; the parts that do
 * not change come from a shell. All that is kept between copies is in the renderer, none in the module.
 */
import type {FairCopy, ProvisionId} from '../../model/index.js'
import {listing, manifestPart, sealedHead} from './manifest.js'
import {emptyMemory, keep, type Memory, spansOf, type Written, write} from './memory.js'
import {firstFooter, footer, header} from './nodes/furniture.js'
import {appProperties, coreProperties, customProperties, fixedParts, itemProperties} from './package.js'
import {planOf} from './plan.js'
import {type FinishedPart, partOf, type Segment} from './segment.js'
import {isGrouped, type Sheet, sheetOf} from './sheet.js'
import {buildShell, type Shell, shellKey} from './shell.js'
import {firstId} from './slots.js'
import {declaration, relationships, word} from './xml.js'
import {zip} from './zip.js'

export interface DocxOptions {
  /** Named in the file's properties; without it nobody is. */
  readonly author?: string
}

export interface DocxRenderer {
  /** The bytes of a .docx. The same copy gives the same bytes, whatever was rendered before. */
  readonly render: (copy: FairCopy, options?: DocxOptions) => Uint8Array
}

/** A renderer remembers the segments and shells of the copies before, so keep one for a whole job. */
export function createDocxRenderer(): DocxRenderer {
  const memory = emptyMemory()
  const shells = new Map<string, Shell>()
  return {render: (copy, options = {}) => render(copy, options, shellFor(copy, shells), memory)}
}

function shellFor(copy: FairCopy, shells: Map<string, Shell>): Shell {
  const {agreement, locale} = copy
  const plan = {scheme: agreement.numbering, grouped: isGrouped(copy), language: agreement.language}
  const key = shellKey(plan, locale.print)
  const known = shells.get(key)
  if (known) return known
  const built = buildShell(plan, locale.print)
  shells.set(key, built)
  return built
}

function render(copy: FairCopy, {author}: DocxOptions, shell: Shell, memory: Memory): Uint8Array {
  const sheet = sheetOf(copy, memory.names)
  const body = writeBody(copy, sheet, memory)
  const small = (name: string, text: string): FinishedPart => partOf(name, [keep(name, text, memory)])
  const parts: readonly FinishedPart[] = [
    ...Object.entries(fixedParts).map(([name, text]) => small(name, text)),
    small('docProps/core.xml', coreProperties(copy, author)),
    small('docProps/app.xml', appProperties()),
    small('docProps/custom.xml', customProperties(copy)),
    partOf('word/document.xml', [
      keep('document head', documentHead, memory),
      ...spansOf(
        body.map(({bytes}) => bytes),
        memory,
      ),
      keep('document tail', documentTail, memory),
    ]),
    small('word/styles.xml', shell.styles),
    small('word/numbering.xml', shell.numbering(sheet.schedules)),
    small('word/settings.xml', shell.settings),
    small('word/fontTable.xml', shell.fontTable),
    small('word/header1.xml', header(copy)),
    small('word/footer1.xml', footer(copy)),
    small('word/footer2.xml', firstFooter(copy)),
    small('customXml/itemProps1.xml', itemProperties),
  ]
  return zip([...parts, partOf(manifestPart, manifest(copy, body, parts, sheet, memory))], copy.identity.time)
}

const documentHead = `${declaration}<w:document xmlns:w="${word}" xmlns:r="${relationships}"><w:body>`
const documentTail = '</w:body></w:document>'

function writeBody(copy: FairCopy, sheet: Sheet, memory: Memory): readonly Written[] {
  const written: Written[] = []
  for (const piece of planOf(copy, sheet)) written.push(write(piece, written.at(-1)?.next ?? firstId, sheet, memory))
  return written
}

function manifest(
  {identity}: FairCopy,
  body: readonly Written[],
  parts: readonly FinishedPart[],
  sheet: Sheet,
  memory: Memory,
): readonly Segment[] {
  const ids = body.flatMap(({survey}) => survey.ids)
  refuseTwins(ids)
  const listed = listing(
    ids,
    body.flatMap(({survey}) => survey.pointers),
    sheet,
  )
  return [keep('manifest head', sealedHead(identity, parts, listed), memory), keep('manifest listing', listed, memory)]
}

// Two provisions of one id would share a bookmark, and Word would drop one of them.
function refuseTwins(ids: readonly ProvisionId[]): void {
  const seen = new Set<ProvisionId>()
  for (const id of ids) {
    if (seen.has(id)) throw new Error(`render: the id "${id}" stands twice in the agreement`)
    seen.add(id)
  }
}
