/** A clause may exclude a position, or a clause by id. */
import type {Diagnostic} from '../../model/index.js'
import type {Examined} from './check.js'

export function conflicts({standing}: Examined): readonly Diagnostic[] {
  const names = new Set(standing.flatMap(({id, position}) => [id, position]))
  return standing.flatMap(({id, position, conflicts: excluded}) =>
    excluded
      .filter((name) => names.has(name))
      .map((name) => ({
        severity: 'error',
        code: 'clause/conflicts',
        message: `The clause "${id}" cannot stand beside "${name}".`,
        hint: 'Choose another answer to one of the two positions.',
        at: {provision: position},
      })),
  )
}
