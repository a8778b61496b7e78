/** Values as users write them on a command line; a wrong one is a UsageFault that says how it is written. */
import {UsageFault} from './arguments.js'

/** `2026-11-23` or `2026-11-23T10:00:00Z` as an instant in UTC; undefined stays undefined. */
export function instantOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const shape = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/
  if (!shape.test(text) || Number.isNaN(Date.parse(text)))
    throw new UsageFault(`"${text}" is no instant. Write 2026-11-23T10:00:00Z.`)
  return new Date(text).toISOString()
}

/** The number of a revision, written `7` or `r7`; undefined stays undefined. */
export function revisionOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const digits = /^r?([1-9]\d{0,14})$/i.exec(text)?.[1]
  if (digits === undefined)
    throw new UsageFault(`"${text}" is no revision. Write its number, as \`engross log\` lists it: 7.`)
  return Number(digits)
}
