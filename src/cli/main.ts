#!/usr/bin/env node
/** The command line's front door: real streams, real clock, and the exit status. */
import {userInfo} from 'node:os'
import {run} from './run.js'

const io = {
  out: (text: string) => process.stdout.write(text),
  err: (text: string) => process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
  colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
  now: () => new Date().toISOString(),
  author: process.env.ENGROSS_AUTHOR ?? userInfo().username,
  cwd: process.cwd(),
}

process.exitCode = await run(process.argv.slice(2), io)
