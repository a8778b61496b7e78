/** The parts that say what the other parts are: content types, relationships, properties (ECMA-376 Part 2). */
import type {Change, FairCopy} from '../../model/index.js'
import {commentsPart} from './comments.js'
import {instantOf} from './instant.js'
import {declaration, relationships, xmlText} from './xml.js'

const packages = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const overrides: Readonly<Record<string, string>> = {
  '/word/document.xml': `${wordType}.document.main+xml`,
  '/word/styles.xml': `${wordType}.styles+xml`,
  '/word/numbering.xml': `${wordType}.numbering+xml`,
  '/word/settings.xml': `${wordType}.settings+xml`,
  '/word/fontTable.xml': `${wordType}.fontTable+xml`,
  '/word/header1.xml': `${wordType}.header+xml`,
  '/word/footer1.xml': `${wordType}.footer+xml`,
  '/word/footer2.xml': `${wordType}.footer+xml`,
  '/docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
  '/docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  '/docProps/custom.xml': 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  '/customXml/itemProps1.xml': 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
}

type Related = readonly (readonly [id: string, type: string, target: string])[]

const documentRelations: Related = [
  ['rIdStyles', `${relationships}/styles`, 'styles.xml'],
  ['rIdNumbering', `${relationships}/numbering`, 'numbering.xml'],
  ['rIdSettings', `${relationships}/settings`, 'settings.xml'],
  ['rIdFonts', `${relationships}/fontTable`, 'fontTable.xml'],
  ['rIdHeader', `${relationships}/header`, 'header1.xml'],
  ['rIdFooter', `${relationships}/footer`, 'footer1.xml'],
  ['rIdFirstFooter', `${relationships}/footer`, 'footer2.xml'],
  ['rIdManifest', `${relationships}/customXml`, '../customXml/item1.xml'],
]

/** Parts that are the same in every document, by name. */
export const fixedParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': contentTypes(overrides),
  '_rels/.rels': related([
    ['rIdDocument', `${relationships}/officeDocument`, 'word/document.xml'],
    ['rIdCore', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ['rIdApp', `${relationships}/extended-properties`, 'docProps/app.xml'],
    ['rIdCustom', `${relationships}/custom-properties`, 'docProps/custom.xml'],
  ]),
  'word/_rels/document.xml.rels': related(documentRelations),
  'customXml/_rels/item1.xml.rels': related([['rIdProperties', `${relationships}/customXmlProps`, 'itemProps1.xml']]),
}

/** The same for a document with comments. */
export const commentedParts: Readonly<Record<string, string>> = {
  ...fixedParts,
  '[Content_Types].xml': contentTypes({...overrides, [`/${commentsPart}`]: `${wordType}.comments+xml`}),
  'word/_rels/document.xml.rels': related([
    ...documentRelations,
    ['rIdComments', `${relationships}/comments`, 'comments.xml'],
  ]),
}

function contentTypes(types: Readonly<Record<string, string>>): string {
  return (
    `${declaration}<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
    Object.entries(types)
      .map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
      .join('') +
    '</Types>'
  )
}

function related(entries: Related): string {
  const inside = entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
  return `${declaration}<Relationships xmlns="${packages}/relationships">${inside.join('')}</Relationships>`
}

/** Title and dates. No author unless one is given: who drafted is nobody's business on the other side. */
export function coreProperties({agreement, identity}: FairCopy<Change>, author?: string): string {
  const instant = `${instantOf(identity.time).toISOString().slice(0, 19)}Z`
  const by =
    author === undefined
      ? ''
      : `<dc:creator>${xmlText(author)}</dc:creator><cp:lastModifiedBy>${xmlText(author)}</cp:lastModifiedBy>`
  return (
    `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(agreement.title)}</dc:title>${by}<dc:language>${xmlText(agreement.language)}</dc:language>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified></cp:coreProperties>`
  )
}

export function appProperties(): string {
  return `${declaration}<Properties xmlns="${office}/extended-properties"><Application>Engross</Application></Properties>`
}

/** What Word shows under File → Properties → Custom; the first-page statement stands here too (LEGAL.md ST-01). */
export function customProperties({identity, notices}: FairCopy<Change>): string {
  const entries = [
    ['Engross deal', identity.deal],
    ['Engross revision', String(identity.revision)],
    ['Engross hash', identity.hash],
    ['Notice', notices.firstPage],
  ] as const
  const inside = entries.map(
    ([name, text], index) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${name}"><vt:lpwstr>${xmlText(text)}</vt:lpwstr></property>`,
  )
  return `${declaration}<Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes">${inside.join('')}</Properties>`
}

/** The id by which Word knows a custom part: fixed, since a file of ours has one. */
export const itemProperties =
  `${declaration}<ds:datastoreItem xmlns:ds="${office}/customXml" ds:itemID="{5B0E6F0A-6D1C-4E57-9C1B-0E6A1F3D7E11}">` +
  '<ds:schemaRefs><ds:schemaRef ds:uri="urn:engross:manifest:1"/></ds:schemaRefs></ds:datastoreItem>'
