/**
 * The parts that never change while the house style does not: made with the `docx` library from an empty document,
 * once for each kind of document (scheme, grouping, language), and kept by the renderer. `docx` is loaded when the first
 * shell is made, since loading it costs more than writing an agreement.
 */
import {createRequire} from 'node:module'
import type {IContext, IStylesOptions, XmlComponent} from 'docx'
import type {Locale} from '../../model/index.js'
import {fonts} from './measures.js'
import {definitions, lists, restarts} from './numbering.js'
import {clauseHeading, type StylePlan, stylesFor} from './styles.js'
import {declaration, word} from './xml.js'
import {serialise} from './xmlable.js'

export interface Shell {
  readonly styles: string
  readonly settings: string
  /** The settings of a redline: what the other side changes in it is tracked as well. */
  readonly trackingSettings: string
  readonly fontTable: string
  /** numbering.xml for a document with so many schedules. */
  readonly numbering: (schedules: number) => string
}

export function shellKey({scheme, grouped, language}: StylePlan, {schedule}: Locale['print']): string {
  return [scheme, grouped, language, schedule].join('\n')
}

export function buildShell(plan: StylePlan, {schedule}: Locale['print']): Shell {
  const docx = createRequire(import.meta.url)('docx') as typeof import('docx')
  const styles = stylesFor(plan)
  const file = new docx.Document({
    sections: [{children: []}],
    styles,
    numbering: {config: definitions(plan.scheme, schedule, clauseHeading(plan.grouped))},
    compatabilityModeVersion: 15,
  })
  for (const list of lists) file.Numbering.createConcreteNumberingInstance(list, 0)
  const text = (component: Pick<XmlComponent, 'prepForXml'>): string => {
    const context: IContext = {file, viewWrapper: file.Document, stack: []}
    return serialise(component.prepForXml(context))
  }
  const settings = text(file.Settings)
  return {
    styles: bindLists(ownOnly(text(file.Styles), styles)),
    settings,
    trackingSettings: tracking(settings),
    fontTable,
    numbering: numberingOf(text(file.Numbering)),
  }
}

// `docx` adds styles for headings, notes and captions that no part of ours uses; a firm should see its own list only.
function ownOnly(xml: string, {paragraphStyles = [], characterStyles = []}: IStylesOptions): string {
  const own = new Set(['TableNormal', ...[...paragraphStyles, ...characterStyles].map(({id}) => id)])
  return xml.replace(/<w:style [^>]*w:styleId="([^"]+)"[\s\S]*?<\/w:style>/g, (style, id: string) =>
    own.has(id) ? style : '',
  )
}

// Where the schema has it (§17.15.1.78), before the tab stops that `docx` always writes.
function tracking(settings: string): string {
  return settings.replace('<w:defaultTabStop', '<w:trackRevisions/><w:defaultTabStop')
}

// `docx` leaves a slot such as {clauses-0} where a list's number belongs and fills it when it packs.
function bindLists(styles: string): string {
  return styles.replace(/\{([a-z]+)-0\}/g, (_, list: (typeof lists)[number]) => String(lists.indexOf(list) + 1))
}

// `docx` puts a bullet list of its own first and calls every list a hybrid one; ours are multilevel, numbered from 1 in
// the order of `lists`, and not restarted, since the first of each list begins at 1 by itself.
function numberingOf(xml: string): (schedules: number) => string {
  const root = /^[\s\S]*?<w:numbering[^>]*>/.exec(xml)![0]
  const own = [...xml.matchAll(/<w:abstractNum [\s\S]*?<\/w:abstractNum>/g)].slice(-lists.length)
  const abstract = own.map(([text], index) =>
    text
      .replace(/w:abstractNumId="\d+"/, `w:abstractNumId="${index}"`)
      .replace('hybridMultilevel', 'multilevel')
      .replaceAll(' w:tentative="1"', ''),
  )
  const nums = lists.map((_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`)
  const start = root + abstract.join('') + nums.join('')
  return (schedules) => `${start}${restarts(schedules, String(lists.indexOf('paragraphs')))}</w:numbering>`
}

// The alternative names are metric-compatible faces where Microsoft's are missing.
const fontTable =
  `${declaration}<w:fonts xmlns:w="${word}">` +
  `<w:font w:name="${fonts.latin}"><w:altName w:val="${fonts.latinElsewhere}"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>` +
  `<w:font w:name="${fonts.eastAsian}"><w:altName w:val="${fonts.eastAsianElsewhere}"/><w:charset w:val="80"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>` +
  '</w:fonts>'
