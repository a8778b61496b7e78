/**
 * Reading a story from its XML in one pass. Everything that wraps words (controls, links, smart tags, math) is looked
 * through; every kind of tracked change is kept on what it marks.
 */
import {changes, characters, holders, markOf, symbol, textual} from './elements.js'
import {FieldReader} from './fields.js'
import type {Disguise, Mark, ParagraphLook, Piece, StoryParagraph} from './story.js'
import {isOn, type Styles, said} from './styles.js'
import {type Attributes, readXml} from './xml.js'

/** Reference of a section to a header or footer. */
export interface Furnishing {
  readonly section: number
  readonly kind: 'header' | 'footer'
  /** `default`, `first` or `even`. */
  readonly type: string
  readonly relationship: string
}

export interface ReadStory {
  readonly paragraphs: readonly StoryParagraph[]
  readonly furnishings: readonly Furnishing[]
  /** Words of the second of two forms of one thing (`mc:Fallback`), which some programs show in place of the first; each by itself. */
  readonly fallbacks: readonly string[]
  /** Instructions of all fields. */
  readonly instructions: readonly string[]
  /** In a story of comments: who wrote those paragraphs that bear this number of sequence. */
  readonly comments: readonly Comment[]
}

export interface Comment {
  readonly sequence: number
  readonly author: string
  /** ISO 8601, or empty. */
  readonly date: string
}

export function readStory(bytes: Uint8Array, part: string, styles: Styles): ReadStory {
  const reader = new StoryReader(styles)
  readXml(bytes, part, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (text) => reader.words(text),
  })
  return reader
}

interface Worn {
  vanish?: boolean
  strike?: boolean
  style?: string
}

interface Building {
  readonly sequence: number
  readonly pieces: Piece[]
  readonly mark: Mark[]
  readonly around: readonly Mark[]
  readonly formatted: Mark[]
  readonly bookmarks: string[]
  look: {-readonly [Key in keyof ParagraphLook]: ParagraphLook[Key]}
  formerLook?: Building['look']
}

class StoryReader implements ReadStory {
  readonly paragraphs: Building[] = []
  readonly furnishings: Furnishing[] = []
  readonly comments: Comment[] = []
  readonly fallbacks: string[] = []
  readonly #styles: Styles
  readonly #path: string[] = []
  readonly #marks: (Mark | undefined)[] = []
  readonly #around: Mark[][] = []
  readonly #standing: Building[] = []
  readonly #sequences: number[] = [0]
  readonly #moves = new Map<string, string>()
  readonly #fields = new FieldReader()
  #sequence = 0
  #isRule = false
  #section = 1
  #worn: Worn = {}
  #former: Worn | undefined

  constructor(styles: Styles) {
    this.#styles = styles
  }

  get instructions(): readonly string[] {
    return this.#fields.instructions
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1) ?? ''
    this.#path.push(name)
    this.#mark(name, parent, attributes)
    if (holders.has(name)) this.#sequences.push(this.#next())
    if (name === 'w:comment')
      this.comments.push({
        sequence: this.#sequence,
        author: attributes['w:author'] ?? '',
        date: attributes['w:date'] ?? '',
      })
    if (name === 'w:tr' || name === 'w:tc') this.#around.push([])
    if (name === 'mc:Fallback') this.fallbacks.push('')
    if (name === 'w:footnote' || name === 'w:endnote') this.#isRule = isRule(attributes['w:type'])
    if (name === 'w:p') this.#begin()
    if (name === 'w:r' || name === 'm:r') [this.#worn, this.#former] = [{}, undefined]
    if (name.endsWith('PrChange')) this.#look(name, attributes)
    else if (parent === 'w:pPr' || parent === 'w:numPr') this.#paragraphProperty(name, attributes['w:val'])
    else if (parent === 'w:rPr') this.#runProperty(name, attributes['w:val'])
    else this.#content(name, parent, attributes)
  }

  close(name: string): void {
    this.#path.pop()
    if (Object.hasOwn(changes, name)) this.#marks.pop()
    if (holders.has(name)) this.#sequences.pop()
    if (name === 'w:tbl') this.#sequences[this.#sequences.length - 1] = this.#next()
    if (name === 'w:tr' || name === 'w:tc') this.#around.pop()
    if (name === 'w:p') this.#standing.pop()
    if (name === 'w:sectPr' && this.#path.at(-1) !== 'w:sectPrChange') this.#section += 1
    if (name === 'w:fldSimple') this.#fields.end()
  }

  words(text: string): void {
    const holder = this.#path.at(-1) ?? ''
    if (holder === 'w:instrText' || holder === 'w:delInstrText') this.#fields.instruct(text)
    else if (textual.has(holder)) this.#add(text)
  }

  #next(): number {
    this.#sequence += 1
    return this.#sequence
  }

  #begin(): void {
    const around = this.#around.flat()
    const sequence = this.#sequences.at(-1)!
    const paragraph: Building = {sequence, pieces: [], mark: [], around, formatted: [], bookmarks: [], look: {}}
    if (!this.#path.includes('mc:Fallback') && !this.#isRule) this.paragraphs.push(paragraph)
    this.#standing.push(paragraph)
  }

