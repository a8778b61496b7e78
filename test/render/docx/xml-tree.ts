/** XML as a tree of elements and text, for tests that read parts of Word files. */
import {SaxesParser} from 'saxes'

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

/** The root element. */
export function parseXml(text: string): Element {
  const root: Element = {name: '', attributes: {}, children: []}
  const open: Element[] = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({name, attributes}) => {
    const element: Element = {name, attributes, children: []}
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (words) => open.at(-1)!.children.push(words))
  parser.write(text).close()
  return root.children.find((one): one is Element => typeof one !== 'string')!
}
