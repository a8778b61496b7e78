/** Expressions as they are written in the clause language. */
import type {Expression, Path} from '../model/index.js'

/** `path`, `"literal"` or `(helper …)`. */
export function printExpression(expression: Expression): string {
  switch (expression.type) {
    case 'path':
      return printPath(expression)
    case 'literal':
      return typeof expression.value === 'string' ? printString(expression.value) : String(expression.value)
    case 'call':
      return `(${printCall(expression.helper, expression.arguments)})`
  }
}

/** `helper argument …`, without brackets, as it stands inside `{{ }}`. */
export function printCall(helper: string, args: readonly Expression[]): string {
  return [helper, ...args.map(printExpression)].join(' ')
}

/** `../project.title`, or `this`. */
export function printPath({up, segments}: Path): string {
  return '../'.repeat(up) + (segments.length > 0 ? segments.join('.') : 'this')
}

// Handlebars has no escape inside a string but that of its own quote, so the other quote is taken where it can be.
function printString(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`
}
