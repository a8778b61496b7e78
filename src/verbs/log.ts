/** `log`: the revisions of a deal, newest first, as they were recorded, and what happened to each. */
import {type LogEntry, revisionsOf} from './history.js'

/** Every revision, newest first. Writes nothing. */
export async function logDeal(path: string): Promise<readonly LogEntry[]> {
  return [...(await revisionsOf(path)).list].reverse()
}
