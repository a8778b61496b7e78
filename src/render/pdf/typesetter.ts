/**
 * One Typst compiler, kept for the life of the renderer: typesetting a copy that differs in one value from the last takes
 * a fraction of typesetting the first. The template is a file beside this one; a manuscript reaches it as JSON only.
 */
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {NodeCompiler, NodeError} from '@myriaddreamin/typst-ts-node-compiler'
import type {Manuscript} from './manuscript.js'

/** What is typeset: the manuscript, the file attached to it, and the fonts it may use. */
export interface Typesetting {
  readonly manuscript: Manuscript
  /** Text of the attached `engross.json`. */
  readonly attachment: string
  readonly fonts: readonly Buffer[]
  /** Seconds since 1970: the date the PDF bears. */
  readonly time: number
}

export interface Typesetter {
  /** A tagged PDF that meets PDF/UA-1 as far as Typst checks it. Throws where it does not: that is our mistake. */
  typeset(work: Typesetting): Promise<Uint8Array>
}

const folder = fileURLToPath(new URL('.', import.meta.url))
const template = join(folder, 'agreement.typ')

/** Results that three copies in a row had no use for are dropped: memory then stays flat over a pack. */
const keptFor = 3

export function openTypesetter(standard = 'ua-1'): Typesetter {
  const fonts = new Set<Buffer>()
  let compiler: NodeCompiler | undefined
  return {
    async typeset({manuscript, attachment, fonts: needed, time}) {
      const {NodeCompiler} = await import('@myriaddreamin/typst-ts-node-compiler')
      if (!compiler || needed.some((font) => !fonts.has(font))) {
        for (const font of needed) fonts.add(font)
        compiler = NodeCompiler.create({workspace: folder, fontArgs: [{fontBlobs: [...fonts]}]})
      }
      compiler.mapShadow(join(folder, 'manuscript.json'), Buffer.from(JSON.stringify(manuscript)))
      compiler.mapShadow(join(folder, 'engross.json'), Buffer.from(attachment))
      const pdf = print(compiler, standard, time)
      compiler.evictCache(keptFor)
      return pdf
    },
  }
}

function print(compiler: NodeCompiler, standard: string, time: number): Uint8Array {
  const compiled = compiler.compile({mainFilePath: template})
  if (compiled.hasError() || !compiled.result)
    throw new Error(`Typst refuses the template: ${told(compiled.takeError())}`)
  // Typst only warns of a family it does not have, and would set the words in nothing.
  const warnings = told(compiled.takeWarnings())
  if (warnings.includes('unknown font family')) throw new Error(`Typst lacks a font that it was given: ${warnings}`)
  try {
    return compiler.pdf(compiled.result, {pdfStandard: standard, creationTimestamp: time})
  } catch (cause) {
    throw new Error(`Typst typesets the template, but not as ${standard}.`, {cause})
  }
}

function told(error: NodeError | null): string {
  return error ? error.shortDiagnostics.map(({message}: {message: string}) => message).join('; ') : ''
}
