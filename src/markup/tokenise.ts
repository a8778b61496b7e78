/**
 * Handlebars' tree → one text in which each tag is a token, with the line of the file that each line came from.
 * Handlebars parses; it never runs: its language is cut down here to what DESIGN.md allows.
 */
import Handlebars from 'handlebars'
import type {Expression} from '../model/index.js'
import {atOf, callOf, expressionOf, pathOf, patternOf, phrases, type Scope} from './expression.js'
import {fault} from './faults.js'
import {characterOf, mostTokens, privateUse, type Token} from './tokens.js'

export interface Tokenised {
  readonly text: string
  readonly tokens: readonly Token[]
  /** For each line of `text`, the line of the file. */
  readonly lines: readonly number[]
}

interface Writing {
  text: string
  readonly lines: number[]
  readonly tokens: Token[]
}

const deepest = 24

/** Reads the tags of a clause's text. Faults are reported; the rest is still tokenised, so that all are found at once. */
export function tokenise(source: string, scope: Scope): Tokenised | undefined {
  const program = parse(source, scope)
  if (!program) return undefined
  const into: Writing = {text: '', lines: [scope.linesBefore + 1], tokens: []}
  writeProgram(program, scope, into, 0)
  return into.tokens.length > mostTokens ? tooMany(scope) : into
}

function parse(source: string, scope: Scope): hbs.AST.Program | undefined {
  const {faults, linesBefore} = scope
  const forged = privateUse.exec(source)
  if (forged)
    return refuse(
      'markup/private-use',
      forged.index,
      'The text has a private-use character.',
      'Remove it: no font prints it.',
    )
  const triple = source.indexOf('{{{')
  if (triple >= 0)
    return refuse(
      'markup/not-in-the-language',
      triple,
      'Triple braces are not part of the clause language.',
      'Use two braces: values are always printed as they are.',
    )
  try {
    return Handlebars.parseWithoutProcessing(source)
  } catch (error) {
    const line = Number(/line (\d+)/i.exec(String(error))?.[1] ?? 1)
    fault(
      faults,
      'markup/tag',
      {line: line + linesBefore, column: 1},
      `A tag between braces cannot be read: ${firstSentence(error)}`,
      'Every {{#if}} and {{#each}} needs its end; print two braces by \\{{.',
    )
    return undefined
  }

  function refuse(code: `${string}/${string}`, index: number, message: string, hint: string): undefined {
    const before = source.slice(0, index).split('\n')
    fault(faults, code, {line: before.length + linesBefore, column: before.at(-1)!.length + 1}, message, hint)
  }
}

function firstSentence(error: unknown): string {
  const lines = String(error instanceof Error ? error.message : error).split('\n')
  return `${(lines.at(-1) ?? '').replace(/^.*?Expecting/, 'expecting').slice(0, 120)}.`
}

function tooMany({faults}: Scope): undefined {
  fault(
    faults,
    'markup/too-long',
    undefined,
    `The clause has more than ${mostTokens} tags.`,
    'Split it in two positions.',
  )
}

function writeProgram(program: hbs.AST.Program, scope: Scope, into: Writing, depth: number): void {
  if (depth > deepest) {
    fault(scope.faults, 'markup/too-deep', atOf(program, scope), `Blocks are nested more than ${deepest} deep.`)
    return
  }
  for (const statement of program.body) writeStatement(statement, scope, into, depth)
}

function writeStatement(statement: hbs.AST.Statement, scope: Scope, into: Writing, depth: number): void {
  switch (statement.type) {
    case 'ContentStatement':
      return writeText(statement as hbs.AST.ContentStatement, scope, into)
    case 'MustacheStatement':
      return writeValue(statement as hbs.AST.MustacheStatement, scope, into)
    case 'BlockStatement':
      return writeBlock(statement as hbs.AST.BlockStatement, scope, into, depth)
    default:
      fault(
        scope.faults,
        'markup/not-in-the-language',
        atOf(statement, scope),
        'Partials, decorators and comments are not part of the clause language.',
      )
  }
}

