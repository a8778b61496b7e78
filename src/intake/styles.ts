/** What styles do to words and numbers: which hide or strike what they are put on, which number it. ECMA-376 Part 1 §17.7. */
import type {Attributes} from './xml.js'
import {readXml} from './xml.js'

export interface Style {
  readonly basedOn?: string
  readonly vanish?: boolean
  readonly strike?: boolean
  readonly list?: string
  readonly level?: number
  readonly outline?: number
}

export interface Styles {
  readonly byId: ReadonlyMap<string, Style>
  /** The style of a paragraph that names none. */
  readonly standard: string | undefined
}

export const noStyles: Styles = {byId: new Map(), standard: undefined}

type Building = {-readonly [Key in keyof Style]: Style[Key]}

/** Reads `styles.xml`. Formatting of parts of tables is left out: it cannot be told from the style alone. */
export function readStyles(bytes: Uint8Array, part: string): Styles {
  const byId = new Map<string, Building>()
  let standard: string | undefined
  let style: Building | undefined
  let aside = 0
  readXml(bytes, part, {
    open: (name, attributes) => {
      if (name === 'w:tblStylePr') aside += 1
      if (name === 'w:style') {
        style = {}
        byId.set(attributes['w:styleId'] ?? '', style)
        if (attributes['w:type'] === 'paragraph' && isOn(attributes['w:default'] ?? '0'))
          standard = attributes['w:styleId']
      } else if (style && aside === 0) Object.assign(style, property(name, attributes))
    },
    close: (name) => {
      if (name === 'w:tblStylePr') aside -= 1
      if (name === 'w:style') style = undefined
    },
  })
  return {byId, standard}
}

function property(name: string, attributes: Attributes): Style {
  const value = attributes['w:val']
  switch (name) {
    case 'w:basedOn':
      return value === undefined ? {} : {basedOn: value}
    case 'w:numId':
      return value === undefined ? {} : {list: value}
    case 'w:ilvl':
      return {level: Number(value)}
    case 'w:outlineLvl':
      return {outline: Number(value)}
    case 'w:vanish':
    case 'w:specVanish':
      return {vanish: isOn(value)}
    case 'w:strike':
    case 'w:dstrike':
      return {strike: isOn(value)}
    default:
      return {}
  }
}

/** A toggle without a value is on (§17.17.4). */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off'].includes(value)
}

/** What a style says of something itself, or the styles that it is based on. A circle of styles says nothing. */
export function said<Key extends keyof Style>(
  styles: Styles,
  id: string | undefined,
  key: Key,
): Style[Key] | undefined {
  const met = new Set<string>()
  for (let at = id; at !== undefined && !met.has(at); at = styles.byId.get(at)?.basedOn) {
    met.add(at)
    const value = styles.byId.get(at)?.[key]
    if (value !== undefined) return value
  }
  return undefined
}
