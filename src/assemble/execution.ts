/** Where each party signs: one block a party, one line a signatory; what is not known yet is a blank. */
import type {ExecutionBlock, Inline, Json, Signatory} from '../model/index.js'
import {isList} from '../model/index.js'
import {type Circumstances, printed} from './evaluate.js'
import {follow, rowIds, rowScope, type Scope, whole} from './scope.js'

const here = {line: 0, column: 0}
const parties = {type: 'path', up: 0, segments: ['parties'], at: here} as const

/** One execution block for each party of the deal. */
export function executionBlocks(at: Circumstances): readonly ExecutionBlock[] {
  const {value} = follow(parties, whole, at.root, at.parameters)
  return rowIds(value).map((id, index) =>
    executionBlock(id, rowScope({keys: ['parties'], pattern: '/parties'}, index, whole), at),
  )
}

function executionBlock(id: string, party: Scope, at: Circumstances): ExecutionBlock {
  const native = read(['legalName', 'native'], party, at)
  return {
    id: `execution~${id}`,
    party: [print(['legalName', 'latin'], party, at)],
    ...(native === undefined ? {} : {native: [print(['legalName', 'native'], party, at)]}),
    signatories: signatories(party, at),
  }
}

function signatories(party: Scope, at: Circumstances): readonly Signatory[] {
  const list: Scope = {keys: [...party.keys, 'signatories'], pattern: `${party.pattern}/signatories`, up: party}
  const known = rowIds(read(['signatories'], party, at))
  const ids = known.length > 0 ? known : ['signatory']
  return ids.map((id, index) => signatory(id, rowScope(list, index, party), at))
}

function signatory(id: string, row: Scope, at: Circumstances): Signatory {
  const native = read(['name', 'native'], row, at)
  const name: readonly Inline[] = [
    print(['name', 'latin'], row, at),
    ...(native === undefined ? [] : [{type: 'text', text: ' · '} as const, print(['name', 'native'], row, at)]),
  ]
  const note = read(['authorityNote'], row, at)
  const authority: readonly Inline[] = [
    print(['authority'], row, at),
    ...(note === undefined ? [] : [{type: 'text', text: ', '} as const, print(['authorityNote'], row, at)]),
  ]
  return {id, name, title: [print(['title'], row, at)], authority}
}

function read(segments: readonly string[], scope: Scope, at: Circumstances): Json | undefined {
  const {value} = follow({type: 'path', up: 0, segments, at: here}, scope, at.root, at.parameters)
  return isList(value) && value.length === 0 ? undefined : value
}

function print(segments: readonly string[], scope: Scope, at: Circumstances): Inline {
  return printed({type: 'path', up: 0, segments, at: here}, scope, at)
}