const definition = /\*\*["“„«「『]([^*\n"”“»」』]{1,120})["”“»」』]\*\*/u
const literalWord = /\\(\p{L}[\p{L}\p{M}\p{N}’'-]*)/u
const special = new RegExp(`${definition.source}|${literalWord.source}`, 'gu')

function writeText(statement: hbs.AST.ContentStatement, scope: Scope, into: Writing): void {
  const text = statement.value as string
  let line = statement.loc.start.line + scope.linesBefore
  let after = 0
  const plain = (words: string): void => {
    for (const [index, piece] of words.split('\n').entries()) {
      if (index > 0) [into.text, line] = [`${into.text}\n`, line + 1]
      if (index > 0) into.lines.push(line)
      into.text += piece
    }
  }
  for (const match of text.matchAll(special)) {
    plain(text.slice(after, match.index))
    const [whole, defined, literal] = match
    write(into, defined === undefined ? {kind: 'literal-text', text: literal!} : {kind: 'definition', text: defined})
    after = match.index + whole.length
  }
  plain(text.slice(after))
}

function write(into: Writing, token: Token): void {
  into.text += characterOf(into.tokens.length)
  into.tokens.push(token)
}

function writeValue(statement: hbs.AST.MustacheStatement, scope: Scope, into: Writing): void {
  if (strips(statement.strip) || (statement as {escaped?: boolean}).escaped === false)
    return notAllowed(statement, scope)
  const hasArguments = statement.params.length > 0
  const expression = hasArguments ? callOf(statement, scope, phrases) : expressionOf(statement.path, scope)
  if (expression) write(into, {kind: 'print', expression})
}

function strips(flags: hbs.AST.StripFlags | undefined): boolean {
  return Boolean(flags?.open || flags?.close)
}

function notAllowed(node: hbs.AST.Node, scope: Scope): void {
  fault(
    scope.faults,
    'markup/not-in-the-language',
    atOf(node, scope),
    '"~" and "&" are not part of the clause language.',
    'Use plain {{…}}.',
  )
}

function writeBlock(block: hbs.AST.BlockStatement, scope: Scope, into: Writing, depth: number): void {
  if (strips(block.openStrip) || strips(block.inverseStrip) || strips(block.closeStrip)) return notAllowed(block, scope)
  const name = block.path.original
  const subject = block.params[0]
  if (
    (name !== 'if' && name !== 'unless' && name !== 'each') ||
    !subject ||
    block.params.length > 1 ||
    block.hash ||
    block.program?.blockParams
  ) {
    return fault(
      scope.faults,
      'markup/not-in-the-language',
      atOf(block, scope),
      `"{{#${name}}}" as it stands is not part of the clause language.`,
      'Use {{#if x}}, {{#unless x}} or {{#each rows}}, each with one subject.',
    )
  }
  if (name === 'each') writeEach(block, subject, scope, into, depth)
  else writeIf(block, testOf(name, block, subject, scope), scope, into, depth)
}

function testOf(name: string, block: hbs.AST.Node, subject: hbs.AST.Expression, scope: Scope): Expression | undefined {
  const test = expressionOf(subject, scope)
  if (name === 'if' || !test) return test
  return {type: 'call', helper: 'not', arguments: [test], at: atOf(block, scope)}
}

function writeIf(
  block: hbs.AST.BlockStatement,
  test: Expression | undefined,
  scope: Scope,
  into: Writing,
  depth: number,
): void {
  write(into, {kind: 'if', test: test ?? {type: 'literal', value: false}})
  writeProgram(block.program, scope, into, depth + 1)
  writeElse(block.inverse as Chained | undefined, scope, into, depth)
  write(into, {kind: 'end'})
}

type Chained = hbs.AST.Program & {readonly chained?: boolean}

function writeElse(inverse: Chained | undefined, scope: Scope, into: Writing, depth: number): void {
  if (!inverse) return
  const chained = inverse.chained ? (inverse.body[0] as hbs.AST.BlockStatement) : undefined
  if (!chained) {
    write(into, {kind: 'else'})
    return writeProgram(inverse, scope, into, depth + 1)
  }
  const subject = chained.params[0]
  const name = chained.path.original
  if (!subject || (name !== 'if' && name !== 'unless')) return notAllowed(chained, scope)
  write(into, {kind: 'else', test: testOf(name, chained, subject, scope) ?? {type: 'literal', value: false}})
  writeProgram(chained.program, scope, into, depth + 1)
  writeElse(chained.inverse as Chained | undefined, scope, into, depth + 1)
}

function writeEach(
  block: hbs.AST.BlockStatement,
  subject: hbs.AST.Expression,
  scope: Scope,
  into: Writing,
  depth: number,
): void {
  const over = subject.type === 'PathExpression' ? pathOf(subject as hbs.AST.PathExpression, scope) : undefined
  const pattern = over && patternOf(over, scope.patterns)
  const kind = pattern === undefined ? undefined : scope.parameters.get(pattern)?.kind
  if (over && kind !== 'rows' && kind !== 'list') {
    return fault(
      scope.faults,
      'markup/not-rows',
      atOf(block, scope),
      `"${(subject as hbs.AST.PathExpression).original}" has no rows to repeat for.`,
      'Name a list of the schema.',
    )
  }
  if (!over) return
  write(into, {kind: 'each', over})
  writeProgram(block.program, {...scope, patterns: [...scope.patterns, `${pattern}/*`]}, into, depth + 1)
  writeElse(block.inverse as Chained | undefined, scope, into, depth)
  write(into, {kind: 'end'})
}
