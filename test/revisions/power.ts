/**
 * A disk that forgets: what was not flushed may be lost when the power goes, in any selection. It keeps a list of what was
 * done; from any beginning of that list it tells which states could be found afterwards. A file that is not flushed may be
 * there empty, in part or whole; a name that is not flushed in its folder may be the old one or the new one. This asks more
 * of a writer than file systems with a journal do.
 */
import {posix} from 'node:path'
import type {Disk, Entry} from '../../src/revisions/index.js'

type Step =
  | {readonly type: 'makeFolder' | 'flushFile' | 'flushFolder' | 'remove'; readonly path: string}
  | {readonly type: 'write'; readonly path: string; readonly bytes: Uint8Array}
  | {readonly type: 'rename'; readonly path: string; readonly to: string}
  | {readonly type: 'acknowledge'; readonly what: string}

interface FileNode {
  readonly kind: 'file'
  bytes: Uint8Array
  flushed: boolean
}
interface FolderNode {
  readonly kind: 'folder'
  readonly names: Map<string, Node>
  /** The names that a power failure cannot take. */
  lasting: Map<string, Node>
}
type Node = FileNode | FolderNode

/** What is left out, to see that it is missed. */
export interface Neglect {
  readonly files?: boolean
  readonly folders?: boolean
}

export interface ForgetfulDisk {
  readonly disk: Disk
  readonly acknowledge: (what: string) => void
  /** How many steps were done. */
  readonly steps: () => number
  /** A state that could be found after the power went when so many steps were done, and what was acknowledged by then. */
  readonly after: (
    steps: number,
    chance: () => number,
  ) => {readonly disk: Disk; readonly acknowledged: readonly string[]}
}

/** An empty disk with one folder, `deal`, whose own name lasts. */
export function forgetfulDisk(deal: string, neglect: Neglect = {}): ForgetfulDisk {
  const steps: Step[] = []
  const root = begun(deal)
  const done = (step: Step): void => {
    perform(root, step)
    steps.push(step)
  }
  return {
    disk: diskOf(root, done, neglect),
    acknowledge: (what) => void steps.push({type: 'acknowledge', what}),
    steps: () => steps.length,
    after: (count, chance) => {
      const past = begun(deal)
      for (const step of steps.slice(0, count)) perform(past, step)
      const left = survivor(past, chance) as FolderNode
      const acknowledged = steps.slice(0, count).flatMap((step) => (step.type === 'acknowledge' ? [step.what] : []))
      return {disk: diskOf(left, (step) => perform(left, step), {}), acknowledged}
    },
  }
}

function begun(deal: string): FolderNode {
  const root = folder()
  makeFolder(root, deal)
  makeLasting(root)
  return root
}

function folder(): FolderNode {
  return {kind: 'folder', names: new Map(), lasting: new Map()}
}

function makeLasting(node: FolderNode): void {
  node.lasting = new Map(node.names)
  for (const inner of node.names.values()) if (inner.kind === 'folder') makeLasting(inner)
}

function perform(root: FolderNode, step: Step): void {
  if (step.type === 'acknowledge') return
  const {within, name} = placeOf(root, step.path)
  if (step.type === 'makeFolder') makeFolder(root, step.path)
  if (step.type === 'write') within.names.set(name, {kind: 'file', bytes: step.bytes, flushed: false})
  if (step.type === 'flushFile') (within.names.get(name) as FileNode).flushed = true
  if (step.type === 'flushFolder') {
    const flushed = within.names.get(name) as FolderNode
    flushed.lasting = new Map(flushed.names)
  }
  if (step.type === 'remove') within.names.delete(name)
  if (step.type === 'rename') {
    const to = placeOf(root, step.to)
    to.within.names.set(to.name, within.names.get(name)!)
    within.names.delete(name)
  }
}

function makeFolder(root: FolderNode, path: string): void {
  let at = root
  for (const name of path.split('/').filter((one) => one !== '')) {
    const inner = at.names.get(name) ?? folder()
    at.names.set(name, inner)
    at = inner as FolderNode
  }
}

function placeOf(root: FolderNode, path: string): {readonly within: FolderNode; readonly name: string} {
  return {within: (find(root, posix.dirname(path)) ?? folder()) as FolderNode, name: posix.basename(path)}
}

function find(root: FolderNode, path: string): Node | undefined {
  let at: Node | undefined = root
  for (const name of path.split('/').filter((one) => one !== ''))
    at = at?.kind === 'folder' ? at.names.get(name) : undefined
  return at
}

/** One of the states in which a node may be found. */
function survivor(node: Node, chance: () => number): Node {
  if (node.kind === 'file') {
    const kept = node.flushed
      ? node.bytes.length
      : [0, Math.floor(node.bytes.length / 2), node.bytes.length][pick(3, chance)]!
    return {kind: 'file', bytes: node.bytes.subarray(0, kept), flushed: true}
  }
  const names = new Map<string, Node>()
  for (const [name, inner] of surviving(node, chance)) names.set(name, survivor(inner, chance))
  return {kind: 'folder', names, lasting: new Map(names)}
}

// What was renamed bears one of its names, never both and never none. Everything else is there or not as chance will.
function surviving({names, lasting}: FolderNode, chance: () => number): readonly (readonly [string, Node])[] {
  const found = new Map<string, Node>()
  for (const node of new Set([...lasting.values(), ...names.values()])) {
    const [before, now] = [nameIn(lasting, node), nameIn(names, node)]
    const name = before === now ? now : [before, now][pick(2, chance)]
    if (name !== undefined) found.set(name, node)
  }
  return [...found]
}

function nameIn(names: ReadonlyMap<string, Node>, node: Node): string | undefined {
  return [...names].find(([, one]) => one === node)?.[0]
}

function pick(count: number, chance: () => number): number {
  return Math.floor(chance() * count)
}

function diskOf(root: FolderNode, done: (step: Step) => void, neglect: Neglect): Disk {
  const missing = (path: string): Error => Object.assign(new Error(`ENOENT: ${path}`), {code: 'ENOENT'})
  return {
    entries: async (path) => {
      const found = find(root, path)
      if (found?.kind !== 'folder') return []
      return [...found.names].map(([name, {kind}]): Entry => ({name, kind}))
    },
    read: async (path) => {
      const found = find(root, path)
      if (found?.kind !== 'file') throw missing(path)
      return found.bytes
    },
    write: async (path, bytes) => {
      if (find(root, posix.dirname(path))?.kind !== 'folder') throw missing(path)
      done({type: 'write', path, bytes})
      if (!neglect.files) done({type: 'flushFile', path})
    },
    makeFolder: async (path) => {
      if (!find(root, path)) done({type: 'makeFolder', path})
    },
    flushFolder: async (path) => {
      if (!neglect.folders) done({type: 'flushFolder', path})
    },
    rename: async (path, to) => {
      if (!find(root, path)) throw missing(path)
      const taken = find(root, to)
      if (taken?.kind === 'folder' && taken.names.size > 0) throw Object.assign(new Error('taken'), {code: 'ENOTEMPTY'})
      done({type: 'rename', path, to})
    },
    remove: async (path) => {
      if (find(root, path)) done({type: 'remove', path})
    },
    changedAt: async () => 0,
  }
}
