import {Ajv2020} from 'ajv/dist/2020.js'
import {expect, test} from 'vitest'
import {itemsOf, propertiesOf, resolved} from '../../src/deal/schema.js'
import {judgesOf} from '../../src/deal/schemas.js'
import {isObject, type Json, type JsonObject} from '../../src/model/index.js'
import {json, schemas} from './load.js'

interface Node {
  readonly place: string
  readonly node: JsonObject
}

function nodesOf(unresolved: JsonObject, place = ''): readonly Node[] {
  const node = resolved(unresolved, schemas.deal)
  const items = itemsOf(node)
  return [
    {place, node},
    ...propertiesOf(node).flatMap(([key, inner]) => nodesOf(inner, `${place}/${key}`)),
    ...(items ? nodesOf(items, `${place}/*`) : []),
  ]
}

const nodes = nodesOf(schemas.deal)
const leaves = nodes.filter(({node}) => !['group', 'rows'].includes(String(node['x-kind'])))

test('every schema is valid JSON Schema 2020-12', () => {
  const ajv = new Ajv2020({strict: false, validateFormats: false})
  for (const file of ['deal', 'deal-file', 'private', 'diagnostics']) {
    expect(ajv.validateSchema(json(`schemas/${file}.schema.json`)) || ajv.errors, file).toBe(true)
  }
})

test('every field that a person fills in says what it is, asks for itself and gives an example', () => {
  const wanting = ['title', 'description', 'examples', 'x-question', 'x-why', 'x-kind']
  const lacking = leaves.flatMap(({place, node}) =>
    wanting.filter((word) => node[word] === undefined || node[word] === '').map((word) => `${place}: ${word}`),
  )
  expect(leaves.length).toBeGreaterThan(200)
  expect(lacking).toEqual([])
})

test('every node has a kind, a title and a description', () => {
  expect(nodes.filter(({node}) => !node['x-kind'] || !node.title || !node.description).map(({place}) => place)).toEqual(
    [],
  )
})

test('every group refuses unknown keys', () => {
  expect(
    nodes.filter(({node}) => node.type === 'object' && node.additionalProperties !== false).map(({place}) => place),
  ).toEqual([])
})

test('every choice has words for each of its values and for nothing else', () => {
  const choices = nodes.filter(({node}) => node['x-kind'] === 'choice')
  expect(choices.length).toBeGreaterThan(30)
  for (const {place, node} of choices) expect(Object.keys(node['x-words'] as object), place).toEqual(node.enum)
})

test('every question is one, and short enough to be read at a glance', () => {
  for (const {place, node} of leaves) {
    expect(String(node['x-question']), place).toMatch(/\?$/)
    expect(String(node['x-question']).length, place).toBeLessThanOrEqual(110)
    expect(String(node['x-why']), place).toMatch(/\.$/)
  }
})

test('every text and list has a limit, and every number a range', () => {
  for (const {place, node} of nodes) {
    if (node.type === 'string' && !node.enum && !node.format && !String(node.pattern ?? '').match(/^\^\((100|0)/))
      expect(node.maxLength, place).toBeTypeOf('number')
    if (node.type === 'array') expect(node.maxItems, place).toBeTypeOf('number')
    if (node.type === 'integer' && !node.enum)
      expect([typeof node.minimum, typeof node.maximum], place).toEqual(['number', 'number'])
  }
})

test('every example and every default obeys its own schema', () => {
  const ajv = new Ajv2020({allErrors: true, strict: false, validateFormats: false})
  for (const {place, node} of leaves) {
    const validate = ajv.compile({...node, $defs: schemas.deal.$defs})
    const values: readonly Json[] = [
      ...((node.examples ?? []) as readonly Json[]),
      ...(node.default === undefined ? [] : [node.default]),
    ]
    for (const value of values) expect(validate(value), `${place}: ${JSON.stringify(value)}`).toBe(true)
  }
})

test('every row has an id, and nothing is required but what a row means nothing without', () => {
  const required = nodes
    .flatMap(({place, node}) => ((node.required ?? []) as readonly string[]).map((key) => `${place}/${key}`))
    .filter((key) => !key.endsWith('/id'))
  expect(new Set(required.map((key) => key.replace(/^.*\/(?=\w+\/\w+$|\*\/)/, '')))).toEqual(
    new Set([
      '*/legalName',
      'legalName/latin',
      'fee/amount',
      'fee/currency',
      '*/party',
      '*/percent',
      'costCap/amount',
      'costCap/currency',
      'cash/amount',
      'cash/currency',
      'cap/amount',
      'cap/currency',
      'superCap/amount',
      'superCap/currency',
    ]),
  )
  for (const {place, node} of nodes.filter(({node}) => node['x-kind'] === 'rows'))
    expect((resolved(itemsOf(node)!, schemas.deal).required as readonly string[])[0], place).toBe('id')
})

test('the schema of what check prints accepts a diagnostic of every kind of place', () => {
  const validate = new Ajv2020({strict: false}).compile(json('schemas/diagnostics.schema.json'))
  const diagnostic = (at: JsonObject): JsonObject => ({
    code: 'deal/R-011',
    severity: 'error',
    message: 'The project ends before it begins.',
    at,
  })
  const report = (diagnostics: readonly JsonObject[]): JsonObject => ({
    format: 1,
    diagnostics,
    rulesRun: ['R-011', 'A-01'],
    open: [{pointer: '/risk/cap', question: 'How much?', prints: true, ask: 'counsel'}],
    settled: [],
    positions: [{position: 'ip.background', clause: 'ip.background.listed', version: '1.0.0', because: 'when'}],
    counts: {errors: 1, warnings: 0, advice: 0, blanks: 3},
  })
  expect(
    validate(
      report([
        diagnostic({pointer: '/project/endDate'}),
        diagnostic({provision: 'ip.background/list'}),
        diagnostic({file: 'deal.yaml', line: 3, column: 1}),
      ]),
    ) || validate.errors,
  ).toBe(true)
  expect(validate(report([diagnostic({})]))).toBe(false)
  expect(isObject(schemas.private.properties)).toBe(true)
})

test('the schemas are compiled once', () => {
  expect(judgesOf(schemas)).toBe(judgesOf(schemas))
})
