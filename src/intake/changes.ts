/** The tracked changes that a Word file holds, as whoever opens it in Word sees them listed: by whom, when, where, which words. */
import type {Mark, StoryParagraph} from './story.js'
import type {WordFile} from './word-file.js'

export interface TrackedChange {
  readonly kind: Mark['kind']
  readonly author: string
  /** ISO 8601, or empty. */
  readonly date: string
  /** "body", "footer (first page)". */
  readonly story: string
  /** Of the story, counting from 1, deleted ones counted too. */
  readonly paragraph: number
  /** Empty where only a paragraph's mark or the look of words is changed. */
  readonly words: string
  /** The paragraph ends, or a row of a table stands, on one side only. */
  readonly of?: 'paragraph' | 'row'
}

/** Every tracked change in print order. Neighbouring words of one change are one. */
export function trackedChanges({stories}: WordFile): readonly TrackedChange[] {
  const rows = new Set<Mark>()
  return stories.flatMap(({name, paragraphs}) =>
    paragraphs.flatMap((paragraph, index) => {
      // A row is marked once, however many paragraphs stand in it.
      const around = paragraph.around.filter((mark) => !rows.has(mark) && rows.add(mark))
      return changesOf({...paragraph, around}).map((found) => ({...found, story: name, paragraph: index + 1}))
    }),
  )
}

type Found = Omit<TrackedChange, 'story' | 'paragraph'>

function changesOf({pieces, mark, around, formatted}: StoryParagraph): readonly Found[] {
  const found: {-readonly [Key in keyof Found]: Found[Key]}[] = []
  let before: readonly Mark[] = []
  for (const {text, marks} of pieces) {
    for (const own of marks) {
      const last = before.some((one) => same(one, own)) ? found.findLast((one) => same(one, own)) : undefined
      if (last) last.words += text
      else found.push({...said(own), words: text})
    }
    before = marks
  }
  return [
    ...around.map((own) => ({...said(own), words: '', of: 'row' as const})),
    ...found,
    ...mark.map((own) => ({...said(own), words: '', of: 'paragraph' as const})),
    ...formatted.map((own) => ({...said(own), words: ''})),
  ]
}

function said({kind, author, date}: Mark): Pick<Mark, 'kind' | 'author' | 'date'> {
  return {kind, author, date}
}

function same(one: Pick<Mark, 'kind' | 'author' | 'date'>, other: Mark): boolean {
  return one.kind === other.kind && one.author === other.author && one.date === other.date
}

export interface WordComment {
  readonly author: string
  /** ISO 8601, or empty. */
  readonly date: string
  readonly words: string
}

/** The comments of a file, in the order in which it holds them. */
export function commentsIn({places}: WordFile): readonly WordComment[] {
  const story = places.get('comments')
  return (story?.comments ?? []).map(({sequence, author, date}) => {
    const paragraphs = story!.paragraphs.filter((paragraph) => paragraph.sequence === sequence)
    const words = paragraphs.map(({pieces}) => pieces.map(({text}) => text).join('')).join('\n')
    return {author, date, words}
  })
}
