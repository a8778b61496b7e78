/** What every draft displays of itself (LEGAL.md §6, ST-01 and ST-02): short lines, ready in words; no parameter removes them. */
import type {Identity, Locale, Notices} from '../model/index.js'

export function noticesOf(identity: Identity, locale: Locale): Notices {
  const revision = locale.print.revision.replace('{n}', String(identity.revision))
  return {
    firstPage:
      'This document was assembled from a clause library. It is not legal advice and no lawyer–client relationship is created. Ask a qualified lawyer in each country involved before you sign.',
    footer: 'Draft, not reviewed by counsel',
    origin: `${revision} · ${identity.time.slice(0, 10)} · ${identity.hash.slice(7, 19)}`,
  }
}
