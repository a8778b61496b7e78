#!/usr/bin/env node
/** The command line's front door: real streams, real clock, and the exit status. */
import {userInfo} from 'node:os'
import {run} from './run.js'

const io = {
  out: (text: string) => process.stdout.write(text),
  err: (text: string) => process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
  ...(process.stdout.columns ? {width: process.stdout.columns} : {}),
  colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
  now: () => new Date().toISOString(),
  author: process.env.ENGROSS_AUTHOR ?? userInfo().username,
  cwd: process.cwd(),
}

// A reader that closes the pipe (`engross log … | head`) has had enough: that is no fault.
process.stdout.on('error', (error: Error & {code?: string}) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

// An exit of our own runs what clears away files that do not bear their names yet. 128 and the signal's number, as shells have it.
process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))

process.exitCode = await run(process.argv.slice(2), io)
