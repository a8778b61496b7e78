/**
 * The engine that compares two Word files, in a process of its own: what it is given was written by others, it takes a few
 * hundred megabytes, and it writes to the console. It is sent one task, answers once, and is ended.
 */
import {readFile} from 'node:fs/promises'
import {docxDiffAcceptRevisions, docxDiffCompare, docxDiffRejectRevisions, initialize} from 'docxodus/core'

/** A redline of two files, and the engine's own reading of it with all accepted and with all rejected. */
async function compare({from, to, author, date}) {
  await initialize()
  const redline = await docxDiffCompare(from, to, {
    authorForRevisions: author,
    dateTimeForRevisions: date,
    conflateBreakingAndNonbreakingSpaces: false,
    preAcceptInputRevisions: true,
  })
  const accepted = await docxDiffAcceptRevisions(redline)
  const rejected = await docxDiffRejectRevisions(redline)
  return {version: await version(), redline, accepted, rejected}
}

async function version() {
  const manifest = new URL('../package.json', import.meta.resolve('docxodus/core'))
  return JSON.parse(await readFile(manifest, 'utf8')).version
}

process.once('message', async (task) => {
  const answer = await compare(task).catch((error) => ({
    failed: error instanceof Error ? error.message : String(error),
  }))
  process.send(answer, () => process.exit(0))
})
