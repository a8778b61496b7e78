/** Finds the command and runs it; turns faults into messages and exit statuses. */
import {engrossVersion, FileFault, nearest, StoreFault} from '../verbs/index.js'
import {type Command, UsageFault} from './arguments.js'
import {blameCommand} from './commands/blame.js'
import {checkCommand} from './commands/check.js'
import {compareCommand} from './commands/compare.js'
import {diffCommand} from './commands/diff.js'
import {draftCommand} from './commands/draft.js'
import {libraryCommand} from './commands/library.js'
import {logCommand} from './commands/log.js'
import {markCommand} from './commands/mark.js'
import {newCommand} from './commands/new.js'
import {outdatedCommand} from './commands/outdated.js'
import {receiveCommand} from './commands/receive.js'
import {restoreCommand} from './commands/restore.js'
import {upgradeCommand} from './commands/upgrade.js'
import {verifyCommand} from './commands/verify.js'
import {type Io, type Status, status} from './io.js'

const commands: readonly Command[] = [
  newCommand,
  checkCommand,
  draftCommand,
  diffCommand,
  logCommand,
  blameCommand,
  markCommand,
  receiveCommand,
  restoreCommand,
  compareCommand,
  verifyCommand,
  outdatedCommand,
  upgradeCommand,
  libraryCommand,
]

/** Runs one command line and gives its exit status. Nothing is thrown for what a user did. */
export async function run(args: readonly string[], io: Io): Promise<Status> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === 'help') return say(rest[0] ? helpOf(rest[0]) : overview(), io)
  if (name === '--version') return say(`${engrossVersion}\n`, io)
  const command = commands.find((one) => one.name === name)
  if (!command) return unknown(name, io)
  if (rest.includes('--help')) return say(command.usage, io)
  try {
    return await command.run(rest, io)
  } catch (error) {
    return explained(error, command, io)
  }
}

function say(text: string, io: Io): Status {
  io.out(text)
  return status.done
}

function helpOf(name: string): string {
  return commands.find((one) => one.name === name)?.usage ?? overview()
}

function overview(): string {
  const lines = commands.map(({name, purpose}) => `  ${name.padEnd(9)} ${purpose}`)
  return [
    'engross: drafts agreements from a clause library and a deal.',
    '',
    'Usage: engross <command> [arguments]',
    '',
    ...lines,
    '',
    'engross <command> --help shows a command with examples. engross --version prints the version.',
    'Exit status: 0 done; 1 the deal has errors; 2 wrong usage; 3 a file or system fault.',
    '',
  ].join('\n')
}

function unknown(name: string, io: Io): Status {
  const near = nearest(
    name,
    commands.map((one) => one.name),
  )
  io.err(`engross: there is no command "${name}".${near ? ` Did you mean "${near}"?` : ''}\n\n${overview()}`)
  return status.usage
}

function explained(error: unknown, command: Command, io: Io): Status {
  if (error instanceof UsageFault) {
    io.err(`engross ${command.name}: ${error.message}\n\n${command.usage}`)
    return status.usage
  }
  if (error instanceof FileFault || error instanceof StoreFault) {
    io.err(`engross ${command.name}: ${error.message}${error.hint ? `\n        do:  ${error.hint}` : ''}\n`)
    return status.fault
  }
  throw error
}
