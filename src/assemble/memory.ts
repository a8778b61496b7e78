/**
 * What an assembler remembers between agreements, so that nothing is made twice: a clause whose decisions come out the
 * same is the same object again, and whatever renderers made of it stands.
 */
import type {Clause, ClauseItem, Provision, Source} from '../model/index.js'
import type {Circumstances} from './evaluate.js'
import {type Decision, fillClause} from './fill.js'
import type {Found} from './scope.js'
import type {Surveys} from './survey.js'
import {type Forms, type Linker, linkerFor} from './terms.js'

export interface Filled {
  readonly provision: Provision
  readonly decisions: readonly Decision[]
}

/** Conditions and repetitions of a filled clause whose parameters have no value in this deal. */
export function undecidedIn({decisions}: Filled, at: Circumstances): readonly Found[] {
  return decisions.flatMap(({undecided}) => undecided?.(at) ?? [])
}

export interface Memory {
  readonly fixed: WeakMap<ClauseItem, Provision>
  readonly filled: WeakMap<Clause, Filled>
  readonly linkers: Map<string, Linker>
  readonly surveys: Surveys
  readonly derived: WeakMap<Provision, {readonly key: string; readonly made: Provision}>
}

export function newMemory(): Memory {
  return {
    fixed: new WeakMap(),
    filled: new WeakMap(),
    linkers: new Map(),
    surveys: new WeakMap(),
    derived: new WeakMap(),
  }
}

/** Fills a clause, or gives what it was filled to before where every decision comes out the same. */
export function filledClause(clause: Clause, at: Circumstances, memory: Memory): Filled {
  const before = memory.filled.get(clause)
  if (before?.decisions.every(({still}) => still(at))) return before
  const decisions: Decision[] = []
  const provision = fillClause(clause, {at, source: sourceOf(clause), fixed: memory.fixed, decisions})
  const filled = {provision, decisions}
  memory.filled.set(clause, filled)
  return filled
}

function sourceOf({id, version, hash, negotiated}: Clause): Source {
  if (!negotiated) return {type: 'clause', clause: id, version, hash}
  return {type: 'negotiated', file: negotiated.file, hash, ...(negotiated.from ? {from: negotiated.from} : {})}
}

const mostLinkers = 8

/** The linker of a set of terms; the oldest is forgotten when there are many. */
export function linkerOf(forms: Forms, memory: Memory): Linker {
  const key = JSON.stringify([...forms])
  const known = memory.linkers.get(key)
  if (known) return known
  const oldest = memory.linkers.size >= mostLinkers ? memory.linkers.keys().next().value : undefined
  if (oldest !== undefined) memory.linkers.delete(oldest)
  const made = linkerFor(forms)
  memory.linkers.set(key, made)
  return made
}

/** A provision made from another by a rule that `key` sums up: the same object while both are the same. */
export function derive(provision: Provision, key: string, make: () => Provision, memory: Memory): Provision {
  const known = memory.derived.get(provision)
  if (known?.key === key) return known.made
  const made = make()
  memory.derived.set(provision, {key, made})
  return made
}
