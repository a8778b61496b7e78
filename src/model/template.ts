/** A template is a list of positions in parts; `library` reads it, `assemble` fills it. */
import type {NumberingScheme} from './agreement.js'
import type {Expression} from './clause.js'
import type {Pointer} from './pointer.js'
import type {Hash} from './provision.js'

/** An issue that the document answers: which clause, when, and which one if nothing else decides. */
export interface TemplatePosition {
  readonly position: string
  readonly default?: string
  readonly when?: Expression
}

export type TemplatePart =
  | {readonly kind: 'cover'; readonly show: readonly Pointer[]}
  | {readonly kind: 'parties' | 'recitals' | 'execution'; readonly positions: readonly TemplatePosition[]}
  | {readonly kind: 'group'; readonly heading?: string; readonly positions: readonly TemplatePosition[]}
  | {
      readonly kind: 'schedule'
      readonly id: string
      readonly title: string
      readonly when?: Expression
      readonly positions: readonly TemplatePosition[]
    }

export interface Template {
  readonly id: string
  readonly version: string
  readonly hash: Hash
  readonly file: string
  readonly title: string
  /** One sentence: what the document is for. */
  readonly purpose: string
  readonly stage: string
  readonly schema: string
  readonly numbering: NumberingScheme
  readonly parts: readonly TemplatePart[]
  /** The first questions that a newcomer answers, in order: pointers into the parameters. */
  readonly questions: readonly Pointer[]
  readonly maxWords: number
}
