/**
 * One Typst compiler, kept for the life of the renderer: typesetting a copy that differs in one value from the last takes
 * a fraction of typesetting the first. The template is a file beside this one; a manuscript reaches it as JSON only.
 */
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {
  CompileDocArgs,
  NodeCompiler,
  NodeError,
  NodeTypstDocument,
  RenderPdfOpts,
} from '@myriaddreamin/typst-ts-node-compiler'
import type {Manuscript, PartText, Section} from './manuscript.js'

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

/** Once in so many copies, results that went unused since the sweep before are dropped: memory stays flat over a pack. */
const sweepEvery = 4

export function openTypesetter(standard = 'ua-1'): Typesetter {
  const fonts = new Set<Buffer>()
  const known: WrittenSections = new WeakMap()
  let compiler: NodeCompiler | undefined
  let copies = 0
  return {
    async typeset({manuscript, attachment, fonts: needed, time}) {
      const {NodeCompiler} = await import('@myriaddreamin/typst-ts-node-compiler')
      const renewed = !compiler || needed.some((font) => !fonts.has(font))
      for (const font of needed) fonts.add(font)
      if (!compiler || renewed) compiler = NodeCompiler.create({workspace: folder, fontArgs: [{fontBlobs: [...fonts]}]})
      compiler.mapShadow(join(folder, 'manuscript.json'), written(manuscript, known))
      compiler.mapShadow(join(folder, 'engross.json'), Buffer.from(attachment))
      const pdf = print(compiler, renewed ? proved(compiler) : source, {pdfStandard: standard, creationTimestamp: time})
      if (++copies % sweepEvery === 0) await sweep(compiler)
      return pdf
    },
  }
}

// The bytes of earlier PDFs are freed only when the event loop turns, which a caller that waits for us alone never lets it.
async function sweep(compiler: NodeCompiler): Promise<void> {
  compiler.evictCache(1)
  await new Promise(setImmediate)
}

/** Sections in JSON, by the section: those that a manuscript shares with the one before are not written again. */
type WrittenSections = WeakMap<Section, Buffer>

/** The manuscript in JSON. */
function written({parts, ...front}: Manuscript, known: WrittenSections): Buffer {
  const written = parts.flatMap((part, index) => [text(index > 0 ? ',' : ''), ...partInJson(part, known)])
  return Buffer.concat([text(`${open(front)},"parts":[`), ...written, text(']}')])
}

function partInJson({sections, ...part}: PartText, known: WrittenSections): readonly Buffer[] {
  const written = sections.flatMap((section, index) => {
    const json = known.get(section) ?? text(JSON.stringify(section))
    known.set(section, json)
    return index > 0 ? [text(','), json] : [json]
  })
  return [text(`${open(part)},"sections":[`), ...written, text(']}')]
}

// An object in JSON but for its closing brace. It has at least one property.
function open(object: object): string {
  return JSON.stringify(object).slice(0, -1)
}

function text(json: string): Buffer {
  return Buffer.from(json)
}

const source: CompileDocArgs = {mainFilePath: template}

/** The document, where Typst has every font that it names: it only warns of one it lacks, and would set words in nothing. */
function proved(compiler: NodeCompiler): NodeTypstDocument {
  const compiled = compiler.compile(source)
  if (compiled.hasError() || !compiled.result)
    throw new Error(`Typst refuses the template: ${told(compiled.takeError())}`)
  const warnings = told(compiled.takeWarnings())
  if (warnings.includes('unknown font family')) throw new Error(`Typst lacks a font that it was given: ${warnings}`)
  return compiled.result
}

// Given its source, Typst frees the document as soon as it is printed; a document handed to us it keeps until our garbage
// is collected, which over a pack is hundreds of megabytes late.
function print(compiler: NodeCompiler, work: NodeTypstDocument | CompileDocArgs, options: RenderPdfOpts): Uint8Array {
  try {
    return compiler.pdf(work, options)
  } catch (cause) {
    // A fault of the template is told there, with Typst's own words.
    proved(compiler)
    throw new Error(`Typst typesets the template, but not as ${options.pdfStandard}.`, {cause})
  }
}

function told(error: NodeError | null): string {
  return error ? error.shortDiagnostics.map(({message}: {message: string}) => message).join('; ') : ''
}
