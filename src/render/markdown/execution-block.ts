/** Where a party signs: its name, then for each person a small table with room to sign. */
import type {ExecutionBlock, Signatory} from '../../model/index.js'
import {escaped, onOneLine} from './escape.js'
import {type Printing, plainly, type Words} from './inlines.js'
import {cell, pairs} from './table.js'

export function executionBlock(block: ExecutionBlock, printing: Printing): readonly string[] {
  const native = block.native ? ` (${plainly(block.native, printing)})` : ''
  const signedFor = `${escaped(printing.print.signedFor)} ${plainly(block.party, printing)}${native}`
  return [
    `**${onOneLine(signedFor, '&#10;')}**`,
    ...block.signatories.map((signatory) => signatoryOf(signatory, printing)),
  ]
}

function signatoryOf({name, title, authority}: Signatory, printing: Printing): string {
  const {print} = printing
  const known: readonly (readonly [string, Words])[] = [
    [print.name, name],
    [print.title, title],
    [print.authority, authority],
  ]
  return pairs([
    [escaped(print.signature), ''],
    ...known.map(([what, words]) => [escaped(what), cell(words, printing)] as const),
    [escaped(print.date), ''],
  ])
}
