/**
 * Who writes aside: the computer and the process, in the name of the folder. A folder of a process that no longer lives is
 * left over whatever the clocks say; of a process that cannot be asked (another computer's), only age can tell.
 */
import {createHash, randomUUID} from 'node:crypto'
import {readlinkSync} from 'node:fs'
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

export const writersHere: Writers = {computer: computerOf(), process: process.pid, isAlive}

// Hashed, since a deal is sent about and the name of a computer is nobody's business. Processes in another container of the
// same name cannot be asked of: there, Linux numbers another space of processes.
function computerOf(): string {
  return createHash('sha256').update(`${hostname()} ${processSpace()}`).digest('hex').slice(0, 8)
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

/** Stands for the process that writes, in names of what it has not finished: `5f0c2a91-4711`. */
export function signatureOf({computer, process}: Writers): string {
  return `${computer}-${process}`
}

/** True when a signature is that of a process of this computer that has ended. */
export function hasEnded(signature: string, {computer, isAlive: lives}: Writers): boolean {
  const [of, pid] = signature.split('-')
  return of === computer && /^\d{1,10}$/.test(pid ?? '') && !lives(Number(pid))
}

const aside = /^\.aside-(?:(?<signature>[0-9a-f]{8}-\d{1,10})-)?[\w-]+$/
const swept = /^\.swept-[\w-]+$/

/** A name that no other writer gives. */
export function asideName(writers: Writers): string {
  return `.aside-${signatureOf(writers)}-${randomUUID()}`
}

/** A name for what is being removed, from which nobody puts anything in place. */
export function sweptName(): string {
  return `.swept-${randomUUID()}`
}

/** True for what a writer that was stopped may have left. */
export function isAside(name: string): boolean {
  return aside.test(name) || swept.test(name)
}

/** True for what a sweep that was stopped left. */
export function isSwept(name: string): boolean {
  return swept.test(name)
}

/** True when the writer of a folder was a process of this computer that has ended. */
export function isAbandoned(name: string, writers: Writers): boolean {
  const signature = aside.exec(name)?.groups?.signature
  return signature !== undefined && hasEnded(signature, writers)
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
