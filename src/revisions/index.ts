export type {Disk, Entry} from './disk.js'
export {nodeDisk} from './disk.js'
export {diskFault, StoreFault} from './fault.js'
export {type Circumstances, type FolderStore, folderStore, nameOf, numbersIn} from './folder-store.js'
export {hashOf} from './hash.js'
export {putFolder, type Site, sweep} from './put-folder.js'
export {type Met, type Receipt, readReceipt} from './receipt.js'
export type {
  Appended,
  Conflict,
  Files,
  NewTag,
  Note,
  Origin,
  Recorded,
  Revision,
  RevisionStore,
  Tag,
  TagName,
} from './revision.js'
export {origins, tagNames} from './revision.js'
export {type Verification, verify} from './verify.js'
export {type Chain, verifyChain} from './verify-chain.js'
export {hasEnded, signatureOf, type Writers, writersHere} from './writer.js'
