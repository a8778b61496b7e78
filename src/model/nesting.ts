/**
 * How deep a text of YAML nests, judged before anything parses it: 20,000 times "- " makes the parser exhaust memory in
 * its own regular expressions and end the process, which no one can catch (SECURITY.md C5).
 */

/** Levels that a file of ours may nest: deals and clauses need fewer than ten. */
export const deepestNesting = 64

/** True when a text opens more lists, maps or brackets inside one another than any file of ours needs. */
export function nestsTooDeep(text: string): boolean {
  const widest = 4 * deepestNesting
  if (text.split('\n').some((line) => /^[ \t?:-]*/.exec(line)![0].length > widest)) return true
  let depth = 0
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1))
    if (depth > widest) return true
  }
  return false
}
