export type {Diagnostic, Place, Severity} from '../model/index.js'
export {nearest} from '../model/index.js'
export {StoreFault} from '../revisions/index.js'
export {type Blamed, type BlameReport, blameDeal} from './blame.js'
export {type CheckReport, checkDeal} from './check.js'
export {
  type CompareReport,
  type CompareSettings,
  type ComparisonFormat,
  type ComparisonJson,
  compareFiles,
  comparisonFormats,
} from './compare.js'
export {type DiffReport, type DiffSettings, diffDeal} from './diff.js'
export {type DraftReport, type DraftSettings, draftDeal} from './draft.js'
export {FileFault} from './fault.js'
export {createRenderers, type Format, formats, type MadeFile, type Renderers} from './formats.js'
export {type LogEntry, type Revisions, revisionsOf} from './history.js'
export {engrossVersion, home} from './home.js'
export {checkShelves, listLibrary, type Published, publishClause, showLibrary} from './library.js'
export {diffLibrary, type LibraryDiffReport, type LibraryDiffSettings} from './library-diff.js'
export {logDeal} from './log.js'
export {type MarkReport, type MarkSettings, markDeal, type TagName, tagNames} from './mark.js'
export {type Matter, openMatter} from './matter.js'
export {type Begun, newDeal} from './new.js'
export {type Effect, type OutdatedReport, type OutdatedSettings, outdatedDeal} from './outdated.js'
export {type ReceivedJson, type ReceiveReport, type ReceiveSettings, receiveFile} from './receive.js'
export {verifyReceived} from './received.js'
export {type RestoreReport, type RestoreSettings, restoreDeal} from './restore.js'
export {type UpgradeReport, type UpgradeSettings, upgradeDeal} from './upgrade.js'
export {type Verified, verifyPath} from './verify.js'
export {isWitness} from './witness.js'
export {openWorkshop, type Workshop} from './workshop.js'
