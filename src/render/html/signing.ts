/** Where the parties sign: a block a party, a short list a signatory, with room to sign. Never broken over pages. */
import type {ExecutionBlock, Signatory} from '../../model/index.js'
import {anchorOf} from './anchors.js'
import {element, empty, type Html, joined, text} from './html.js'
import {written} from './inlines.js'
import type {Page} from './page.js'

export function signing(list: readonly ExecutionBlock[], page: Page): Html {
  const kind = list.some(({native}) => native) ? 'signing with-native' : 'signing'
  return element('div', {class: kind}, ...list.map((block) => blockOf(block, page)))
}

function blockOf({id, party, native, signatories}: ExecutionBlock, page: Page): Html {
  const names = [
    written(party, page),
    ...(native ? [empty('br'), element('span', {class: 'native'}, written(native, page))] : []),
  ]
  return element(
    'div',
    {class: 'execution-block', id: anchorOf(id)},
    element('p', {class: 'signed-for'}, text(page.copy.locale.print.signedFor)),
    element('p', {class: 'party'}, joined(names)),
    ...signatories.map((signatory) => signatoryOf(signatory, page)),
  )
}

function signatoryOf({name, title, authority}: Signatory, page: Page): Html {
  const {print} = page.copy.locale
  return element(
    'dl',
    {},
    line(print.signature, undefined, 'by-hand signature'),
    line(print.name, written(name, page)),
    line(print.title, written(title, page)),
    line(print.authority, written(authority, page)),
    line(print.date, undefined, 'by-hand'),
  )
}

function line(what: string, words: Html | undefined, kind?: string): Html {
  return element(
    'div',
    {class: kind},
    element('dt', {}, text(what)),
    element('dd', {}, ...(words === undefined ? [] : [words])),
  )
}
