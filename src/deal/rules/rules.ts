/** The table of rules, in the order in which they run. A rule that is not here does not exist; none is switched off. */
import {meetInPerson} from './a-01-meet-in-person.js'
import {sizeRatio} from './a-10-size-ratio.js'
import type {Rule} from './matter.js'
import {partiesDistinct} from './r-001-parties-distinct.js'
import {sameLegalPerson} from './r-002-same-legal-person.js'
import {authorityToSign} from './r-005-authority-to-sign.js'
import {secondSignature} from './r-006-second-signature.js'
import {cleanNames} from './r-008-clean-names.js'
import {datesAgree} from './r-011-dates-agree.js'
import {purposeSaid} from './r-012-purpose-said.js'
import {jointNeedsShares} from './r-013-joint-needs-shares.js'
import {licenceBack} from './r-014-licence-back.js'
import {furtherResearch} from './r-015-further-research.js'
import {sharesTotal100} from './r-016-shares-total-100.js'
import {fieldsClash} from './r-017-fields-clash.js'
import {residualField} from './r-018-residual-field.js'
import {backgroundOwned} from './r-019-background-owned.js'
import {inventorReward} from './r-023-inventor-reward.js'
import {residualsWithSecrets} from './r-024-residuals-with-secrets.js'
import {tiersInOrder} from './r-025-tiers-in-order.js'
import {tierJump} from './r-026-tier-jump.js'
import {secrecyFirst} from './r-027-secrecy-first.js'
import {reportsToAuthorities} from './r-034-reports-to-authorities.js'
import {noHire} from './r-036-no-hire.js'
import {marketSharing} from './r-037-market-sharing.js'
import {independentResearch} from './r-038-independent-research.js'
import {employeeNonCompete} from './r-041-employee-non-compete.js'
import {exportAndSanctions} from './r-049-export-and-sanctions.js'
import {oneFinalStep} from './r-054-one-final-step.js'
import {seatOfArbitration} from './r-055-seat-of-arbitration.js'
import {capCarveOuts} from './r-060-cap-carve-outs.js'
import {currencies} from './r-063-currencies.js'

export const rules: readonly Rule[] = [
  partiesDistinct,
  sameLegalPerson,
  authorityToSign,
  secondSignature,
  cleanNames,
  datesAgree,
  purposeSaid,
  jointNeedsShares,
  licenceBack,
  furtherResearch,
  sharesTotal100,
  fieldsClash,
  residualField,
  backgroundOwned,
  inventorReward,
  residualsWithSecrets,
  tiersInOrder,
  tierJump,
  secrecyFirst,
  reportsToAuthorities,
  noHire,
  marketSharing,
  independentResearch,
  employeeNonCompete,
  exportAndSanctions,
  oneFinalStep,
  seatOfArbitration,
  capCarveOuts,
  currencies,
  meetInPerson,
  sizeRatio,
]
