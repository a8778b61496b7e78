/** A program that restores a revision and dies while it does (see doom.ts). It prints when it is done. */
import fs from 'node:fs'
import {arm} from '../revisions/doom.js'

const {folder, revision, fatal} = JSON.parse(process.argv[2]!) as {folder: string; revision: number; fatal: number}
const {restoreDeal} = await import('../../src/verbs/index.js')
arm(fatal)
await restoreDeal(folder, revision, {message: '', author: 'doomed', time: '2026-11-23T10:00:00.000Z', variation: false})
fs.writeSync(1, 'restored')
