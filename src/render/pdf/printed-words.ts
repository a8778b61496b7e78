/** Every word that a copy prints, with the place to name when a font lacks one of its characters. */
import {
  type Against,
  type Agreement,
  causeWords,
  type FairCopy,
  furnitureOf,
  type Inline,
  inlinesIn,
  inlinesOf,
  inlinesOfBlock,
  type Part,
  type Place,
  type Provision,
  withDescendants,
} from '../../model/index.js'
import {againstWords, byWords} from './redline-words.js'

export interface PrintedWords {
  readonly text: string
  readonly at: Place
}

/** The words of a provision and of all below it. */
export function wordsOfProvision(provision: Provision<unknown>): readonly PrintedWords[] {
  return withDescendants(provision).flatMap((one) => placed(inlinesOf(one), one.id))
}

/** What a part prints before its provisions. */
export function wordsBefore(part: Part<unknown>): readonly PrintedWords[] {
  const heading = 'heading' in part && part.heading ? placed(inlinesIn(part.heading), part.id) : []
  return part.kind === 'cover' ? [...heading, ...placed(part.blocks.flatMap(inlinesOfBlock), part.id)] : heading
}

/** What a part prints after its provisions. */
export function wordsAfter(part: Part<unknown>): readonly PrintedWords[] {
  if (part.kind !== 'execution') return []
  return part.blocks.flatMap(({id, party, native = [], signatories}) => {
    const people = signatories.flatMap(({name, title, authority}) => [...name, ...title, ...authority])
    return placed(inlinesIn([...party, ...native, ...people]), id)
  })
}

/** What the locale and the notices add, and the title. */
export function wordsAround(copy: FairCopy<unknown>): readonly PrintedWords[] {
  const {agreement, against, locale, notices} = copy
  const from = (texts: readonly string[], file: string) => texts.map((text) => ({text, at: {file}}))
  return [
    ...from(Object.values(locale.print), 'locale'),
    ...from(Object.values(notices), 'notices'),
    ...from([agreement.title], templateOf(agreement)),
    ...(against ? wordsOfRedline(copy, against) : []),
  ]
}

/** The old side's words round the agreement, and what the redline says of changes: names, dates, causes. */
function wordsOfRedline(copy: FairCopy<unknown>, {redline, showCauses}: Against<unknown>): readonly PrintedWords[] {
  const furniture = Object.values(furnitureOf(copy)).flatMap((words) => placed(inlinesIn(words), 'furniture'))
  const causes = redline.changes.map((change) => ({
    text: [causeWords(change.cause), byWords(change, copy.locale.months)].join(' '),
    at: {provision: change.at},
  }))
  const told = [againstWords(redline.from, redline.to), ...redline.uncompared.map(({message}) => message)]
  return [...furniture, ...told.map((text) => ({text, at: {file: 'redline'}})), ...(showCauses ? causes : [])]
}

function templateOf({template}: Agreement<unknown>): string {
  return `${template.id}@${template.version}`
}

// The inlines inside emphasis are in the list as well as the emphasis.
function placed(inlines: readonly Inline<unknown>[], provision: string): readonly PrintedWords[] {
  return inlines.flatMap((inline): readonly PrintedWords[] => {
    if (inline.type === 'value') return [{text: inline.words, at: {pointer: inline.pointer}}]
    return 'text' in inline ? [{text: inline.text, at: {provision}}] : []
  })
}
