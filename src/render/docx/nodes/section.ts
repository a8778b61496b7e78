/**
 * Sections (ECMA-376 Part 1 §17.6): the cover has no header, since the first section inherits none, and the footer with the
 * notices; the rest has header and footer. A document without a cover has a first page like a cover's.
 */
import {page} from '../measures.js'

export type Section = 'cover' | 'running' | 'with-title'

export function section(kind: Section): string {
  const {width, height, margin, header, footer} = page
  return (
    '<w:sectPr>' +
    (kind === 'cover' ? '' : '<w:headerReference w:type="default" r:id="rIdHeader"/>') +
    `<w:footerReference w:type="default" r:id="${kind === 'cover' ? 'rIdFirstFooter' : 'rIdFooter'}"/>` +
    (kind === 'with-title' ? '<w:footerReference w:type="first" r:id="rIdFirstFooter"/>' : '') +
    `<w:type w:val="nextPage"/><w:pgSz w:w="${width}" w:h="${height}"/>` +
    `<w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="${header}" w:footer="${footer}" w:gutter="0"/>` +
    `${kind === 'with-title' ? '<w:titlePg/>' : ''}</w:sectPr>`
  )
}
