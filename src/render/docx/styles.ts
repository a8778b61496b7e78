/**
 * The styles: all looks are here, so that a firm restyles a document by its styles and never paragraph by paragraph.
 * Styles that print numbers are bound to their list level (ECMA-376 Part 1 §17.9.23, pStyle), never typed.
 */
import type {IParagraphPropertiesOptions, IParagraphStyleOptions, IStylesOptions} from 'docx'
import type {Locale, NumberingScheme} from '../../model/index.js'
import {colours, execution, type Family, fonts, scheduleStep, stepsOf, textWidth} from './measures.js'

// `docx` writes every paragraph property of a style; its types name only some.
type ParagraphStyle = IParagraphStyleOptions & {readonly paragraph?: IParagraphPropertiesOptions}
type Looks = Omit<ParagraphStyle, 'id' | 'name'>

const {accent, quiet, rule} = colours

/** Whether clauses stand under group headings decides which of them is Word's "heading 1". */
export interface StylePlan {
  readonly scheme: NumberingScheme
  readonly grouped: boolean
  readonly language: Locale['language']
}

/** Group headings are Word's "heading 1"; so are clause headings in a document without groups. */
export const groupHeading = 'Heading1'
export function clauseHeading(grouped: boolean): string {
  return grouped ? 'Heading2' : 'Heading1'
}

export function stylesFor(plan: StylePlan): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: {ascii: fonts.latin, hAnsi: fonts.latin, cs: fonts.latin, eastAsia: fonts.eastAsian},
          size: 21,
          language: {value: plan.language, eastAsia: 'ja-JP'},
        },
        paragraph: {spacing: {after: 120, line: 276, lineRule: 'auto'}},
      },
    },
    paragraphStyles: [...front, ...headings(plan), ...lists(plan), ...tables, ...signatures, ...furniture],
    characterStyles: [
      {id: 'DefinedTerm', name: 'Defined Term', quickFormat: true, run: {bold: true}},
      {
        id: 'Blank',
        name: 'Blank',
        quickFormat: true,
        run: {shading: {type: 'clear', color: 'auto', fill: colours.shade}},
      },
      {id: 'Hyperlink', name: 'Hyperlink', uiPriority: 99, run: {}},
    ],
  }
}

function style(id: string, name: string, looks: Looks, basedOn = 'Normal'): ParagraphStyle {
  return {id, name, basedOn, quickFormat: true, ...looks}
}

const front: readonly ParagraphStyle[] = [
  {id: 'Normal', name: 'Normal', quickFormat: true, paragraph: {widowControl: true}},
  style('Title', 'Title', {
    run: {size: 52, color: accent},
    paragraph: {spacing: {before: 0, after: 200, line: 252, lineRule: 'auto'}, keepNext: true, keepLines: true},
  }),
  style(
    'CoverTitle',
    'Cover Title',
    {paragraph: {spacing: {before: 1700, after: 360, line: 252, lineRule: 'auto'}}},
    'Title',
  ),
  style('CoverState', 'Cover State', {run: {size: 19, color: quiet}, paragraph: {spacing: {after: 0}}}),
  style('CoverBetween', 'Cover Between', {
    run: {italics: true, color: quiet},
    paragraph: {spacing: {before: 60, after: 60}},
  }),
  style('CoverParty', 'Cover Party', {run: {size: 27}, paragraph: {spacing: {after: 40}, keepLines: true}}),
  style('CoverHeading', 'Cover Heading', {
    run: caps(),
    paragraph: {spacing: {before: 720, after: 100}, keepNext: true},
  }),
  style('Notice', 'Notice', {
    run: {size: 17, color: quiet},
    paragraph: {
      spacing: {before: 60, after: 60, line: 252, lineRule: 'auto'},
      keepLines: true,
      keepNext: true,
      border: {top: {style: 'single', size: 4, space: 6, color: rule}},
    },
  }),
  style('Origin', 'Origin', {
    run: {size: 15, color: quiet},
    paragraph: {spacing: {after: 200, line: 252, lineRule: 'auto'}},
  }),
  style('ContentsHeading', 'Contents Heading', {
    run: {size: 32, color: accent},
    paragraph: {spacing: {before: 0, after: 280}, keepNext: true},
  }),
  style('TOC1', 'toc 1', {
    uiPriority: 39,
    paragraph: {
      spacing: {before: 120, after: 40},
      tabStops: [
        {type: 'left', position: 709},
        {type: 'left', position: 1701},
      ],
    },
  }),
  style('TOC2', 'toc 2', {
    uiPriority: 39,
    paragraph: {spacing: {after: 20}, indent: {left: 1049, hanging: 709}, tabStops: [{type: 'left', position: 1049}]},
  }),
]

function caps(): NonNullable<ParagraphStyle['run']> {
  return {bold: true, smallCaps: true, characterSpacing: 24, color: accent, size: 23}
}

