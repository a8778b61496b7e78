/** Command lines read by Node's own parser; a wrong one is answered with the command's usage and exit status 2. */
import {type ParseArgsConfig, parseArgs} from 'node:util'
import {nearest} from '../verbs/index.js'

/** The user called a command wrongly: the message, and the usage it is answered with. */
export class UsageFault extends Error {}

export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly purpose: string
  /** The whole help, examples included. */
  readonly usage: string
  readonly run: (args: readonly string[], io: import('./io.js').Io) => Promise<import('./io.js').Status>
}

type Options = NonNullable<ParseArgsConfig['options']>
type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

export interface Read {
  readonly positionals: readonly string[]
  readonly text: (name: string) => string | undefined
  readonly flag: (name: string) => boolean
  readonly texts: (name: string) => readonly string[]
}

/** Options and positionals, or a UsageFault that names what is wrong. `fewest` and `most` count positionals. */
export function readArguments(
  args: readonly string[],
  options: Options,
  [fewest, most]: readonly [number, number],
): Read {
  const {values, positionals} = parsed(args, {...options, help: {type: 'boolean'}})
  if (positionals.length < fewest)
    throw new UsageFault('An argument is missing: the first lines below name what the command needs.')
  if (positionals.length > most) throw new UsageFault(`"${positionals[most]}" is one argument too many.`)
  return {
    positionals,
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    flag: (name) => values[name] === true,
    texts: (name) => (Array.isArray(values[name]) ? (values[name] as readonly string[]) : []),
  }
}

function parsed(
  args: readonly string[],
  options: Options,
): {readonly values: Values; readonly positionals: readonly string[]} {
  try {
    return parseArgs({args: [...args], options, allowPositionals: true, strict: true}) as {
      values: Values
      positionals: string[]
    }
  } catch (error) {
    throw new UsageFault(explained(error instanceof Error ? error.message : String(error), Object.keys(options)))
  }
}

// Node says these for programmers.
function explained(message: string, known: readonly string[]): string {
  const [, option = ''] = /'(?:-\w, )?--?([^' ]+)/.exec(message) ?? []
  if (message.startsWith('Unknown option')) {
    const near = nearest(option, known)
    return `There is no option "--${option}".${near ? ` Did you mean "--${near}"?` : ''}`
  }
  if (message.includes('does not take an argument')) return `"--${option}" stands alone: it takes no value.`
  if (message.includes('argument missing') || message.includes('is ambiguous'))
    return `"--${option}" needs a value after it.`
  return message
}
