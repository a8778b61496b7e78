/** Colours of a redline, computed: words at least 4.5 : 1 on what they stand on, lines and rings 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11). */
import {describe, expect, test} from 'vitest'
import {renderHtml} from '../../../src/render/html/index.js'
import {byHand} from './by-hand.js'

const sheet = /<style>(.*?)<\/style>/s.exec(renderHtml(byHand().marked))![1]!

/** The custom properties of all rules under one media query, or under none. */
function properties(query: string): Readonly<Record<string, string>> {
  const escaped = query.replace(/[()]/g, '\\$&')
  const blocks =
    query === '' ? [sheet] : [...sheet.matchAll(new RegExp(`@media ${escaped} \\{\\s*:root \\{([^}]*)\\}`, 'g'))]
  const text = query === '' ? [...sheet.matchAll(/^:root \{([^}]*)\}/gm)] : blocks
  const pairs = text.flatMap(([, inside]) => [...inside!.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6})/g)])
  return Object.fromEntries(pairs.map(([, name, colour]) => [name!, colour!]))
}

// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
function luminance(colour: string): number {
  const digits =
    colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : colour.match(/[0-9a-f]{2}/g)!
  const [red, green, blue] = digits
    .map((pair) => Number.parseInt(pair, 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const onPaper: readonly (readonly [string, string])[] = [
  ['in', 'in-tint'],
  ['out', 'out-tint'],
  ['moved', 'moved-tint'],
  ...['in', 'out', 'moved', 'ink', 'quiet', 'link'].map((name) => [name, 'paper'] as const),
  ...['ink', 'quiet', 'link'].map((name) => [name, 'bar'] as const),
  ['paper', 'ink'],
]

const light = properties('')
const dark = {...light, ...properties('(prefers-color-scheme: dark)')}

test('computes contrast as the standard does', () => {
  expect(contrast('#fff', '#000')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each([
  ['light', light],
  ['dark', dark],
])('in %s', (_, colours) => {
  test.each(onPaper)('%s is read on %s', (words, ground) => {
    expect(contrast(colours[words]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5)
  })

  test('the ring round the change at hand is seen', () => {
    for (const ground of ['paper', 'bar', 'in-tint', 'out-tint', 'moved-tint'])
      expect(contrast(colours.focus!, colours[ground]!)).toBeGreaterThanOrEqual(3)
  })
})
