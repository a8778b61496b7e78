/** `log`: the revisions of a deal, newest first, as they were recorded. */
import {type LogEntry, openHistory} from './history.js'

export async function logDeal(path: string): Promise<readonly LogEntry[]> {
  return [...(await (await openHistory(path)).log())].reverse()
}
