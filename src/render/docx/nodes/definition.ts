/** Where a defined term gets its meaning: bold, between curled quotes that are not. */
import type {Change, Definition} from '../../../model/index.js'
import type {Sheet} from '../sheet.js'
import {type Format, run} from './run.js'

export function definition({text}: Definition<Change>, {print}: Sheet, format: Format): string {
  return (
    run(print.openQuote, format) +
    run(text, {...format, bold: true, style: 'DefinedTerm'}) +
    run(print.closeQuote, format)
  )
}
