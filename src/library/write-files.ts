/** Files written whole or not at all: each aside, flushed, and renamed into place, in the order given. */
import {closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync} from 'node:fs'
import {dirname, join} from 'node:path'

/** Writes path → text under `root`, then takes away `removes`. Throws when the disk refuses; no half file is left behind. */
export function writeFiles(
  root: string,
  writes: Readonly<Record<string, string>>,
  removes: readonly string[] = [],
): void {
  const pending = Object.entries(writes).map(([path, text]) => ({
    to: join(root, path),
    aside: join(root, `${path}.${process.pid}.tmp`),
    text,
  }))
  try {
    for (const {aside, text} of pending) writeAside(aside, text)
    for (const {aside, to} of pending) renameSync(aside, to)
  } finally {
    for (const {aside} of pending) rmSync(aside, {force: true})
  }
  for (const path of removes) rmSync(join(root, path), {force: true})
}

function writeAside(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true})
  const file = openSync(path, 'wx')
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
