/** A redline in the formats asked for, under a name of the caller's: that of a version of a clause, or of an upgrade that is only thought of. */
import {join, relative} from 'node:path'
import type {Change, Diagnostic, FairCopy} from '../model/index.js'
import {hasErrors} from '../model/index.js'
import {setAside} from './deal-folder.js'
import {createRenderers, type Format, type MadeFile} from './formats.js'

export interface RedlineFiling {
  readonly formats: readonly Format[]
  /** Name of the files, without the dot and what follows it. */
  readonly stem: string
  /** Folder that they are written to. */
  readonly out: string
  readonly cwd: string
  /** Other copies to write with it: the end of their name, and their formats. */
  readonly beside?: readonly {readonly name: string; readonly copy: FairCopy; readonly formats: readonly Format[]}[]
  readonly progress?: (step: string) => void
}

/** Writes the files, all of them or none. Paths are told from `cwd`; what a renderer finds wrong stops the writing. */
export async function writeRedline(
  copy: FairCopy<Change>,
  {formats, stem, out, cwd, beside = [], progress}: RedlineFiling,
): Promise<{readonly files: readonly string[]; readonly diagnostics: readonly Diagnostic[]}> {
  const renderers = createRenderers()
  const files: MadeFile[] = []
  const diagnostics: Diagnostic[] = []
  for (const {name, copy: one, formats: wanted} of [{name: '', copy, formats}, ...beside])
    for (const format of wanted) {
      progress?.(`Writing ${format}`)
      const rendered = await renderers.render(one, format)
      diagnostics.push(...rendered.diagnostics)
      if (rendered.bytes)
        files.push({audience: audienceOf(one, format), name: `${stem}${name}.${format}`, bytes: rendered.bytes})
    }
  if (hasErrors(diagnostics)) return {files: [], diagnostics}
  const written = new Map(files.map(({name, bytes}) => [join(out, name), bytes]))
  if (written.size > 0) await (await setAside(written)).place()
  return {files: [...written.keys()].map((file) => relative(cwd, file) || file), diagnostics}
}

// What tells causes names answers that the agreement may not print; the page always does.
function audienceOf({against}: FairCopy<Change>, format: Format): MadeFile['audience'] {
  return against && (against.showCauses || format === 'html') ? 'internal' : 'outgoing'
}
