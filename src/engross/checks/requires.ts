/** A clause may need another position to stand beside it. */
import type {Diagnostic} from '../../model/index.js'
import type {Examined} from './check.js'

export function requirements({standing}: Examined): readonly Diagnostic[] {
  const positions = new Set(standing.map(({position}) => position))
  return standing.flatMap(({id, position, requires}) =>
    requires
      .filter((needed) => !positions.has(needed))
      .map((needed) => ({
        severity: 'error',
        code: 'clause/requires',
        message: `The clause "${id}" needs the position "${needed}", which does not stand in this agreement.`,
        hint: `Put "${needed}" into the template, or choose another answer to "${position}".`,
        at: {provision: position},
      })),
  )
}
