/** Where the parties sign: a block a party, a short list a signatory, with room to sign. Never broken over pages. */
import type {Change, ExecutionBlock, Signatory} from '../../model/index.js'
import {standingLine} from './glosses.js'
import {element, empty, type Html, joined, text} from './html.js'
import {written} from './inlines.js'
import {classes, underMark} from './marks.js'
import {below, isShown, type Page, placeOf} from './page.js'
import {isUnchangedSigning, unchangedClass} from './unchanged.js'

export function signing(list: readonly ExecutionBlock<Change>[], page: Page): Html {
  const kind = list.some(({native}) => native) ? 'signing with-native' : 'signing'
  return element('div', {class: kind}, ...list.map((block) => executionBlock(block, below(page, block))))
}

/** One party's block, seen from below its own mark. */
export function executionBlock(block: ExecutionBlock<Change>, page: Page): Html {
  const {id, party, native, signatories} = block
  const names = [
    written(party, page),
    ...(native ? [empty('br'), element('span', {class: 'native'}, written(native, page))] : []),
  ]
  const kind = unchangedClass('execution-block', isUnchangedSigning(block), page)
  return element(
    'div',
    {class: classes(kind, block, page), id: placeOf(id, page)},
    standingLine(block, page),
    element('p', {class: 'signed-for'}, underMark(text(page.copy.locale.print.signedFor), page)),
    element('p', {class: 'party'}, joined(names)),
    ...signatories
      .filter((signatory) => isShown(signatory, page))
      .map((signatory) => signatoryOf(signatory, below(page, signatory))),
  )
}

function signatoryOf(signatory: Signatory<Change>, page: Page): Html {
  const {print} = page.copy.locale
  const {name, title, authority} = signatory
  const lines = element(
    'dl',
    {class: classes(undefined, signatory, page)},
    line(print.signature, undefined, page, 'by-hand signature'),
    line(print.name, written(name, page), page),
    line(print.title, written(title, page), page),
    line(print.authority, written(authority, page), page),
    line(print.date, undefined, page, 'by-hand'),
  )
  return joined([standingLine(signatory, page), lines])
}

function line(what: string, words: Html | undefined, page: Page, kind?: string): Html {
  return element(
    'div',
    {class: kind},
    element('dt', {}, underMark(text(what), page)),
    element('dd', {}, ...(words === undefined ? [] : [words])),
  )
}
