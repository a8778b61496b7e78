/**
 * Files of the library → clauses and templates, through the parsers of `markup`. In a file of its own, so that a library
 * that was compiled when Engross was built opens without loading them.
 */
import {compileClause} from '../markup/index.js'
import type {Clause, Diagnostic, Parameters, Template} from '../model/index.js'
import {contentOf, type Entry} from './entry.js'
import {fault} from './fault.js'
import {readTemplate} from './template.js'

export interface CompiledClauseFile {
  readonly clause?: Clause
  readonly diagnostics: readonly Diagnostic[]
}

export interface ReadTemplateFile {
  readonly template?: Template
  readonly diagnostics: readonly Diagnostic[]
}

/** How a library turns its files into what they mean. */
export interface Compiler {
  readonly clause: (entry: Entry) => CompiledClauseFile
  readonly template: (entry: Entry) => ReadTemplateFile
}

/** Compiles with the parameters that clauses and templates may name. */
export function compilerFor(parameters: Parameters): Compiler {
  return {
    clause: (entry) => compileEntry(entry, parameters),
    template: (entry) => templateOf(entry, parameters),
  }
}

function compileEntry(entry: Entry, parameters: Parameters): CompiledClauseFile {
  const {text, hash} = contentOf(entry)
  const {clause, diagnostics} = compileClause(text, entry.file, parameters)
  if (!clause) return {diagnostics}
  if (clause.id === entry.id) return {clause: {...clause, version: entry.version!, hash}, diagnostics}
  const message = `The clause "${clause.id}" stands in the folder of "${entry.id}".`
  return {
    diagnostics: [
      fault('library/wrong-folder', entry.file, message, 'A clause stands in a folder named by its id.', 2),
    ],
  }
}

function templateOf(entry: Entry, parameters: Parameters): ReadTemplateFile {
  const {text, hash} = contentOf(entry)
  const {template, diagnostics} = readTemplate(text, {file: entry.file, hash, parameters})
  if (!template) return {diagnostics}
  if (template.id === entry.id && template.version === entry.version) return {template, diagnostics}
  const message = `The file calls itself "${template.id}" ${template.version}.`
  return {
    diagnostics: [
      fault('library/wrong-folder', entry.file, message, 'A template stands in templates/<id>/<version>.yaml.', 1),
    ],
  }
}