  // On what a change is: a paragraph's mark, a row, a cell, or all words inside it.
  #mark(name: string, parent: string, attributes: Attributes): void {
    if (!Object.hasOwn(changes, name)) return
    const kind = changes[name]!
    const mark = markOf(kind, attributes, this.#moves.get(kind))
    const onMark = parent === 'w:rPr' && this.#path.at(-3) === 'w:pPr'
    const onCells = parent === 'w:trPr' || parent === 'w:tcPr'
    if (onMark) this.#standing.at(-1)?.mark.push(mark)
    if (onCells) this.#around.at(-1)?.push(mark)
    const aside = onMark || onCells || parent === 'w:numPr' || parent === 'm:ctrlPr' || parent === 'w:rPr'
    this.#marks.push(aside ? undefined : mark)
  }

  #look(name: string, attributes: Attributes): void {
    const paragraph = this.#standing.at(-1) ?? this.paragraphs.at(-1)
    paragraph?.formatted.push(markOf('formatted', attributes))
    if (name === 'w:rPrChange') this.#former = {}
    if (name === 'w:pPrChange' && paragraph) paragraph.formerLook = {}
  }

  #paragraphProperty(name: string, value: string | undefined): void {
    const paragraph = this.#standing.at(-1)
    const look = this.#path.includes('w:pPrChange') ? paragraph?.formerLook : paragraph?.look
    if (!look || value === undefined) return
    if (name === 'w:pStyle') look.style = value
    if (name === 'w:numId') look.list = value
    if (name === 'w:ilvl') look.level = Number(value)
    if (name === 'w:outlineLvl') look.outline = Number(value)
  }

  #runProperty(name: string, value: string | undefined): void {
    const worn = this.#path.includes('w:rPrChange') ? this.#former : this.#worn
    if (!worn) return
    if (name === 'w:rStyle' && value !== undefined) worn.style = value
    if (name === 'w:vanish' || name === 'w:specVanish') worn.vanish = isOn(value)
    if (name === 'w:strike' || name === 'w:dstrike') worn.strike = isOn(value)
    // White letters, and letters of two points or less, are there to be overlooked.
    if (name === 'w:color' && /^f{6}$/i.test(value ?? '')) worn.vanish = true
    if (name === 'w:sz' && Number(value) <= 4) worn.vanish = true
  }

  #content(name: string, parent: string, attributes: Attributes): void {
    if (name === 'w:fldSimple') this.#field(this.#fields.begin(attributes['w:instr'] ?? ''))
    else if (name === 'w:fldChar') this.#field(this.#fields.turn(attributes['w:fldCharType']))
    else if (name === 'w:sym') this.#add(symbol(attributes['w:char']))
    else if (name === 'w:bookmarkStart') this.#standing.at(-1)?.bookmarks.push(attributes['w:name'] ?? '')
    else if (/^w:move(?:From|To)RangeStart$/.test(name))
      this.#moves.set(name.includes('From') ? 'movedFrom' : 'movedTo', attributes['w:name'] ?? '')
    else if (name === 'w:headerReference' || name === 'w:footerReference') this.#furnish(name, attributes)
    else if (parent === 'w:r' && Object.hasOwn(characters, name)) this.#add(characters[name]!)
  }

  #furnish(name: string, attributes: Attributes): void {
    const kind = name === 'w:headerReference' ? 'header' : 'footer'
    const type = attributes['w:type'] ?? 'default'
    this.furnishings.push({section: this.#section, kind, type, relationship: attributes['r:id'] ?? ''})
  }

  #field(instruction: string | undefined): void {
    if (instruction !== undefined) this.#put({text: '', marks: this.#standingMarks(), instruction})
  }

  #add(text: string): void {
    if (this.#fields.isInstruction) return
    const disguise = this.#disguise(this.#worn)
    const former = this.#former && {formerDisguise: this.#disguise(this.#former) ?? ('none' as const)}
    const computed = this.#fields.computed
    this.#put({
      text,
      marks: this.#standingMarks(),
      ...(disguise ? {disguise} : {}),
      ...former,
      ...(computed === undefined ? {} : {computed}),
    })
  }

  #put(piece: Piece): void {
    if (this.#path.includes('mc:Fallback')) this.fallbacks[this.fallbacks.length - 1] += piece.text
    else this.#standing.at(-1)?.pieces.push(piece)
  }

  #standingMarks(): readonly Mark[] {
    return this.#marks.filter((mark) => mark !== undefined)
  }

  // A toggle in a style of characters turns round what the style of the paragraph says (§17.7.3).
  #disguise(worn: Worn): Disguise | undefined {
    const paragraph = this.#standing.at(-1)?.look.style ?? this.#styles.standard
    const is = (key: 'vanish' | 'strike'): boolean =>
      worn[key] ?? (said(this.#styles, worn.style, key) ?? false) !== (said(this.#styles, paragraph, key) ?? false)
    if (is('vanish')) return 'hidden'
    return is('strike') ? 'struck' : undefined
  }
}

// The lines between a page and its notes are kept as notes of a type of their own (§17.11.23): they are no words.
function isRule(type: string | undefined): boolean {
  return type !== undefined && type !== 'normal'
}
