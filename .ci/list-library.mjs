/**
 * Lists in clause-library/index.json every clause, template and data file that is not listed yet. It refuses while a
 * listed one has changed: `engross library publish` makes a new version of it. For the first listing of many files.
 */
import {join} from 'node:path'
import {prepareBuild} from './prepare.mjs'
import {root} from './source.mjs'

await prepareBuild()
const {folderShelf, indexPath, listUnlisted, printIndex, writeFiles} = await import(join(root, 'dist/library/index.js'))
const {index, listed, diagnostics} = listUnlisted(folderShelf(root))
for (const {message, hint, at} of diagnostics) console.error(`${at.file}: ${message} ${hint ?? ''}`)
if (index) writeFiles(root, {[indexPath]: printIndex(index)})
console.log(`${listed.length} listed.`)
process.exitCode = index ? 0 : 1
