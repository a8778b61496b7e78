/**
 * From a fair copy to the bytes of a Word file. The body is made of segments that are laid end to end; the parts that do
 * not change come from a shell. All that is kept between copies is in the renderer, none in the module.
 */
import type {Change, FairCopy, ProvisionId} from '../../model/index.js'
import {commentsPart, commentsXml} from './comments.js'
import {listing, manifestPart, sealedHead} from './manifest.js'
import {emptyMemory, keep, type Memory, spansOf, type Written, write} from './memory.js'
import {firstFooter, footer, header} from './nodes/furniture.js'
import {appProperties, commentedParts, coreProperties, customProperties, fixedParts, itemProperties} from './package.js'
import {type Piece, planOf} from './plan.js'
import {redlineBody} from './redline-body.js'
import {bodySheet, furnitureSheet} from './redline-sheet.js'
import {type FinishedPart, partOf, type Segment} from './segment.js'
import {isGrouped, type Sheet} from './sheet.js'
import {buildShell, type Shell, shellKey} from './shell.js'
import {filled, firstId} from './slots.js'
import {declaration, relationships, word} from './xml.js'
import {zip} from './zip.js'

export interface DocxOptions {
  /** Named in the file's properties; without it nobody is. */
  readonly author?: string
}

export interface DocxRenderer {
  /**
   * The bytes of a .docx. The same copy gives the same bytes, whatever was rendered before. A copy that is `against` another is
   * printed as a redline, in Word's own tracked changes.
   */
  readonly render: (copy: FairCopy<Change>, options?: DocxOptions) => Uint8Array
}

/** A renderer remembers the segments and shells of the copies before, so keep one for a whole job. */
export function createDocxRenderer(): DocxRenderer {
  const memory = emptyMemory()
  const shells = new Map<string, Shell>()
  // What a redline is made of stands in no other copy: remembering it would cost room and save nothing.
  return {
    render: (copy, options = {}) =>
      render(copy, options, shellFor(copy, shells), copy.against ? emptyMemory() : memory),
  }
}

function shellFor(copy: FairCopy<Change>, shells: Map<string, Shell>): Shell {
  const {agreement, locale} = copy
  const plan = {scheme: agreement.numbering, grouped: isGrouped(copy), language: agreement.language}
  const key = shellKey(plan, locale.print)
  const known = shells.get(key)
  if (known) return known
  const built = buildShell(plan, locale.print)
  shells.set(key, built)
  return built
}

function render(copy: FairCopy<Change>, {author}: DocxOptions, shell: Shell, memory: Memory): Uint8Array {
  const sheet = bodySheet(copy, memory.names)
  const comments = sheet.redline?.comments
  const around = furnitureSheet(sheet)
  const body = writeBody(copy, sheet, memory)
  const small = (name: string, text: string): FinishedPart => partOf(name, [keep(name, text, memory)])
  const parts: readonly FinishedPart[] = [
    ...Object.entries(comments ? commentedParts : fixedParts).map(([name, text]) => small(name, text)),
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
    small('word/settings.xml', sheet.redline ? shell.trackingSettings : shell.settings),
    small('word/fontTable.xml', shell.fontTable),
    small('word/header1.xml', filled(header(copy, around), headerIds)),
    small('word/footer1.xml', filled(footer(copy, around), footerIds)),
    small('word/footer2.xml', filled(firstFooter(copy, around), firstFooterIds)),
    ...(comments ? [small(commentsPart, commentsXml(comments))] : []),
    small('customXml/itemProps1.xml', itemProperties),
  ]
  return zip([...parts, partOf(manifestPart, manifest(copy, body, parts, sheet, memory))], copy.identity.time)
}

// Tracked changes of header and footers have ids away from those of the body.
const [headerIds, footerIds, firstFooterIds] = [70_000_000, 71_000_000, 72_000_000]

const documentHead = `${declaration}<w:document xmlns:w="${word}" xmlns:r="${relationships}"><w:body>`
const documentTail = '</w:body></w:document>'

function writeBody(copy: FairCopy<Change>, sheet: Sheet, memory: Memory): readonly Written[] {
  const written: Written[] = []
  const add = (piece: Piece): void => {
    written.push(write(piece, written.at(-1)?.next ?? firstId, sheet, memory))
  }
  const {pieces, end} = planOf(copy, sheet)
  for (const piece of sheet.redline ? [redlineBody(pieces)] : pieces) add(piece)
  add(end)
  return written
}

function manifest(
  {identity, against}: FairCopy<Change>,
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
  return [
    keep('manifest head', sealedHead(identity, parts, listed, against?.redline), memory),
    keep('manifest listing', listed, memory),
  ]
}

// Two provisions of one id would share a bookmark, and Word would drop one of them.
function refuseTwins(ids: readonly ProvisionId[]): void {
  const seen = new Set<ProvisionId>()
  for (const id of ids) {
    if (seen.has(id)) throw new Error(`render: the id "${id}" stands twice in the agreement`)
    seen.add(id)
  }
}
