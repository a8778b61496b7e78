/** The PDF renderer: fonts, then the manuscript, then Typst, then the finish. The same copy gives the same bytes. */
import {type Change, type Diagnostic, type FairCopy, hasErrors} from '../../model/index.js'
import {finish} from './finish.js'
import type {FontPlaces} from './font-files.js'
import {manifestOf} from './manifest.js'
import {manuscriptOf} from './manuscript-of.js'
import {openMemory} from './memory.js'
import {openSurveyor} from './survey.js'
import {tell} from './tell.js'
import {openFontCase} from './typefaces.js'
import {openTypesetter} from './typesetter.js'

export type PdfOptions = FontPlaces

/** `pdf` is left out when a diagnostic is an error: a font or a glyph that is missing. */
export interface PdfPrint {
  readonly pdf?: Uint8Array
  readonly diagnostics: readonly Diagnostic[]
}

export interface PdfRenderer {
  /** A clean copy; or a redline, where the copy stands against another: old words struck, new ones underlined. */
  render(copy: FairCopy<Change>): Promise<PdfPrint>
}

/** One renderer serves many copies: fonts are read once, and Typst reuses what copies have in common. */
export function createPdfRenderer(options: PdfOptions = {}): PdfRenderer {
  const surveyor = openSurveyor()
  const fontCase = openFontCase(options, surveyor)
  const memory = openMemory(surveyor)
  const typesetter = openTypesetter()
  return {
    async render(copy) {
      const {typefaces, diagnostics} = fontCase(copy)
      if (!typefaces || hasErrors(diagnostics)) return {diagnostics}
      const manuscript = manuscriptOf(copy, typefaces, memory)
      const time = Math.floor(Date.parse(copy.identity.time) / 1000)
      const typeset = await typesetter.typeset({manuscript, attachment: manifestOf(copy), fonts: typefaces.fonts, time})
      const told = manuscript.redline ? tell(typeset, manuscript.redline.told) : typeset
      return {pdf: finish(told, `Engross ${copy.identity.engross}`), diagnostics}
    },
  }
}
