/**
 * docxodus, kept at arm's length: a process of its own with no environment, bounded memory and bounded time, whose console is
 * not ours. It is given files that were read and packed anew by us, so that it cannot read another contract than we did.
 */
import {fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {zipSync} from 'fflate'
import {withoutControls} from './rewrite.js'
import type {WordFile} from './word-file.js'
import {textOfXml} from './xml.js'

export interface EngineLimits {
  readonly milliseconds: number
  /** For what it computes with; the engine itself needs some 150 of them. */
  readonly megabytes: number
}

export const usual: EngineLimits = {milliseconds: 120_000, megabytes: 1024}

export interface Stamp {
  readonly author: string
  /** ISO 8601 instant of every change. */
  readonly date: string
}

export interface Compared {
  /** "docxodus 12.6.2". */
  readonly engine: string
  readonly redline: Uint8Array
  /** The redline with all accepted, and all rejected, by the engine's own lights. */
  readonly accepted: Uint8Array
  readonly rejected: Uint8Array
}

/** Compares two files, each with its tracked changes accepted. A failure is a sentence. */
export function compareByEngine(
  from: WordFile,
  to: WordFile,
  {author, date}: Stamp,
  limits: EngineLimits = usual,
): Promise<Compared | {readonly failed: string}> {
  return ask({from: packed(from), to: packed(to), author, date}, limits)
}

/** The file as we read it, in a new zip: one part a name, no part that only one of two readers sees. */
function packed({package: {parts}, stories}: WordFile): Uint8Array {
  const worded = new Set(stories.map(({part}) => part))
  const entries = [...parts].map(([name, bytes]) => [
    name,
    worded.has(name) ? withoutControls(bytes, textOfXml(bytes, name)) : bytes,
  ])
  return zipSync(Object.fromEntries(entries), {level: 1, mtime: '1980-01-01T00:00:00'})
}

type Task = Stamp & {readonly from: Uint8Array; readonly to: Uint8Array}

const program = fileURLToPath(new URL('engine.mjs', import.meta.url))

function ask(task: Task, {milliseconds, megabytes}: EngineLimits): Promise<Compared | {readonly failed: string}> {
  return new Promise((resolve) => {
    const child = fork(program, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
      // A page of WebAssembly memory is 64 KiB.
      execArgv: [`--max-old-space-size=${megabytes}`, `--wasm-max-mem-pages=${megabytes * 16}`],
    })
    const end = (answer: Compared | {readonly failed: string}): void => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      resolve(answer)
    }
    const timer = setTimeout(() => end({failed: `it did not finish in ${milliseconds / 1000} seconds`}), milliseconds)
    child.once('message', (answer) => end(answerOf(answer)))
    child.once('error', (error) => end({failed: `it could not be started (${error.message})`}))
    child.once('exit', () =>
      end({failed: `it broke off, most likely for want of memory (${megabytes} MB are allowed)`}),
    )
    child.send(task, (error) => error && end({failed: `it could not be given the files (${error.message})`}))
  })
}

function answerOf(answer: unknown): Compared | {readonly failed: string} {
  const {version, redline, accepted, rejected, failed} = answer as Readonly<Record<string, unknown>>
  if (redline instanceof Uint8Array && accepted instanceof Uint8Array && rejected instanceof Uint8Array)
    return {engine: `docxodus ${String(version)}`, redline, accepted, rejected}
  return {failed: `it says: ${String(failed).slice(0, 300)}`}
}
