/**
 * The formats of an outgoing file, and the renderers that make them. A renderer is given a fair copy and nothing else, so
 * that nothing private can be in what it makes.
 */
import type {Diagnostic, FairCopy} from '../model/index.js'
import {createDocxRenderer, type DocxRenderer} from '../render/docx/index.js'
import {renderHtml} from '../render/html/index.js'
import {renderMarkdown} from '../render/markdown/index.js'

export const formats = ['docx', 'pdf', 'html', 'md'] as const
export type Format = (typeof formats)[number]

/** A file made for one audience: what is internal never goes to the other side. */
export interface MadeFile {
  readonly audience: 'outgoing' | 'internal'
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Rendered {
  readonly bytes?: Uint8Array
  readonly diagnostics: readonly Diagnostic[]
}

/** Renderers that remember what they made: one of each for as many copies as there are. */
export interface Renderers {
  readonly render: (copy: FairCopy, format: Format) => Promise<Rendered>
}

/** Renderers are opened when first asked for: a Markdown draft loads no typesetter. */
export function createRenderers(): Renderers {
  let docx: DocxRenderer | undefined
  let pdf: Promise<import('../render/pdf/index.js').PdfRenderer> | undefined
  const openPdf = async () => (await import('../render/pdf/index.js')).createPdfRenderer()
  return {
    render: async (copy, format) => {
      if (format === 'html') return text(renderHtml(copy))
      if (format === 'md') return text(renderMarkdown(copy))
      if (format === 'docx') {
        docx ??= createDocxRenderer()
        return {bytes: docx.render(copy), diagnostics: []}
      }
      pdf ??= openPdf()
      const print = await (await pdf).render(copy)
      return {diagnostics: print.diagnostics, ...(print.pdf ? {bytes: print.pdf} : {})}
    },
  }
}

function text(words: string): Rendered {
  return {bytes: new TextEncoder().encode(words), diagnostics: []}
}
