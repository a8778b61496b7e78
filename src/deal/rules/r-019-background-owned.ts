/**
 * R-019: nobody promises what they do not have. Background that goes into the project belongs to a party, or is
 * licensed in with the right to sublicense. That right must be said: a licence gives it only when it says so. An open
 * point stays open.
 */
import type {Deal, Pointer, Remedy} from '../../model/index.js'
import {quote} from '../quote.js'
import {isOpen, rowsAt, textAt, yesAt} from './given.js'
import {type Finding, rule} from './matter.js'
import {partyCalled, rowOf} from './names.js'

export const backgroundOwned = rule(
  {
    id: 'R-019',
    severity: 'error',
    title: 'Cannot promise what you do not own',
    reason: 'Nobody can grant more than they have: the licence would be worthless, and its user an infringer.',
  },
  function* ({deal}) {
    for (const item of rowsAt(deal, '/ip/background/items')) {
      if (yesAt(deal, `${item}/included`) === false || maySublicense(deal, item)) continue
      if (isStranger(deal, item)) yield notOurs(deal, item)
      else if (textAt(deal, `${item}/basis`) === 'licensed-in') yield notLicensable(deal, item)
    }
  },
)

function maySublicense(deal: Deal, item: Pointer): boolean {
  const at = `${item}/sublicensable`
  return textAt(deal, `${item}/basis`) === 'licensed-in' && (yesAt(deal, at) === true || isOpen(deal, at))
}

function isStranger(deal: Deal, item: Pointer): boolean {
  const owner = textAt(deal, `${item}/owner`)
  return owner !== undefined && rowOf(deal, owner) === undefined
}

function notOurs(deal: Deal, item: Pointer): Finding {
  return {
    message: `${itemAt(deal, item)} belongs to ${partyCalled(deal, textAt(deal, `${item}/owner`))}, which is no party.`,
    at: `${item}/owner`,
    hint: 'Name the party that brings it. If that party holds it under licence, say "licensed-in" and that it may sublicense.',
    remedies: leftOut(item),
  }
}

function notLicensable(deal: Deal, item: Pointer): Finding {
  const owner = partyCalled(deal, textAt(deal, `${item}/owner`))
  const right =
    yesAt(deal, `${item}/sublicensable`) === false ? 'may not sublicense it' : 'has not said that it may sublicense it'
  return {
    message: `${itemAt(deal, item)} is licensed in, and ${owner} ${right}.`,
    at: `${item}/sublicensable`,
    hint: 'Read the licence. If it allows sublicences, say so; if not, get consent or leave the item out.',
    remedies: leftOut(item),
  }
}

function itemAt(deal: Deal, item: Pointer): string {
  return `The background ${quote(textAt(deal, `${item}/title`) ?? textAt(deal, `${item}/id`) ?? item)}`
}

function leftOut(item: Pointer): readonly Remedy[] {
  return [{label: 'Leave the item out', set: {[`${item}/included`]: false}}]
}
