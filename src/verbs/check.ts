/** `check`: everything wrong, doubtful or open in a deal, for people and as stable JSON (schemas/diagnostics.schema.json). */
import type {Because, OpenBlank} from '../assemble/index.js'
import type {SettledDiagnostic} from '../deal/index.js'
import type {Diagnostic} from '../model/index.js'
import {readDealFolder} from './deal-folder.js'
import {headLock} from './history.js'
import {type Matter, openMatter} from './matter.js'
import {openWorkshop} from './workshop.js'

/** Which clause answers a position, and what decided it. */
export interface Answered {
  readonly position: string
  readonly clause: string
  readonly version: string
  readonly because: Because
}

export interface CheckReport {
  readonly diagnostics: readonly Diagnostic[]
  readonly open: readonly OpenBlank[]
  readonly json: {
    readonly format: 1
    readonly diagnostics: readonly Diagnostic[]
    readonly rulesRun: readonly string[]
    readonly open: readonly OpenBlank[]
    readonly settled: readonly SettledDiagnostic[]
    readonly positions: readonly Answered[]
    readonly counts: {
      readonly errors: number
      readonly warnings: number
      readonly advice: number
      readonly blanks: number
    }
  }
}

/** Checks the deal in a folder and writes nothing. Throws a FileFault when it cannot be read. */
export async function checkDeal(
  path: string,
  {libraries, now}: {readonly libraries: readonly string[]; readonly now: string},
): Promise<CheckReport> {
  const folder = await readDealFolder(path)
  const workshop = await openWorkshop({libraries})
  const lock = await headLock(path)
  return reportOf(await openMatter(folder, workshop, {today: now.slice(0, 10), ...(lock === undefined ? {} : {lock})}))
}

function reportOf({diagnostics, assembled, rulesRun, settled}: Matter): CheckReport {
  const open = assembled?.open ?? []
  const count = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((one) => one.severity === severity).length
  const counts = {
    errors: count('error'),
    warnings: count('warning'),
    advice: count('advice'),
    blanks: open.filter(({prints}) => prints).length,
  }
  const positions = (assembled?.selections ?? []).map(({position, clause: {id, version}, because}) => ({
    position,
    clause: id,
    version,
    because,
  }))
  return {diagnostics, open, json: {format: 1, diagnostics, rulesRun, open, settled, positions, counts}}
}
