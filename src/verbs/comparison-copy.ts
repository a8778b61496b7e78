/**
 * The redline of two Word files as a fair copy, so that text, JSON, HTML and PDF print it as they print the redline of a deal. It
 * has no deal and no revision; its first page says which engine compared the files.
 */
import {type MarkedFile, markedFile, type WordRedline} from '../intake/index.js'
import {
  type Agreement,
  type Change,
  type FairCopy,
  type Furniture,
  type Identity,
  type Locale,
  type ProvisionId,
  type Redline,
  type Renumbered,
  type Side,
  standingOf,
} from '../model/index.js'
import {accepted, rejected} from '../redline/index.js'
import {hashOf} from '../revisions/index.js'
import {engrossVersion} from './home.js'

export interface ComparedFile {
  readonly label: string
  readonly bytes: Uint8Array
}

export interface Comparison {
  readonly from: ComparedFile
  readonly to: ComparedFile
  readonly redline: WordRedline
  readonly locale: Locale
  /** ISO 8601 instant. */
  readonly time: string
}

/** The marked copy of a comparison; the redline itself has been proved already. */
export function comparisonCopy({from, to, redline, locale, time}: Comparison): FairCopy<Change> {
  const marked = markedFile(redline.file, {title: `${from.label} → ${to.label}`, language: locale.language})
  const {agreement, changes, numerals} = marked
  // A comparison is no draft of ours: its pages say what they are.
  const pages = {...locale, print: {...locale.print, draft: 'Comparison', revision: 'words only'}}
  const base = {locale: pages, time, engine: redline.engine}
  const now = cleanCopy(accepted(agreement), numerals.accepted, to, base)
  const before = cleanCopy(rejected(agreement, []), numerals.rejected, from, base)
  const furniture: Furniture<Change> = {
    title: [{type: 'text', text: agreement.title}],
    revision: [{type: 'text', text: pages.print.revision}],
    firstPage: [{type: 'text', text: now.notices.firstPage}],
    footer: [{type: 'text', text: now.notices.footer}],
    origin: [{type: 'text', text: now.notices.origin}],
  }
  const told: Redline = {
    format: 1,
    from: sideOf(from),
    to: sideOf(to),
    agreement,
    furniture,
    changes,
    renamed: [],
    renumbered: renumbered(marked),
    uncompared: redline.uncompared,
  }
  return {
    ...now,
    purpose: 'redline',
    agreement,
    against: {
      copy: before,
      furniture,
      renamed: new Map(),
      formerly: new Map(),
      gone: goneFrom(agreement),
      redline: told,
      showRenumbering: false,
      showCauses: false,
    },
  }
}

function sideOf({label, bytes}: ComparedFile): Side {
  return {label, hash: hashOf(bytes)}
}

interface Base {
  readonly locale: Locale
  readonly time: string
  readonly engine: string
}

function cleanCopy(
  agreement: Agreement,
  numerals: FairCopy['numerals'],
  {label, bytes}: ComparedFile,
  {locale, time, engine}: Base,
): FairCopy {
  const identity: Identity = {
    deal: label,
    revision: 0,
    hash: hashOf(bytes),
    time,
    engross: engrossVersion,
    template: 'word-file@1',
    clauses: [],
  }
  const notices = {
    firstPage: `Two Word files compared by ${engine}; words only. It is not legal advice.`,
    footer: `Compared by ${engine}`,
    origin: `${label} · ${identity.hash.slice(7, 19)}`,
  }
  const none: ReadonlyMap<string, never> = new Map<string, never>()
  return {
    purpose: 'draft',
    agreement,
    locale,
    identity,
    notices,
    numerals,
    citations: none,
    definitions: none,
    contents: [],
  }
}

function renumbered({agreement, numerals}: MarkedFile): readonly Renumbered[] {
  const marks = agreement.parts.flatMap((part) => (part.kind === 'group' ? part.provisions : []))
  const whole = new Set(marks.filter(({mark}) => mark).map(({id}) => id))
  return [...numerals.accepted].flatMap(([id, {full}]) => {
    const before = numerals.rejected.get(id)?.full
    return before === undefined || before === full || whole.has(id) ? [] : [{id, from: before, to: full}]
  })
}

function goneFrom({parts}: Agreement<Change>): ReadonlySet<ProvisionId> {
  const provisions = parts.flatMap((part) => (part.kind === 'group' ? part.provisions : []))
  return new Set(provisions.filter(({mark}) => standingOf(mark) === 'old').map(({id}) => id))
}
