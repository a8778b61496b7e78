/**
 * Where fonts lie: npm packages first, then the folders where systems keep theirs. Nothing is searched until a copy needs
 * it, and what was found is kept for the life of the renderer.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {homedir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import type {Family} from './families.js'

export interface FontPlaces {
  /** Folders searched, with those inside them, for fonts by file name. Default: the system's own. */
  readonly fontDirectories?: readonly string[]
  /** Files or folders from where npm packages are resolved, in order. Default: this package. */
  readonly packageRoots?: readonly string[]
}

/** A family that was found, with the bytes of its files. */
export interface FoundFamily {
  readonly name: string
  readonly fonts: readonly Buffer[]
}

export interface FontFiles {
  /** The family as an npm package ships it. */
  packaged(name: string, family: Family): FoundFamily | undefined
  /** The family as it is installed on this computer. */
  installed(family: Family): FoundFamily | undefined
}

export function fontFiles(places: FontPlaces): FontFiles {
  const roots = places.packageRoots ?? [import.meta.url]
  let installed: ReadonlyMap<string, string> | undefined
  return {
    packaged(name, family) {
      const folder = roots.map((root) => packageFolder(root, name)).find((found) => found !== undefined)
      return folder === undefined ? undefined : read(family, (file) => existing(join(folder, file)))
    },
    installed(family) {
      installed ??= filesBelow(places.fontDirectories ?? systemDirectories())
      const known = installed
      return read(family, (file) => known.get(file))
    },
  }
}

function read(family: Family, pathOf: (file: string) => string | undefined): FoundFamily | undefined {
  const [first, ...rest] = family.files.map(pathOf)
  if (first === undefined) return undefined
  const paths = [first, ...rest.filter((path) => path !== undefined)]
  return {name: family.name, fonts: paths.map((path) => readFileSync(path))}
}

function packageFolder(root: string, name: string): string | undefined {
  try {
    const from = root.startsWith('file:') ? root : join(root, 'package.json')
    return dirname(createRequire(from).resolve(`${name}/package.json`))
  } catch {
    return undefined
  }
}

function existing(path: string): string | undefined {
  return existsSync(path) ? path : undefined
}

// The first of two files with one name wins, in sorted order, so that the choice does not depend on the file system.
function filesBelow(folders: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const folder of folders.filter((path) => existsSync(path))) {
    for (const path of readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort()) {
      const name = basename(path).normalize('NFC')
      if (/\.(ttf|otf|ttc)$/i.test(name) && !found.has(name)) found.set(name, join(folder, path))
    }
  }
  return found
}

function systemDirectories(): readonly string[] {
  const home = homedir()
  if (process.platform === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library/Fonts')]
  if (process.platform === 'win32') {
    return [
      join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts'),
      join(process.env.LOCALAPPDATA ?? home, 'Microsoft/Windows/Fonts'),
    ]
  }
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(home, '.local/share/fonts'), join(home, '.fonts')]
}
