/** What the page of a redline says of one side: its marks settled, and what the redline itself says left out. */
import {elements, named, type Read, words} from './read.js'

export type Which = 'old' | 'new'

export const hasClass = ({attributes}: Read, name: string): boolean =>
  attributes.class?.split(' ').includes(name) ?? false

export const withClass = (node: Read, name: string): readonly Read[] =>
  elements(node).filter((one) => hasClass(one, name))

/** The element without glosses, and without what stands on the other side only. */
export function settled(node: Read, side: Which): Read {
  const inside = node.inside.flatMap((one, index): (Read | string)[] => {
    if (typeof one !== 'string') return isKept(one, side) ? [settled(one, side)] : []
    const before = node.inside[index - 1]
    // The end of a line that is left out goes with it.
    const after = before !== undefined && typeof before !== 'string' && !isKept(before, side)
    return [after ? one.replace(/^\n/, '') : one]
  })
  return {...node, inside}
}

function isKept(node: Read, side: Which): boolean {
  if (hasClass(node, 'gloss') || node.name === (side === 'new' ? 'del' : 'ins')) return false
  return !hasClass(node, side === 'new' ? 'former' : 'latter')
}

/** The lines of the text, without empty ones. */
export const linesOf = (node: Read): readonly string[] =>
  words(node)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')

/** Without the contents and the open points, which are those of the new side. */
export const textOnly = (node: Read): Read => ({
  ...node,
  inside: node.inside.flatMap((inside): (Read | string)[] => {
    if (typeof inside === 'string') return [inside]
    return inside.name === 'nav' || hasClass(inside, 'open-points') ? [] : [textOnly(inside)]
  }),
})

export const inOneText = (page: Read): Read => withClass(page, 'text-view')[0]!

/** One of the two columns. */
export function column(page: Read, side: Which): Read {
  const table = withClass(page, 'columns')[0]!
  const body = table.inside.find((inside): inside is Read => typeof inside !== 'string' && inside.name === 'tbody')!
  const rows = body.inside.filter((inside): inside is Read => typeof inside !== 'string' && !hasClass(inside, 'gloss'))
  const cells = rows.map((row) => row.inside.filter((inside) => typeof inside !== 'string')[side === 'old' ? 0 : 1]!)
  return {name: 'div', attributes: {}, inside: cells}
}

/** Everything that the body of a clean copy says. */
export const bodyOf = (page: Read): Read => named(page, 'body')[0]!
