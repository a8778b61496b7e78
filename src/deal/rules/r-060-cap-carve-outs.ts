/**
 * a cap on liability leaves out what the governing law does not allow to be capped. Where our data does not know
 * that law, or marks it unsure, all five carve-outs stand. Carve-outs left open are a blank.
 */
import {type Deal, isList} from '../../model/index.js'
import {given, isWritten, textAt, textsAt} from './given.js'
import {sureValue} from './law.js'
import {type Matter, rule} from './matter.js'
import {listed} from './names.js'

const at = '/risk/carveOuts'

/** Each carve-out, in the order of the schema, and what it is in a sentence. */
const carveOuts: Readonly<Record<string, string>> = {
  'death-injury': 'death and personal injury',
  fraud: 'fraud',
  intent: 'intentional wrongdoing',
  'gross-negligence': 'gross negligence',
  'mandatory-law': 'whatever the law does not allow to be limited',
}

export const capCarveOuts = rule(
  {
    id: 'R-060',
    severity: 'error',
    title: 'The cap leaves out what cannot be excluded',
    reason: 'A cap that covers too much can fail as a whole, and then there is none.',
  },
  function* (matter) {
    const {deal} = matter
    const stands = textsAt(deal, at)
    if (stands === undefined || !isCapped(deal)) return
    const {needed, because} = needs(matter)
    const missing = needed.filter((each) => !stands.includes(each))
    if (missing.length === 0) return
    yield {
      message: `The cap would cover ${listed(missing.map((each) => carveOuts[each] ?? each))}; ${because}.`,
      at,
      hint: 'Add what is missing to the carve-outs.',
      remedies: [
        {
          label: 'Add the carve-outs',
          set: {[at]: Object.keys(carveOuts).filter((each) => stands.includes(each) || missing.includes(each))},
        },
      ],
    }
  },
)

// A cap that nobody has given yet caps nothing; "none" is no cap.
function isCapped(deal: Deal): boolean {
  const basis = textAt(deal, '/risk/capBasis')
  if (basis === 'none') return false
  return (
    given(deal, '/risk/cap') !== undefined ||
    given(deal, '/risk/superCap') !== undefined ||
    (basis === 'contribution' && isWritten(deal, '/risk/capBasis'))
  )
}

function needs({deal, law}: Matter): {readonly needed: readonly string[]; readonly because: string} {
  const all = Object.keys(carveOuts)
  const code = textAt(deal, '/law/governingLaw')
  if (code === undefined)
    return {needed: all, because: 'the governing law is not chosen yet, so all five carve-outs must stand'}
  const known = sureValue(law.fact(code, 'nonExcludableLiability'))
  if (!isList(known))
    return {
      needed: all,
      because: `we are not sure what ${law.lawOf(code)} allows, so all five carve-outs must stand`,
    }
  return {
    needed: known.filter((each) => typeof each === 'string'),
    because: `${law.lawOf(code)} does not allow it`,
  }
}
