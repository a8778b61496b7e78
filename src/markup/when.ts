/** `when`: one subexpression, as `(eq ip.results.regime "joint")`, read by the same parser and checks as a clause's tags. */
import Handlebars from 'handlebars'
import type {Diagnostic, Expression, Parameters} from '../model/index.js'
import {expressionOf} from './expression.js'
import {type Faults, fault} from './faults.js'

/** The expression, or nothing after its fault was reported. */
export function parseWhen(text: string, parameters: Parameters, faults: Faults): Expression | undefined {
  const scope = {patterns: [''], parameters, faults, linesBefore: 1}
  try {
    const [statement, ...more] = Handlebars.parseWithoutProcessing(`{{#if ${text}}}{{/if}}`).body
    const subject = (statement as hbs.AST.BlockStatement | undefined)?.params?.[0]
    if (subject && more.length === 0) return expressionOf(subject, scope)
  } catch {
    // Reported below: Handlebars' own words speak of tags, and there are none here.
  }
  fault(
    faults,
    'markup/when',
    {line: 2, column: 1},
    `"when: ${text}" cannot be read.`,
    'Write one test in brackets, such as (eq ip.results.regime "joint").',
  )
  return undefined
}

/** The same for a template's `when`, with its diagnostics returned. */
export function parseExpression(
  text: string,
  file: string,
  parameters: Parameters,
): {readonly expression?: Expression; readonly diagnostics: readonly Diagnostic[]} {
  const faults: Faults = {file, found: []}
  const expression = parseWhen(text, parameters, faults)
  return {diagnostics: faults.found, ...(expression ? {expression} : {})}
}
