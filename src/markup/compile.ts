/**
 * A clause file → a compiled clause: front matter, then the text as a tree in which values, conditions and repetitions
 * are nodes. Compiled once; what evaluates it never sees text to parse.
 */
import type {Clause, ClauseTree, Diagnostic, JsonObject, Parameters} from '../model/index.js'
import {alignTags} from './align-tags.js'
import {factsOf} from './facts.js'
import type {Faults} from './faults.js'
import {splitFrontMatter} from './front-matter.js'
import {checkLabels, labelTree} from './labels.js'
import {parseMarkdown} from './markdown.js'
import {printTree} from './print.js'
import {tokenise} from './tokenise.js'
import {treeOf} from './tree.js'

export type CompiledClause = Omit<Clause, 'version' | 'hash'>

/** Compiles the text of a clause file. `file` is named in diagnostics; `parameters` are the paths that may be used. */
export function compileClause(
  text: string,
  file: string,
  parameters: Parameters,
): {readonly clause?: CompiledClause; readonly diagnostics: readonly Diagnostic[]} {
  const faults: Faults = {file, found: []}
  const split = splitFrontMatter(text, faults)
  if (!split) return {diagnostics: faults.found}
  const facts = factsOf(split, parameters, faults)
  const tree = compileText(split.text, split.linesBefore, parameters, faults)
  if (faults.found.length > 0 || !facts || !tree) return {diagnostics: faults.found}
  return {clause: {...facts, file, tree}, diagnostics: []}
}

/** The front matter alone, for listings that need no text. */
export function readFrontMatter(
  text: string,
  file: string,
): {readonly front?: JsonObject; readonly diagnostics: readonly Diagnostic[]} {
  const faults: Faults = {file, found: []}
  const split = splitFrontMatter(text, faults)
  return split && faults.found.length === 0 ? {front: split.front, diagnostics: []} : {diagnostics: faults.found}
}

/** Compiles clause text that has no front matter. */
export function compileText(
  text: string,
  linesBefore: number,
  parameters: Parameters,
  faults: Faults,
): ClauseTree | undefined {
  const tokenised = tokenise(text, {patterns: [''], parameters, faults, linesBefore})
  if (!tokenised) return undefined
  const aligned = alignTags(tokenised)
  const root = parseMarkdown(aligned.text, faults)
  if (!root) return undefined
  const tree = treeOf(root, {...aligned, faults})
  checkLabels(tree, faults)
  return tree
}

/**
 * The same file with a label on every item and row, written anew from its tree; front matter stays as it is.
 * `previous` is the version before, whose labels are carried forward to items of the same words.
 */
export function addLabels(
  text: string,
  file: string,
  parameters: Parameters,
  previous?: ClauseTree,
): {readonly text?: string; readonly diagnostics: readonly Diagnostic[]} {
  const {clause, diagnostics} = compileClause(text, file, parameters)
  if (!clause) return {diagnostics}
  const front = /^---\n[\s\S]*?\n---\n/.exec(text.replaceAll('\r\n', '\n'))![0]
  return {text: front + printTree(labelTree(clause.tree, previous)), diagnostics}
}
