/** Paths inside a revision: relative, plain, and meaning the same file on every computer that the deal is carried to. */
import type {Files} from './revision.js'

/** The record of a revision, which is no file of its own list. */
export const recordName = 'revision.json'

// Names that Windows keeps for devices, whatever follows the dot.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const plain = /^[^<>:"|?*\\/\p{Cc}]*[^<>:"|?*\\/\p{Cc}. ]$/u

/** True for `deal.yaml` and `clauses/ip.background.md`; false for what leaves the folder, or is no plain name. */
export function isPathInside(path: string): boolean {
  return (
    path.length <= 1000 &&
    path.isWellFormed() &&
    path.split('/').every((name) => plain.test(name) && !reserved.test(name))
  )
}

/** Throws a RangeError that names the path that cannot stand in a revision, alone or beside the others. */
export function assertPaths(files: Files): void {
  const seen = new Set<string>()
  for (const path of files.keys()) {
    if (!isPathInside(path)) throw new RangeError(`append: ${JSON.stringify(path)} is not a path inside a revision`)
    const folded = foldedOf(path)
    if (folded === recordName) throw new RangeError(`append: ${recordName} is written by the store`)
    if (seen.has(folded)) throw new RangeError(`append: two files would meet at ${JSON.stringify(path)} on some disks`)
    seen.add(folded)
  }
  for (const path of files.keys()) {
    for (const folder of foldersOf(path)) {
      if (seen.has(foldedOf(folder)))
        throw new RangeError(`append: ${JSON.stringify(folder)} cannot be both a file and a folder`)
    }
  }
}

/** The folders that a path stands in, outermost first: `a/b/c` → `a`, `a/b`. */
export function foldersOf(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1)
  return names.map((_, index) => names.slice(0, index + 1).join('/'))
}

function foldedOf(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
