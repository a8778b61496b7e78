/**
 * names say who is meant, and nothing hidden. A name may hold no character that nobody sees or that turns the
 * direction of text, and is more than a placeholder ("TBC"). A name that is not known yet is left out: it prints as a
 * blank.
 */
import {below, type Deal, type Pointer} from '../../model/index.js'
import {refusedCharacter} from '../characters.js'
import {quote} from '../quote.js'
import {fold, isPlaceholder} from './fold.js'
import {rowsAt, textAt} from './given.js'
import {type Finding, rule} from './matter.js'
import {partiesOf} from './names.js'

export const cleanNames = rule(
  {
    id: 'R-008',
    severity: 'error',
    title: 'Names are clean and complete',
    reason: 'Hidden characters can make one name look like another, and a placeholder binds nobody.',
  },
  function* ({deal}) {
    for (const at of namesOf(deal)) {
      const name = textAt(deal, at)
      if (name === undefined) continue
      const hidden = refusedCharacter(name)
      if (hidden !== undefined) yield notClean(name, at, hidden)
      else if (isPlaceholder(name) && !isRealShortName(deal, at, name)) yield notComplete(name, at)
    }
  },
)

function namesOf(deal: Deal): readonly Pointer[] {
  return [
    '/project/title',
    ...partiesOf(deal).flatMap((party) => [
      ...['/legalName/latin', '/legalName/native', '/shortName', '/registry/name', '/lead/name'].map(
        (key) => `${party}${key}`,
      ),
      ...rowsAt(deal, below(party, 'signatories')).flatMap((signatory) => [
        `${signatory}/name/latin`,
        `${signatory}/name/native`,
      ]),
    ]),
    '/facilitator/name',
    ...rowsAt(deal, '/keyPeople').map((person) => `${person}/person`),
    ...rowsAt(deal, '/ip/fields').map((field) => `${field}/name`),
    ...rowsAt(deal, '/gates').map((gate) => `${gate}/name`),
  ]
}

function notClean(name: string, at: Pointer, hidden: string): Finding {
  return {
    message: `The name ${quote(name)} holds ${hidden}.`,
    at,
    hint: 'Type the name again by hand rather than pasting it.',
    remedies: cleaned(name, at),
  }
}

function cleaned(name: string, at: Pointer): NonNullable<Finding['remedies']> {
  const clean = [...name]
    .filter((character) => refusedCharacter(character) === undefined)
    .join('')
    .trim()
  return clean === '' ? [] : [{label: `Write it as ${quote(clean)}`, set: {[at]: clean}}]
}

function notComplete(name: string, at: Pointer): Finding {
  return {
    message: `${quote(name)} only holds the place of a name.`,
    at,
    hint: 'Write the name. If it is not known yet, leave it out: it prints as a blank with its question.',
  }
}

// "TBC" is the short name of TBC Bank.
function isRealShortName(deal: Deal, at: Pointer, name: string): boolean {
  if (!at.endsWith('/shortName')) return false
  const full = fold(textAt(deal, at.replace(/shortName$/, 'legalName/latin')) ?? '')
  return full !== fold(name) && full.split(' ').includes(fold(name))
}
