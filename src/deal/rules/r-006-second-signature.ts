/** where a signatory can only sign together with another, that other is named. */
import type {Deal, Pointer} from '../../model/index.js'
import {rowsAt, textAt, yesAt} from './given.js'
import {sureValue} from './law.js'
import {type Matter, rule} from './matter.js'
import {partiesOf, partyAt} from './names.js'

export const secondSignature = rule(
  {
    id: 'R-006',
    severity: 'warning',
    title: 'A second signature is needed',
    reason: 'In several countries the register gives power to two people together: one signature alone does not bind.',
  },
  function* (matter) {
    const {deal} = matter
    for (const party of partiesOf(deal)) {
      const [signatory, ...others] = rowsAt(deal, `${party}/signatories`)
      if (signatory === undefined || others.length > 0 || yesAt(deal, `${signatory}/jointSignature`) !== true) continue
      yield {
        message: `${signatoryAt(deal, signatory)} signs for ${partyAt(deal, party)} only together with another, and no other signatory is named.`,
        at: `${party}/signatories`,
        hint: `Name the second signatory.${practice(matter, party)}`,
      }
    }
  },
)

function signatoryAt(deal: Deal, signatory: Pointer): string {
  return textAt(deal, `${signatory}/name/latin`) ?? textAt(deal, `${signatory}/title`) ?? 'The one signatory'
}

function practice({deal, law}: Matter, party: Pointer): string {
  const code = textAt(deal, `${party}/jurisdiction`)
  if (code === undefined || sureValue(law.fact(code, 'jointSignaturePractice')) !== 'common') return ''
  return ` Joint signature is common in ${law.nameOf(code)}: the register shows who must sign.`
}
