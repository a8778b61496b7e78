/** The words and forms of one language that are not clause text. Data of ours: the runtime's tables change under us. */
export interface Locale {
  /** BCP 47, e.g. `en-GB`. */
  readonly language: string
  readonly version: string
  readonly months: readonly string[]
  readonly and: string
  readonly or: string
  /** `{n}` is the number; singular, then plural. */
  readonly periods: Readonly<
    Record<'hours' | 'days' | 'business-days' | 'weeks' | 'months' | 'years', readonly [string, string]>
  >
  readonly yes: string
  readonly no: string
  readonly worldwide: string
  /** Names of countries and of legal systems by code (`DE`, `GB-EAW`). */
  readonly countries: Readonly<Record<string, string>>
  readonly lawOf: Readonly<Record<string, string>>
  readonly languages: Readonly<Record<string, string>>
  /** Currency code → name in words, singular and plural, and minor units. */
  readonly currencies: Readonly<
    Record<
      string,
      {
        readonly one: string
        readonly many: string
        readonly minor: number
        readonly minorOne: string
        readonly minorMany: string
      }
    >
  >
  readonly print: {
    readonly clause: string
    readonly paragraph: string
    readonly recital: string
    readonly party: string
    /** `{n}` is the number: "Schedule {n}". */
    readonly schedule: string
    /** "{paragraph} of {schedule}". */
    readonly paragraphOf: string
    readonly contents: string
    readonly parties: string
    readonly background: string
    readonly keyTerms: string
    readonly schedules: string
    readonly signatures: string
    /** "Page {page} of {pages}". */
    readonly page: string
    /** "Revision {n}". */
    readonly revision: string
    readonly draft: string
    readonly between: string
    readonly blank: string
    readonly signedFor: string
    readonly signature: string
    readonly name: string
    readonly title: string
    readonly authority: string
    readonly date: string
    readonly openQuote: string
    readonly closeQuote: string
  }
}
