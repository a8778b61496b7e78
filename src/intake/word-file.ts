/**
 * The stories of a Word file, each under a name that says where it is printed: parts are named anew by every program that
 * saves a file, so a header is known by the section that it heads.
 */
import type {Diagnostic} from '../model/index.js'
import {type Label, type Lists, labelsOf, noLists, readLists} from './numbering.js'
import {openWordFile, type WordPackage} from './package.js'
import {type Furnishing, type ReadStory, readStory} from './read-story.js'
import {diagnosticOf, Refusal} from './refusal.js'
import {type SeenParagraph, type Side, type StoryParagraph, seen} from './story.js'
import {noStyles, readStyles, type Styles} from './styles.js'

export interface Story extends ReadStory {
  /** `body`, `header`, `footer (first page) of section 2`, `footnotes`. */
  readonly name: string
  readonly part: string
}

export interface WordFile {
  readonly package: WordPackage
  /** In print order: the body, headers and footers, notes, comments. */
  readonly stories: readonly Story[]
  /** Every place where a story is printed: a header that several sections share stands here under several names. */
  readonly places: ReadonlyMap<string, Story>
  readonly styles: Styles
  readonly lists: Lists
}

export type Read = {readonly file: WordFile} | {readonly refused: Diagnostic}

/** Opens a Word file and reads its words. `name` is what the user calls it. */
export function readWordFile(bytes: Uint8Array, name: string): Read {
  try {
    return {file: read(openWordFile(bytes, name))}
  } catch (error) {
    if (error instanceof Refusal) return {refused: diagnosticOf(error.reason, name)}
    throw error
  }
}

function read(found: WordPackage): WordFile {
  const beside = (type: string): {readonly name: string; readonly bytes: Uint8Array} | undefined => {
    const target = found.relationships(found.main).find((one) => one.type === type && !one.external)?.target
    return target === undefined ? undefined : found.find(target)
  }
  const [styled, numbered] = [beside('styles'), beside('numbering')]
  const styles = styled ? readStyles(styled.bytes, styled.name) : noStyles
  const lists = numbered ? readLists(numbered.bytes, numbered.name) : noLists
  return {package: found, styles, lists, ...storiesOf(found, styles)}
}

const notes = ['footnotes', 'endnotes', 'comments'] as const

function storiesOf(found: WordPackage, styles: Styles): Pick<WordFile, 'stories' | 'places'> {
  const body = {...storyOf(found.find(found.main)!.bytes, found.main, styles), name: 'body', part: found.main}
  const related = found.relationships(found.main).filter(({external}) => !external)
  const furniture = body.furnishings.map((furnishing) => ({
    name: furnitureName(furnishing),
    part: related.find(({id, type}) => id === furnishing.relationship && type === furnishing.kind)?.target,
  }))
  const named = notes.map((name) => ({name, part: related.find(({type}) => type === name)?.target}))
  const stories: Story[] = [body]
  const places = new Map<string, Story>([['body', body]])
  for (const {name, part} of [...furniture, ...named]) {
    const own = part === undefined ? undefined : found.find(part)
    if (!own || places.has(name)) continue
    const known = stories.find((story) => story.part === own.name)
    const story = known ?? {...storyOf(own.bytes, own.name, styles), name, part: own.name}
    places.set(name, story)
    if (!known) stories.push(story)
  }
  return {stories, places}
}

function storyOf(bytes: Uint8Array, part: string, styles: Styles): ReadStory {
  const {paragraphs, furnishings, fallbacks, instructions, comments} = readStory(bytes, part, styles)
  return {paragraphs, furnishings, fallbacks, instructions, comments}
}

const pagesOf = new Map([
  ['default', ''],
  ['first', ' (first page)'],
  ['even', ' (even pages)'],
])

function furnitureName({kind, type, section}: Furnishing): string {
  return `${kind}${pagesOf.get(type) ?? ` (${type})`}${section === 1 ? '' : ` of section ${section}`}`
}

/** A paragraph on one side, with its number. */
export interface Line extends SeenParagraph, Label {}

/** A story with every tracked change accepted, or rejected, paragraph by paragraph. */
export function linesOf(
  story: {readonly paragraphs: readonly StoryParagraph[]},
  side: Side,
  {lists, styles}: WordFile,
): readonly Line[] {
  const paragraphs = seen(story.paragraphs, side)
  const labels = labelsOf(paragraphs, lists, styles)
  return paragraphs.map((paragraph, index) => ({...paragraph, ...labels[index]!}))
}