function headings({grouped}: StylePlan): readonly ParagraphStyle[] {
  const heading = {keepNext: true, keepLines: true}
  const group = {
    run: {...caps(), size: 25},
    paragraph: {
      ...heading,
      outlineLevel: 0,
      spacing: {before: 440, after: 80},
      border: {bottom: {style: 'single' as const, size: 4, space: 3, color: rule}},
    },
  }
  const clause: Looks = {
    run: {bold: true, size: 22},
    next: 'Clause2',
    paragraph: {
      ...heading,
      outlineLevel: grouped ? 1 : 0,
      spacing: {before: 280, after: 100},
      numbering: {reference: 'clauses', level: 0},
    },
  }
  const schedule: Looks = {
    run: {size: 30, color: accent},
    paragraph: {
      ...heading,
      outlineLevel: 0,
      pageBreakBefore: true,
      spacing: {before: 0, after: 240},
      indent: scheduleStep,
      numbering: {reference: 'schedules', level: 0},
    },
  }
  return [
    style('PartHeading', 'Part Heading', {run: caps(), paragraph: {...heading, spacing: {before: 360, after: 120}}}),
    style(
      'ExecutionHeading',
      'Execution Heading',
      {paragraph: {pageBreakBefore: true, spacing: {before: 0, after: 200}}},
      'PartHeading',
    ),
    ...(grouped ? [style(groupHeading, 'heading 1', group)] : []),
    style(clauseHeading(grouped), grouped ? 'heading 2' : 'heading 1', clause),
    style('ScheduleHeading', 'Schedule Heading', schedule),
  ]
}

function lists({scheme}: StylePlan): readonly ParagraphStyle[] {
  return [
    style('Clause1', 'Clause 1', {paragraph: {alignment: 'both'}}),
    ...numbered('Clause', 'clauses', scheme).slice(1),
    style('ParagraphHeading', 'Paragraph Heading', {
      run: {bold: true},
      next: 'Paragraph2',
      paragraph: {
        keepNext: true,
        keepLines: true,
        spacing: {before: 240, after: 100},
        numbering: {reference: 'paragraphs', level: 0},
      },
    }),
    style('Paragraph1', 'Paragraph 1', {paragraph: {alignment: 'both'}}),
    ...numbered('Paragraph', 'paragraphs', scheme).slice(1),
    ...numbered('Party', 'parties', scheme),
    ...numbered('Recital', 'recitals', scheme),
    ...following('ClauseText', 'Clause Text', 'clauses', scheme),
    ...following('PartyText', 'Party Text', 'parties', scheme),
  ]
}

function numbered(name: string, family: Family, scheme: NumberingScheme): readonly ParagraphStyle[] {
  return stepsOf(family, scheme).map((_, level) =>
    style(`${name}${level + 1}`, `${name} ${level + 1}`, {
      paragraph: {alignment: 'both', numbering: {reference: family, level}},
    }),
  )
}

// Words without a number, under the text of their level: second paragraphs, closing words.
function following(id: string, name: string, family: Family, scheme: NumberingScheme): readonly ParagraphStyle[] {
  return stepsOf(family, scheme).map(({left}, level) =>
    style(`${id}${level + 1}`, `${name} ${level + 1}`, {paragraph: {alignment: 'both', indent: {left}}}),
  )
}

const tables: readonly ParagraphStyle[] = [
  style('TableText', 'Table Text', {
    run: {size: 19},
    paragraph: {spacing: {before: 50, after: 50, line: 252, lineRule: 'auto'}},
  }),
  style('TableHeading', 'Table Heading', {run: {bold: true}, paragraph: {keepNext: true}}, 'TableText'),
  style('AfterTable', 'After Table', {
    run: {size: 4},
    paragraph: {spacing: {before: 0, after: 0, line: 160, lineRule: 'exact'}},
  }),
]

const signatures: readonly ParagraphStyle[] = [
  style('ExecutionFor', 'Execution For', {
    paragraph: {keepNext: true, keepLines: true, spacing: {before: 480, after: 20}},
  }),
  style('ExecutionParty', 'Execution Party', {
    run: {bold: true},
    paragraph: {keepNext: true, keepLines: true, spacing: {after: 40}},
  }),
  style('ExecutionLine', 'Execution Line', {
    paragraph: {
      keepLines: true,
      spacing: {before: 60, after: 40},
      indent: {left: execution.label, hanging: execution.label},
      tabStops: [
        {type: 'left', position: execution.label},
        {type: 'right', position: execution.line, leader: 'underscore'},
      ],
    },
  }),
  style('ExecutionSignature', 'Execution Signature', {paragraph: {spacing: {before: 560, after: 40}}}, 'ExecutionLine'),
]

const small = {size: 16, color: quiet}
const furniture: readonly ParagraphStyle[] = [
  style('Header', 'header', {
    uiPriority: 99,
    run: small,
    paragraph: {spacing: {after: 0, line: 240, lineRule: 'auto'}, tabStops: [{type: 'right', position: textWidth}]},
  }),
  style('Footer', 'footer', {
    uiPriority: 99,
    run: small,
    paragraph: {spacing: {after: 0, line: 240, lineRule: 'auto'}, tabStops: [{type: 'right', position: textWidth}]},
  }),
]
