/**
 * Who writes aside: the computer and the process, in the name of the folder. A folder of a process that no longer lives is
 * left over whatever the clocks say; of a process that cannot be asked (another computer's), only age can tell.
 */
import {createHash, randomUUID} from 'node:crypto'
import {hostname} from 'node:os'
import {codeOf} from './fault.js'

/** What tells a writer at work from one that was killed. */
export interface Writers {
  /** A few letters that stand for this computer, the same in all its processes. */
  readonly computer: string
  readonly process: number
  /** Asked of processes of this computer only. */
  readonly isAlive: (process: number) => boolean
}

// Hashed, since a deal is sent about and the name of a computer is nobody's business.
export const writersHere: Writers = {
  computer: createHash('sha256').update(hostname()).digest('hex').slice(0, 8),
  process: process.pid,
  isAlive,
}

const aside = /^\.aside-(?:(?<computer>[0-9a-f]{8})-(?<process>\d{1,10})-)?[\w-]+$/
const swept = /^\.swept-[\w-]+$/

/** A name that no other writer gives. */
export function asideName({computer, process}: Writers): string {
  return `.aside-${computer}-${process}-${randomUUID()}`
}

/** A name for what is being removed, from which nobody puts anything in place. */
export function sweptName(): string {
  return `.swept-${randomUUID()}`
}

/** True for what a writer that was stopped may have left. */
export function isAside(name: string): boolean {
  return aside.test(name) || swept.test(name)
}

export function isSwept(name: string): boolean {
  return swept.test(name)
}

/** True when the writer of a folder was a process of this computer that has ended. */
export function isAbandoned(name: string, {computer, isAlive: lives}: Writers): boolean {
  const writer = aside.exec(name)?.groups
  return writer?.computer === computer && !lives(Number(writer.process))
}

// Signal 0 only asks. A process that may not be signalled lives.
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}
