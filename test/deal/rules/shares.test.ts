/** Shares are added exactly, as digits. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {equalShares, exactly, isWhole, printed, total} from '../../../src/deal/rules/percent.js'
import {report, said} from './build.js'

const hundred = 1_000_000
const tenThousandths = fc.integer({min: 0, max: hundred})

/** Splits 100 at random places: shares whose total is exactly 100. */
const shares = fc.array(tenThousandths, {maxLength: 18}).map((cuts) => {
  const places = [0, ...cuts.sort((one, other) => one - other), hundred]
  return places.slice(1).map((place, index) => place - places[index]!)
})

test('shares that total 100 are never an error, however they are cut', () => {
  fc.assert(
    fc.property(shares, (parts) => {
      expect(said(report({'/finance': {revenueShare: rows(parts)}}).diagnostics)).toEqual([])
    }),
  )
})

test('one ten-thousandth more or less always is', () => {
  fc.assert(
    fc.property(shares, fc.constantFrom(-1, 1), fc.nat(), (parts, step, at) => {
      const changed = parts.map((part, index) => (index === at % parts.length ? part + step : part))
      fc.pre(changed.every((part) => part >= 0 && part <= hundred))
      expect(said(report({'/finance': {revenueShare: rows(changed)}}).diagnostics)).toEqual([
        'R-016 /finance/revenueShare',
      ])
    }),
  )
})

function rows(parts: readonly number[]): {id: string; party: string; percent: string}[] {
  return parts.map((part, index) => ({id: `row-${index}`, party: 'cork', percent: printed(BigInt(part))}))
}

test('printing and reading a share gives it back', () => {
  fc.assert(
    fc.property(tenThousandths, (part) => {
      expect(exactly(printed(BigInt(part)))).toBe(BigInt(part))
    }),
  )
})

test('equal shares total exactly 100 and differ by a hundredth at most', () => {
  for (let count = 1; count <= 20; count += 1) {
    const percents = equalShares(count)
    expect(isWhole(total(percents)!)).toBe(true)
    const exact = percents.map((percent) => exactly(percent)!)
    expect(exact[0]! - exact.at(-1)!).toBeLessThanOrEqual(100n)
  }
  expect(equalShares(3)).toEqual(['33.34', '33.33', '33.33'])
})

test('what is no percentage has no total', () => {
  expect(total(['50', 'half'])).toBeUndefined()
  expect(exactly('33.33333')).toBeUndefined()
})
