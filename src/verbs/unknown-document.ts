/** A document that no template makes: said alike wherever one is named. */
import {type Diagnostic, nearest} from '../model/index.js'
import type {Workshop} from './workshop.js'

export function unknownDocument(document: string, {library}: Workshop): Diagnostic {
  const near = nearest(document, library.templates)
  return {
    severity: 'error',
    code: 'deal/unknown-document',
    message: `There is no document "${document}".`,
    hint: `${near ? `Did you mean "${near}"? ` : ''}Documents: ${library.templates.join(', ')}.`,
    at: {file: 'deal.yaml'},
  }
}
