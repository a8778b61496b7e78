/// <reference lib="dom" />
/** The same in a real browser, which forgives everything: nothing runs, nothing is fetched, every word is seen. */
import {existsSync} from 'node:fs'
import {type Browser, chromium, type Page} from 'playwright-core'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {renderHtml} from '../../../src/render/html/index.js'
import {agreement, clause, fairCopy, inlines, table, type Words} from '../sample.js'
import {laced} from './laced.js'
import {payloads} from './payloads.js'

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
const quiet = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

// With CI=true a missing browser is a failure; elsewhere it is named as left out.
const leftOut = !executablePath && process.env.CI !== 'true'

const words: readonly Words[] = ['Gate', 'Work due', 'Evidence', 'Limit', 'Opens', 'unanimously'].map((word) => [word])
const wide = {
  kind: 'group',
  id: 'g.wide',
  heading: inlines(['W']),
  provisions: [clause('w', 'W', [table(words, words)])],
} as const
const withWideTable = {...agreement, parts: [...agreement.parts, wide]}

describe('in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    if (leftOut) return
    browser = await chromium.launch({...(executablePath ? {executablePath} : {}), args: quiet})
  })
  beforeEach(({skip}) => skip(leftOut, 'Chromium is not installed'))
  afterAll(() => browser?.close())

  /** A tab, and what happened in it that should not. */
  async function tab(): Promise<{readonly page: Page; readonly alarms: string[]}> {
    const page = await browser.newPage()
    const alarms: string[] = []
    page.on('dialog', (dialog) => {
      alarms.push(`dialog ${dialog.message()}`)
      return dialog.dismiss()
    })
    page.on('request', (request) => alarms.push(`request ${request.url()}`))
    return {page, alarms}
  }

  async function seen(page: Page, html: string): Promise<{readonly shape: string; readonly words: string}> {
    await page.setContent(html)
    await page.waitForTimeout(10)
    return page.evaluate(() => {
      const all = [...document.querySelectorAll('*')]
      const shape = all.map((element) => [element.localName, ...element.getAttributeNames()].join(' ')).join('\n')
      return {shape, words: document.body.textContent ?? ''}
    })
  }

  test('sixty hostile strings run nothing, fetch nothing and change no element', async () => {
    const {page, alarms} = await tab()
    const {shape: harmless} = await seen(page, renderHtml(laced('harmless')))
    for (const payload of payloads) {
      const {shape, words} = await seen(page, renderHtml(laced(payload)))
      expect(alarms).toEqual([])
      expect(shape).toBe(harmless)
      expect(words).toContain(payload)
    }
  })

  test('even a script put into the page by another hand does not run there, though it would without the policy', async () => {
    const html = renderHtml(fairCopy()).replace('<body>', '<body><script>alert(1)</script>')
    const [guarded, bare] = [await tab(), await tab()]
    await seen(guarded.page, html)
    await seen(bare.page, html.replace(/<meta http-equiv[^>]*>/, ''))
    expect([guarded.alarms, bare.alarms]).toEqual([[], ['dialog 1']])
  })

  test('the style sheet is taken, and numbers hang in a column of their own on wide and narrow screens', async () => {
    for (const width of [1100, 360]) {
      const page = await browser.newPage({viewport: {width, height: 800}})
      await page.setContent(renderHtml(fairCopy(withWideTable)))
      const left = (selector: string): Promise<number> =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => element.getBoundingClientRect().x)
      expect(await left('[id="conf.duty:keep"] > .label')).toBeLessThan((await left('[id="conf.duty:keep"] p')) - 20)
      // Not even with a table that is wider than the screen.
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await page.close()
    }
  })

  test('a table of few columns fits a telephone, however long its words', async () => {
    const page = await browser.newPage({viewport: {width: 390, height: 800}})
    const cells: readonly Words[] = [['Hartmann'], ['Jörg Brandt'], ['j.brandt@measuringinstruments.customers.example']]
    const contacts = {...wide, provisions: [clause('w', 'W', [table([['Party'], ['Contact'], ['E-mail']], cells)])]}
    await page.setContent(renderHtml(fairCopy({...agreement, parts: [...agreement.parts, contacts]})))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.close()
  })
})
