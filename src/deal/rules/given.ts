/**
 * What a deal says at a pointer. A value of another kind than asked for counts as not given: the schema has already
 * told the user so. Rows are named by their pointers, so that a rule can say where it looked.
 */
import {type Deal, isList, type Json, type Pointer, valueAt} from '../../model/index.js'

export function given({parameters}: Deal, pointer: Pointer): Json | undefined {
  return valueAt(parameters, pointer)
}

export function textAt(deal: Deal, pointer: Pointer): string | undefined {
  const value = given(deal, pointer)
  return typeof value === 'string' ? value : undefined
}

export function numberAt(deal: Deal, pointer: Pointer): number | undefined {
  const value = given(deal, pointer)
  return typeof value === 'number' ? value : undefined
}

export function yesAt(deal: Deal, pointer: Pointer): boolean | undefined {
  const value = given(deal, pointer)
  return typeof value === 'boolean' ? value : undefined
}

/** The texts of a list; `undefined` where there is no list. */
export function textsAt(deal: Deal, pointer: Pointer): readonly string[] | undefined {
  const value = given(deal, pointer)
  return isList(value) ? value.filter((element) => typeof element === 'string') : undefined
}

/** The pointers of a list's rows, in order. */
export function rowsAt(deal: Deal, pointer: Pointer): readonly Pointer[] {
  const value = given(deal, pointer)
  return isList(value) ? value.map((_, index) => `${pointer}/${index}`) : []
}

/** True when the deal leaves this point open on purpose, itself or with all that it stands in. */
export function isOpen({open}: Deal, pointer: Pointer): boolean {
  return Object.keys(open).some((point) => within(pointer, point))
}

/** True when the deal says this itself, rather than our having filled in the schema's default. */
export function isWritten(deal: Deal, pointer: Pointer): boolean {
  return given(deal, pointer) !== undefined && !deal.assumed.some((point) => within(pointer, point))
}

function within(pointer: Pointer, point: Pointer): boolean {
  return pointer === point || pointer.startsWith(`${point}/`)
}

/** True for documents that are only about secrecy. */
export function isNda({document}: Deal): boolean {
  return /^nda(-|$)/.test(document)
}

/** True for documents that govern work together; they contain clauses on confidentiality. */
export function isCollaboration({document}: Deal): boolean {
  return /^(collaboration|consortium)(-|$)/.test(document)
}
