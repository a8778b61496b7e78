/**
 * Conditions and values of a clause in words, for those who read a clause as it is written: parameters go by their titles,
 * in quotes where they stand in a sentence, and allowed values by the words that an agreement would print.
 */
import type {Call, Expression, Parameter, Parameters, Path} from '../model/index.js'

/** Where an expression stands: the patterns of the enclosing rows, outermost first; the first is the whole, ''. */
export type Rows = readonly string[]

export interface Naming {
  readonly parameters: Parameters
  /** What a parameter is called, by its pattern. */
  readonly nameOf: (pattern: string) => string
}

/** The pattern that a path means among enclosing rows. */
export function patternAt({up, segments}: Path, rows: Rows): string {
  return [rows[rows.length - 1 - up] ?? '', ...segments].join('/')
}

/** "“Who owns the results” is “jointly owned”": a condition, or what it is when it does not hold. */
export function conditionWords(test: Expression, rows: Rows, naming: Naming, holds = true): string {
  if (test.type === 'literal') return String(Boolean(test.value) === holds)
  if (test.type === 'path') return presence(test, rows, naming, holds)
  const {
    helper,
    arguments: [first, ...rest],
  } = test
  if (!first) return ''
  if (helper === 'not') return conditionWords(first, rows, naming, !holds)
  if (helper === 'and' || helper === 'or') return several(test, rows, naming, holds)
  const subject = nameIn(first, rows, naming)
  const objects = rest.map((one) => valueWords(one, first, rows, naming))
  return `${subject} ${(holds ? comparisons : denials)[helper]!} ${listed(objects)}`
}

const comparisons: Readonly<Record<string, string>> = {
  eq: 'is',
  ne: 'is not',
  in: 'is',
  gt: 'is more than',
  lt: 'is less than',
}
const denials: Readonly<Record<string, string>> = {
  eq: 'is not',
  ne: 'is',
  in: 'is not',
  gt: 'is not more than',
  lt: 'is not less than',
}

/** What stands in brackets for a value: "Time to return, in figures". */
export function printedWords(expression: Expression, rows: Rows, naming: Naming): string {
  if (expression.type === 'path') return naming.nameOf(patternAt(expression, rows))
  if (expression.type === 'literal') return String(expression.value)
  const [first, second] = expression.arguments
  const name = first ? printedWords(first, rows, naming) : ''
  const how = phrases[expression.helper] ?? expression.helper
  return `${name}, ${second?.type === 'literal' ? how.replace('{}', String(second.value)) : how}`
}

const phrases: Readonly<Record<string, string>> = {
  join: 'joined by “{}”',
  words: 'in words',
  figure: 'in figures',
  legal: 'full legal name',
  native: 'in its own script',
}

/** The pattern of the parameter that an expression prints; the whole, '', where it prints none. */
export function printedPattern(expression: Expression, rows: Rows): string {
  if (expression.type === 'path') return patternAt(expression, rows)
  const [first] = expression.type === 'call' ? expression.arguments : []
  return first ? printedPattern(first, rows) : ''
}

// As Handlebars has it: false, nothing and an empty list do not hold.
function presence(path: Path, rows: Rows, naming: Naming, holds: boolean): string {
  const kind = parameterAt(path, rows, naming)?.kind
  const name = nameIn(path, rows, naming)
  if (kind === 'yes-no') return `${name} is ${holds ? 'yes' : 'no'}`
  if (kind === 'rows' || kind === 'list') return `${name} ${holds ? 'has entries' : 'has no entries'}`
  return `${name} ${holds ? 'is given' : 'is not given'}`
}

// Not (A and B) is not A or not B.
function several({helper, arguments: all}: Call, rows: Rows, naming: Naming, holds: boolean): string {
  const joint = (helper === 'and') === holds ? ' and ' : ' or '
  const words = all.map((one) => {
    const said = conditionWords(one, rows, naming, holds)
    return one.type === 'call' && (one.helper === 'and' || one.helper === 'or') ? `(${said})` : said
  })
  return words.join(joint)
}

function nameIn(expression: Expression, rows: Rows, naming: Naming): string {
  return `“${printedWords(expression, rows, naming)}”`
}

function valueWords(value: Expression, about: Expression, rows: Rows, naming: Naming): string {
  if (value.type !== 'literal') return nameIn(value, rows, naming)
  if (typeof value.value === 'boolean') return value.value ? 'yes' : 'no'
  if (typeof value.value === 'number') return String(value.value)
  const words = about.type === 'path' ? parameterAt(about, rows, naming)?.words : undefined
  return `“${words && Object.hasOwn(words, value.value) ? words[value.value] : value.value}”`
}

function parameterAt(path: Path, rows: Rows, {parameters}: Naming): Parameter | undefined {
  return parameters.get(patternAt(path, rows))
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
