/** Whatever is not answered yet, the agreement that stands is whole: no empty provision, no broken reference, a blank for what it needs. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {parse, stringify} from 'yaml'
import {engross} from '../../src/engross/index.js'
import type {Agreement, JsonObject, Provision} from '../../src/model/index.js'
import {provisionsOf} from '../../src/model/index.js'
import {renderMarkdown} from '../../src/render/markdown/index.js'
import {home, type Matter, openMatter, openWorkshop, type Workshop} from '../../src/verbs/index.js'
import {locale} from '../deal/load.js'
import {fairCopy} from '../render/sample.js'
import {examples} from './drafts.js'
import {markdownWords} from './words.js'

let workshop: Workshop
beforeAll(async () => {
  workshop = await openWorkshop()
})

async function matterOf(deal: JsonObject): Promise<Matter> {
  const files = new Map([['deal.yaml', new TextEncoder().encode(stringify(deal))]])
  return openMatter({path: '/nowhere', name: 'deal', files}, workshop, {today: '2026-11-23'})
}

/** Provisions that print nothing but a heading or a number, and paragraphs and tables that print nothing. */
function empty(agreement: Agreement): readonly string[] {
  const isBare = ({body, provisions, closing}: Provision): boolean =>
    body.length + provisions.length + (closing?.length ?? 0) === 0
  return [...provisionsOf(agreement)].flatMap((provision) => {
    const blocks = [...provision.body, ...(provision.closing ?? [])]
    const bare = blocks.some((block) => (block.type === 'paragraph' ? block.content.length : block.rows.length) === 0)
    return isBare(provision) || bare ? [provision.id] : []
  })
}

/** What stands in the way of printing an agreement whole, in words. */
function flaws({assembled, diagnostics}: Matter): readonly string[] {
  const ours = diagnostics.filter(({severity, code}) => severity === 'error' && !/^(rule|deal)\//.test(code))
  const found = ours.map(({code, message}) => `${code} ${message}`)
  if (!assembled?.agreement) return [...found, 'no agreement']
  const {copy, diagnostics: broken} = engross(assembled.agreement, {...fairCopy(), locale})
  const printed = copy ? renderMarkdown(copy) : ''
  const words = markdownWords(new TextEncoder().encode(printed))
  const odd = /\[object|undefined|\{\{|NaN|\bnull\b|\( *\)|“”| [,;:.](?= )|[,;] *\.|(?<!\.)\.\.(?!\.)/.exec(words)
  return [
    ...found,
    ...empty(assembled.agreement).map((id) => `empty: ${id}`),
    ...broken.map(({message}) => message),
    ...(odd ? [`odd: ${words.slice(Math.max(0, odd.index - 60), odd.index + 60)}`] : []),
  ]
}

const read = (example: string): JsonObject => {
  const {open: _, ...deal} = parse(readFileSync(join(home, 'examples', example, 'deal.yaml'), 'utf8')) as JsonObject
  return deal
}

describe.each(examples)('%s', (example) => {
  const deal = read(example)
  const parameters = deal.parameters as JsonObject

  test('is whole as it is', async () => {
    expect(flaws(await matterOf(deal))).toEqual([])
  })

  test.each(Object.keys(parameters).filter((key) => key !== 'parties'))('is whole without %s', async (key) => {
    // Due diligence names a gate, and a name of nothing is refused.
    const gone = key === 'gates' ? [key, 'dueDiligence'] : [key]
    const rest = Object.fromEntries(Object.entries(parameters).filter(([name]) => !gone.includes(name)))
    expect(flaws(await matterOf({...deal, parameters: rest}))).toEqual([])
  })

  test('is whole when only the names of the parties are known, and every blank asks a question', async () => {
    const parties = (parameters.parties as readonly JsonObject[]).map(({id, legalName}) => ({
      id: id!,
      legalName: legalName!,
    }))
    const matter = await matterOf({...deal, parameters: {parties}})
    expect(flaws(matter)).toEqual([])
    expect(matter.assembled!.open.filter(({question}) => !question.endsWith('?'))).toEqual([])
  })
})
