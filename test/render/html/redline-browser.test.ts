/// <reference lib="dom" />
/** The page of a redline in a real browser: what is seen, and how the keyboard goes through it. */
import {type Browser, type BrowserContextOptions, chromium, type Page} from 'playwright-core'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import type {Inline} from '../../../src/model/index.js'
import {renderHtml} from '../../../src/render/html/index.js'
import {find} from '../../readers.js'
import {agreement, clause, inlines, table, type Words} from '../sample.js'
import {changeOf, copyOf} from '../text/marked.js'
import {byHand} from './by-hand.js'
import {payloads} from './payloads.js'

const executablePath = find('chromium')
const html = renderHtml(byHand().marked)

describe('in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    if (executablePath)
      browser = await chromium.launch({
        executablePath,
        args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-quic'],
      })
  })
  beforeEach(({skip}) => skip(!executablePath, 'needs `chromium`, which is not on this machine'))
  afterAll(() => browser?.close())

  async function opened(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await browser.newPage({viewport: {width: 1300, height: 800}, ...options})
    await page.setContent(html)
    return page
  }

  const told = (page: Page): Promise<string | null> => page.locator('#_counter').textContent()
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? '')

  test('n and p, j and k, and the buttons go to the next change and back, and round', async () => {
    const page = await opened()
    expect(await told(page)).toBe('24 changes')
    const seen: string[] = []
    for (const key of ['n', 'j', 'n', 'p', 'k', 'p']) {
      await page.keyboard.press(key)
      seen.push(`${await told(page)} ${await focused(page)}`)
    }
    expect(seen).toEqual([
      '1 of 24 Change 1: Replaced',
      '2 of 24 Change 2: Inserted',
      '3 of 24 Change 3: Replaced',
      '2 of 24 Change 2: Inserted',
      '1 of 24 Change 1: Replaced',
      '24 of 24 Change 24: Deleted',
    ])
    await page.getByRole('button', {name: 'Next'}).click()
    expect(await told(page)).toBe('1 of 24')
    await page.getByRole('button', {name: 'Previous'}).click()
    expect(await told(page)).toBe('24 of 24')
    await page.close()
  })

  test('each step shows the change, says it aloud and marks it in the list', async () => {
    const page = await opened()
    for (const _ of [1, 2, 3]) await page.keyboard.press('n')
    const live = page.locator('[aria-live=polite]')
    expect(await live.textContent()).toBe(
      'Change 3 of 24: Replaced “36” by “24” · Follows from another change. Changed by hand. · Emma Clarke, 20 November 2026, revision 6; Jonas Hartmann, 20 November 2026, revision 6',
    )
    expect(await page.locator('[aria-current=true]').getAttribute('data-entry')).toBe('3')
    const {top, bottom, bar} = await page.evaluate(() => {
      const box = document.activeElement!.getBoundingClientRect()
      return {
        top: box.top,
        bottom: box.bottom,
        bar: document.querySelector('.controls')!.getBoundingClientRect().bottom,
      }
    })
    expect(top).toBeGreaterThan(bar)
    expect(bottom).toBeLessThan(800)
    await page.close()
  })

  test('both ends of a move are visited, and every change once besides', async () => {
    const page = await opened()
    const seen: string[] = []
    for (;;) {
      await page.keyboard.press('n')
      const here = await focused(page)
      if (here === seen[0]) break
      seen.push(here)
    }
    expect(seen.filter((label) => label.includes('Moved'))).toEqual([
      'Change 6: Moved to clause 5',
      'Change 6: Moved from clause 1',
      'Change 20: Moved away',
      'Change 20: Moved here',
    ])
    const numbers = new Set(seen.map((label) => /\d+/.exec(label)![0]))
    expect(numbers.size).toBe(24)
    await page.close()
  })

  test('single keys can be switched off, and are left alone with Control', async () => {
    const page = await opened()
    await page.keyboard.press('Control+j')
    expect(await told(page)).toBe('24 changes')
    await page.getByLabel('Keys n, p').uncheck()
    await page.keyboard.press('n')
    expect(await told(page)).toBe('24 changes')
    await page.close()
  })

  test('the list leads to the change, and its number back to the list', async () => {
    const page = await opened()
    await page.locator('[data-entry="7"] a:visible').click()
    expect(await told(page)).toBe('7 of 24')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => location.hash)).toBe(
      `#${await page.locator('[data-entry="7"]').getAttribute('id')}`,
    )
    await page.close()
  })

  test('side by side steps through the columns, in the same order', async () => {
    const page = await opened()
    await page.getByLabel('Side by side').check()
    expect(await page.locator('.text-view').isVisible()).toBe(false)
    const seen: (string | null)[] = []
    for (const _ of [1, 2, 3, 4]) {
      await page.keyboard.press('n')
      seen.push(await told(page))
    }
    expect(seen).toEqual(['1 of 24', '2 of 24', '3 of 24', '4 of 24'])
    const inTable = await page.evaluate(() => document.activeElement!.closest('table.columns') !== null)
    expect(inTable).toBe(true)
    await page.getByLabel('Inline').check()
    expect(await page.locator('.columns-view').isVisible()).toBe(false)
    await page.close()
  })

  test('rows face each other, old at the left', async () => {
    const page = await opened()
    await page.getByLabel('Side by side').check()
    const box = async (id: string): Promise<{x: number; y: number}> =>
      (await page.locator(`[id="${id}"]`).boundingBox()) ?? {x: 0, y: 0}
    const [left, right] = [await box('_left.words'), await box('_right.words')]
    expect(left.x).toBeLessThan(right.x)
    expect(left.y).toBe(right.y)
    await page.close()
  })

  test('a filter leaves the changes of one author or one cause', async () => {
    const page = await opened()
    await page.locator('#_author').selectOption('Emma Clarke')
    const ofEmma = await page.locator('nav.changes li[data-author="Emma Clarke"]').count()
    expect(ofEmma).toBeGreaterThan(3)
    expect(await told(page)).toBe(`${ofEmma} changes`)
    await page.keyboard.press('n')
    await page.keyboard.press('n')
    expect(await told(page)).toBe(`2 of ${ofEmma}`)
    expect(await page.locator('[aria-current=true]').getAttribute('data-author')).toBe('Emma Clarke')
    await page.locator('#_author').selectOption('')
    await page.locator('#_cause').selectOption('Moved')
    expect(await told(page)).toBe('2 changes')
    expect(await page.locator('nav.changes li:visible').count()).toBe(2)
    await page.close()
  })

  test('changes only leaves out what has none, and says so', async () => {
    const page = await opened()
    const fresh = page.locator('.text-view [id="fresh"]')
    const same = page.locator('.text-view [id="same"]')
    expect([await fresh.isVisible(), await same.isVisible()]).toEqual([true, true])
    await page.getByLabel('Changes only').check()
    expect([await fresh.isVisible(), await same.isVisible()]).toEqual([true, false])
    expect(await page.locator('.text-view .gap:visible').allTextContents()).toContain('4 unchanged')
    await page.close()
  })

  test('former numbers are shown when asked for', async () => {
    const page = await opened()
    const shown = (): Promise<readonly boolean[]> =>
      Promise.all(['.former', '.when-shown', '.when-hidden'].map((one) => page.locator(one).first().isVisible()))
    expect(await shown()).toEqual([false, false, true])
    await page.getByLabel('Former numbers').check()
    expect(await shown()).toEqual([true, true, false])
    await page.close()
  })

  test('views, switches and links work without script, and no dead button is shown', async () => {
    const page = await opened({javaScriptEnabled: false})
    await page.getByLabel('Side by side').check()
    expect(await page.locator('.columns-view').isVisible()).toBe(true)
    await page.getByLabel('Changes only').check()
    expect(await page.locator('button:visible, select:visible').count()).toBe(0)
    await page.locator('[data-entry="4"] a:visible').click()
    const place = page.locator(
      `[id="${(await page.locator('[data-entry="4"] a:visible').getAttribute('href'))!.slice(1)}"]`,
    )
    expect(await place.isVisible()).toBe(true)
    await page.close()
  })

  test('a narrow screen is not widened by a change that stands far right in a wide table', async () => {
    const words = (text: string): Words => [text]
    const [gone, come] = [
      changeOf('c1', 'deleted', {type: 'hand'}, {pair: 'c2', at: 'w'}),
      changeOf('c2', 'inserted', {type: 'hand'}, {pair: 'c1', at: 'w'}),
    ]
    const last: Words = [
      {type: 'text', text: 'unanimous', mark: gone} as Inline,
      {type: 'text', text: 'majority', mark: come} as Inline,
    ]
    const cells = ['Gate', 'Work due', 'Evidence', 'Limit', 'Opens'].map(words)
    const wide = {
      kind: 'group',
      id: 'g.wide',
      heading: inlines(['W']),
      provisions: [clause('w', 'W', [table([...cells, ['Decision']], [...cells, last])])],
    } as const
    const page = await browser.newPage({viewport: {width: 390, height: 740}})
    await page.setContent(renderHtml(copyOf({...agreement, parts: [...agreement.parts, wide]}, [gone, come])))
    expect(await page.locator('.text-view .wide del').count()).toBe(1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.close()
  })

  test('a narrow screen has one text, nothing beside it, and the buttons at hand', async () => {
    const page = await opened({viewport: {width: 360, height: 740}})
    await page.evaluate(() => {
      document.querySelector<HTMLInputElement>('#_columns')!.checked = true
    })
    expect(await page.locator('.columns-view').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.keyboard.press('n')
    const [step, at] = [await page.locator('.stepper').boundingBox(), await page.locator('a:focus').boundingBox()]
    expect(step!.y + step!.height).toBe(740)
    expect(at!.y + at!.height).toBeLessThan(step!.y)
    await page.close()
  })

  test('each kind of mark has a line of its own kind, on screen and on paper', async () => {
    const page = await opened()
    const lines = (): Promise<readonly string[]> =>
      page.evaluate(() =>
        ['ins.inserted', 'del.deleted', 'ins.moved-to', 'del.moved-from'].map((kind) => {
          const {textDecorationLine, textDecorationStyle} = getComputedStyle(document.querySelector(`.parts ${kind}`)!)
          return `${textDecorationLine} ${textDecorationStyle}`
        }),
      )
    const kinds = ['underline solid', 'line-through solid', 'underline double', 'line-through double']
    expect(await lines()).toEqual(kinds)
    await page.emulateMedia({media: 'print'})
    expect(await lines()).toEqual(kinds)
    expect(await page.locator('.controls').isVisible()).toBe(false)
    await page.close()
  })

  test('every control has a name, and what can be pressed is large enough', async () => {
    const page = await opened()
    const controls = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.controls :is(button, select, label)')].map((control) => ({
        words: control.textContent.trim(),
        height: control.getBoundingClientRect().height,
      })),
    )
    expect(controls.length).toBeGreaterThan(8)
    // WCAG 2.2, 2.5.8: 24 by 24 CSS pixels.
    expect(controls.filter(({words, height}) => words === '' || height < 24)).toEqual([])
    await page.close()
  })

  test('hostile words run nothing, fetch nothing, and are seen', async () => {
    const page = await browser.newPage()
    const alarms: string[] = []
    page.on('dialog', (dialog) => {
      alarms.push(dialog.message())
      return dialog.dismiss()
    })
    page.on('request', (request) => alarms.push(request.url()))
    for (const payload of payloads.filter((_, index) => index % 4 === 0)) {
      await page.setContent(renderHtml(byHand({author: payload, note: payload, label: payload, words: payload}).marked))
      await page.keyboard.press('n')
      await page.waitForTimeout(10)
      expect(await page.locator('[aria-live=polite]').textContent()).not.toBe('')
      expect(await page.evaluate(() => document.body.textContent)).toContain(payload)
    }
    expect(alarms).toEqual([])
    await page.close()
  })

  test('a script of another hand does not run beside ours, though it would without the policy', async () => {
    const laced = html.replace('</main>', '</main><script>alert(1)</script>')
    const alarms: string[][] = []
    for (const of of [laced, laced.replace(/<meta http-equiv[^>]*>/, '')]) {
      const page = await browser.newPage()
      const heard: string[] = []
      alarms.push(heard)
      page.on('dialog', (dialog) => {
        heard.push(dialog.message())
        return dialog.dismiss()
      })
      await page.setContent(of)
      await page.keyboard.press('n')
      expect(await told(page)).toBe('1 of 24')
      await page.close()
    }
    expect(alarms).toEqual([[], ['1']])
  })
})
