export {type Advance, advanced, type Behind, behindOf, type Outgrown} from './advances.js'
export {asWritten, type Reading} from './as-written.js'
export {checkLibrary} from './check.js'
export type {Compiler} from './compiler.js'
export type {Edition} from './edition.js'
export {dataKey, type Entry, type EntryKind} from './entry.js'
export {guidance} from './guidance.js'
export {hashOf} from './hash.js'
export {checkIndex, emptyIndex, type Index, indexPath, listUnlisted, printIndex, readIndex} from './index-file.js'
export {type Library, type LibraryOptions, libraryOf, openLibrary} from './library.js'
export {countWords, lintClause} from './lint.js'
export {
  checkLock,
  type Lock,
  type Locked,
  type LockedPosition,
  lockedClause,
  lockOf,
  printLock,
  readLock,
  type Selections,
} from './lock.js'
export {precompile} from './precompiled.js'
export {type Draft, type Publication, publish} from './publish.js'
export {type Listing, listClauses, type Query, type Showing, showClause} from './search.js'
export {compareVersions, isVersion, nextVersion} from './semver.js'
export {folderShelf, memoryShelf, type Shelf} from './shelf.js'
export {isPublished, kindBetween, kindByNumber, noteBetween, type VersionNote, versionNotes} from './versions.js'
export {writeFiles} from './write-files.js'
