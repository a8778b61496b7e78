/** What really stands in a folder, and what its bytes may have been before another program changed their line ends. */
import {join} from 'node:path'
import type {Disk, Entry} from './disk.js'

/** Every file below a folder by its path, and what is no file: links, and folders with nothing in them. */
export async function filesBelow(disk: Disk, folder: string): Promise<ReadonlyMap<string, Entry['kind']>> {
  const stored = new Map<string, Entry['kind']>()
  const waiting = ['']
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const entries = await disk.entries(join(folder, path))
    if (entries.length === 0 && path !== '') stored.set(path, 'folder')
    for (const {name, kind} of entries) {
      const inner = path === '' ? name : `${path}/${name}`
      if (kind === 'folder') waiting.push(inner)
      else stored.set(inner, kind)
    }
  }
  return stored
}

/** The same bytes without a byte order mark, with LF, and with CRLF. */
export function withOtherLineEnds(bytes: Uint8Array): readonly Uint8Array[] {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
  const lf = text.replaceAll('\r\n', '\n')
  return [text, lf, lf.replaceAll('\n', '\r\n')].map((changed) => Buffer.from(changed, 'latin1'))
}
