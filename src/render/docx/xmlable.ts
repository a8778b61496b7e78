/**
 * What the `docx` library makes, as text. Its components turn themselves into plain objects (`prepForXml`); its packer
 * would write those, but only as a whole zip and only as a promise, and a renderer here is an ordinary function.
 */
import {declaration, xmlText} from './xml.js'

/** A component of `docx`: an object with one key, the element's name. */
export function serialise(component: unknown): string {
  return declaration + element(component)
}

function element(component: unknown): string {
  if (typeof component !== 'object' || component === null) return xmlText(String(component ?? ''))
  return Object.entries(component)
    .map(([name, content]) => tag(name, Array.isArray(content) ? content : [content]))
    .join('')
}

function tag(name: string, content: readonly unknown[]): string {
  const attributes = content.map(attributesOf).join('')
  const inside = content
    .filter((child) => !isAttributes(child))
    .map(element)
    .join('')
  return inside === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inside}</${name}>`
}

function isAttributes(child: unknown): child is {readonly _attr: Readonly<Record<string, unknown>>} {
  return typeof child === 'object' && child !== null && '_attr' in child
}

function attributesOf(child: unknown): string {
  if (!isAttributes(child)) return ''
  return Object.entries(child._attr)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join('')
}
