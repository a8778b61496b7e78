/**
 * The formats of an outgoing file, and the renderers that make them. A renderer is given a fair copy, clean or
 * marked, and nothing else, so
 * that nothing private can be in what it makes.
 */
import type {Change, Diagnostic, FairCopy} from '../model/index.js'
import type {DocxRenderer} from '../render/docx/index.js'
import type {PdfRenderer} from '../render/pdf/index.js'

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
  readonly render: (copy: FairCopy<Change>, format: Format) => Promise<Rendered>
}

/** Renderers are loaded when first asked for: `check` loads none, and a Markdown draft no typesetter. */
export function createRenderers(): Renderers {
  let docx: Promise<DocxRenderer> | undefined
  let pdf: Promise<PdfRenderer> | undefined
  return {
    render: async (copy, format) => {
      switch (format) {
        case 'html':
          return text((await import('../render/html/index.js')).renderHtml(copy))
        case 'md':
          return text((await import('../render/markdown/index.js')).renderMarkdown(clean(copy)))
        case 'docx':
          docx ??= import('../render/docx/index.js').then(({createDocxRenderer}) => createDocxRenderer())
          return {bytes: (await docx).render(copy), diagnostics: []}
        case 'pdf': {
          pdf ??= import('../render/pdf/index.js').then(({createPdfRenderer}) => createPdfRenderer())
          const print = await (await pdf).render(copy)
          return {diagnostics: print.diagnostics, ...(print.pdf ? {bytes: print.pdf} : {})}
        }
      }
    },
  }
}

// Markdown has no marks of its own that every reader shows.
function clean(copy: FairCopy<Change>): FairCopy {
  if (copy.against) throw new RangeError('render: a redline is not printed as Markdown')
  return copy as FairCopy // a copy that is compared with nothing has no marks
}

function text(words: string): Rendered {
  return {bytes: new TextEncoder().encode(words), diagnostics: []}
}
