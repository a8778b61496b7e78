/**
 * Expressions of the clause language: paths and helper calls, read from Handlebars' own tree and checked against the
 * schema. A misspelt path is an error here, never a silent else (SECURITY.md §0.2).
 */
import type {At, Call, Expression, Parameters, Path} from '../model/index.js'
import {didYouMean, type Faults, fault} from './faults.js'

/** Arguments that each helper takes: fewest and most. Tests of conditions; then words for values, which `deal` owns. */
export const tests: Readonly<Record<string, readonly [number, number]>> = {
  eq: [2, 2],
  ne: [2, 2],
  in: [2, 32],
  and: [2, 32],
  or: [2, 32],
  not: [1, 1],
  gt: [2, 2],
  lt: [2, 2],
}
export const phrases: Readonly<Record<string, readonly [number, number]>> = {
  join: [2, 2],
  words: [1, 1],
  figure: [1, 1],
  legal: [1, 1],
  native: [1, 1],
}

/** Where an expression stands: the patterns of the enclosing rows, outermost first; the first is the whole, ''. */
export interface Scope {
  readonly patterns: readonly string[]
  readonly parameters: Parameters
  readonly faults: Faults
  /** Lines of the file before the text that Handlebars saw. */
  readonly linesBefore: number
}

/** The place in the file of a Handlebars node; columns count from 1. */
export function atOf(node: hbs.AST.Node, scope: Scope): At {
  return {line: node.loc.start.line + scope.linesBefore, column: node.loc.start.column + 1}
}

/** An expression, or nothing after its fault was reported. */
export function expressionOf(
  node: hbs.AST.Expression,
  scope: Scope,
  helpers: Readonly<Record<string, readonly [number, number]>> = tests,
): Expression | undefined {
  switch (node.type) {
    case 'PathExpression':
      return pathOf(node as hbs.AST.PathExpression, scope)
    case 'SubExpression':
      return callOf(node as hbs.AST.SubExpression, scope, helpers)
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return {
        type: 'literal',
        value: (node as hbs.AST.StringLiteral | hbs.AST.NumberLiteral | hbs.AST.BooleanLiteral).value,
      }
    default:
      fault(
        scope.faults,
        'markup/not-in-the-language',
        atOf(node, scope),
        'This expression is not part of the clause language.',
      )
      return undefined
  }
}

/** A helper with its arguments: `(eq a "b")`, or the inside of `{{join parties "and"}}`. */
export function callOf(
  node: hbs.AST.SubExpression | hbs.AST.MustacheStatement,
  scope: Scope,
  helpers: Readonly<Record<string, readonly [number, number]>>,
): Call | undefined {
  const at = atOf(node, scope)
  const helper = (node.path as hbs.AST.PathExpression).original
  const arity = typeof helper === 'string' && Object.hasOwn(helpers, helper) ? helpers[helper] : undefined
  if (!arity)
    return refuse(
      `There is no "${helper}" here.`,
      didYouMean(String(helper), Object.keys(helpers)) ?? `Known: ${Object.keys(helpers).join(', ')}.`,
    )
  if (node.hash) return refuse('Named arguments are not part of the clause language.')
  const [fewest, most] = arity
  if (node.params.length < fewest || node.params.length > most) {
    return refuse(
      `"${helper}" takes ${fewest === most ? fewest : `${fewest} to ${most}`} argument${most === 1 ? '' : 's'}, and here are ${node.params.length}.`,
    )
  }
  const given = node.params.map((argument) => expressionOf(argument, scope))
  const known = given.filter((argument) => argument !== undefined)
  return known.length === given.length ? {type: 'call', helper: helper as string, arguments: known, at} : undefined

  function refuse(message: string, hint?: string): undefined {
    fault(scope.faults, 'markup/helper', at, message, hint)
    return undefined
  }
}

/** A path that the schema knows, or nothing after its fault was reported. */
export function pathOf(node: hbs.AST.PathExpression, scope: Scope): Path | undefined {
  const at = atOf(node, scope)
  const segments = node.parts.filter((part): part is string => typeof part === 'string')
  if (node.data || segments.length < node.parts.length) {
    fault(
      scope.faults,
      'markup/not-in-the-language',
      at,
      `"${node.original}" is not part of the clause language.`,
      'Use a path of the schema.',
    )
    return undefined
  }
  const path: Path = {type: 'path', up: node.depth, segments, at}
  const pattern = patternOf(path, scope.patterns)
  if (pattern !== undefined && (pattern === '' || scope.parameters.has(pattern))) return path
  fault(
    scope.faults,
    'markup/unknown-path',
    at,
    `"${node.original}" is no parameter of the schema.`,
    nearestPath(path, scope),
  )
  return undefined
}

/** The pattern that a path means among enclosing rows, or nothing when it climbs too high. */
export function patternOf({up, segments}: Path, patterns: readonly string[]): string | undefined {
  const base = patterns[patterns.length - 1 - up]
  return base === undefined ? undefined : [base, ...segments].join('/')
}

function nearestPath(path: Path, {patterns, parameters}: Scope): string | undefined {
  const base = patterns[patterns.length - 1 - path.up] ?? ''
  const known = [...parameters.keys()]
    .filter((pattern) => pattern.startsWith(`${base}/`))
    .map((pattern) => pattern.slice(base.length + 1).replaceAll('/', '.'))
  return didYouMean(path.segments.join('.'), known)
}
