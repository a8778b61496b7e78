/** Reads a page with an XML parser, which forgives nothing: elements with their attributes and words, as a tree. */
import {SaxesParser} from 'saxes'

export interface Read {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly inside: (Read | string)[]
}

export function read(html: string): Read {
  const root: Read = {name: '', attributes: {}, inside: []}
  const open: Read[] = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({name, attributes}) => {
    const node = {name, attributes, inside: []}
    open.at(-1)!.inside.push(node)
    open.push(node)
  })
  parser.on('text', (words) => open.at(-1)!.inside.push(words))
  parser.on('closetag', () => open.pop())
  parser.write(html).close()
  return root.inside.find((inside) => typeof inside !== 'string')!
}

export function words(node: Read | string): string {
  if (typeof node === 'string') return node
  return node.name === 'br' ? '\n' : node.inside.map(words).join('')
}

/** Every element below, in order. */
export function elements(node: Read): readonly Read[] {
  return node.inside.flatMap((inside) => (typeof inside === 'string' ? [] : [inside, ...elements(inside)]))
}

export const named = (node: Read, name: string): readonly Read[] =>
  elements(node).filter((element) => element.name === name)

/** Elements and the names of their attributes, without words: what a stranger's words must not change. */
export function shape(node: Read): string {
  const below = node.inside.map((inside) => (typeof inside === 'string' ? '' : shape(inside))).join('')
  return `<${[node.name, ...Object.keys(node.attributes)].join(' ')}>${below}</>`
}
