/**
 * A redline of the scaled agreement: three words in a hundred changed and two clauses moved. Both sides are read from JSON, as they
 * are from a history, so that nothing in one is known to stand in the other. Each group is made one clause, so that clauses are
 * as long as those of PERF.md's agreement: what a whole-text comparison costs grows with the words that moved.
 */
import {diffWords, diffWordsWithSpace} from 'diff'
import {compareDocuments, initialize} from 'docxodus/core'
import {engross} from '../dist/engross/index.js'
import {compare} from '../dist/redline/index.js'
import {newKeys, tokensOf} from '../dist/redline/words/index.js'
import {createDocxRenderer} from '../dist/render/docx/index.js'
import {markedCopy} from '../dist/verbs/marked-copy.js'
import {race, table, target} from './measure.mjs'
import {blocksOf, wordCount} from './words.mjs'

const every = 33

/** Every group as one clause, with what were its clauses below it. */
function withLongClauses(agreement) {
  const parts = agreement.parts.map((part) => {
    if (part.kind !== 'group') return part
    const [first] = part.provisions
    const {heading = [{type: 'text', text: 'Terms'}]} = part
    return {
      ...part,
      provisions: [{id: `${part.id}.clause`, source: first.source, heading, body: [], provisions: part.provisions}],
    }
  })
  return {...agreement, parts}
}

/** The agreement with every 33rd word another, and the third and ninth clause moved to the end of the last group. */
function changed(agreement) {
  let count = 0
  const edit = (node) => {
    if (Array.isArray(node)) return node.map(edit)
    if (typeof node !== 'object' || node === null) return node
    if (node.type === 'text')
      return {
        ...node,
        text: node.text.replace(/\p{L}+/gu, (word) =>
          ++count % every === 0 ? `${word.split('').reverse().join('')}x` : word,
        ),
      }
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, edit(value)]))
  }
  const edited = edit(agreement)
  const groups = edited.parts.filter(({kind}) => kind === 'group')
  const all = groups.flatMap(({provisions}) => provisions)
  const moved = [all[2], all[8]]
  const parts = edited.parts.map((part) => {
    if (part.kind !== 'group') return part
    const left = part.provisions.filter((one) => !moved.includes(one))
    return {...part, provisions: part === groups.at(-1) ? [...left, ...moved] : left}
  })
  return {...edited, parts}
}

function listsOf(node, found = []) {
  if (Array.isArray(node)) {
    if (typeof node[0]?.type === 'string' && 'paragraph,table'.indexOf(node[0].type) === -1) found.push(node)
    else for (const one of node) listsOf(one, found)
  } else if (typeof node === 'object' && node !== null) for (const value of Object.values(node)) listsOf(value, found)
  return found
}

/** Plain words, a paragraph or cell a line, with its number. */
const textOf = (blocks) =>
  blocks
    .map(({number = '', pieces = [], rows = []}) => [number, lineOf(pieces), ...rows.flat().map(lineOf)].join(' '))
    .join('\n')
const lineOf = (pieces) => pieces.map((piece) => Object.values(piece).join('')).join('')
const steps = (agreement) => [
  {agreement, author: 'bench', date: '2026-11-23T10:00:00.000Z', revision: 2, cause: {type: 'unknown'}},
]

export async function redline({name}, {copy}, rounds) {
  const first = copy(0)
  const {copy: from} = engross(withLongClauses(first.agreement), first)
  const {copy: to} = engross(changed(from.agreement), {...from, identity: {...from.identity, revision: 2}})
  const read = (agreement) => JSON.parse(JSON.stringify(agreement))
  const pairs = Array.from({length: 2 * (rounds + 12)}, () => [read(from.agreement), read(to.agreement)])
  const texts = [textOf(blocksOf(from)), textOf(blocksOf(to))]
  const next = () => pairs.pop() ?? [read(from.agreement), read(to.agreement)]
  const medians = await race(
    [
      {
        name: 'tokenising both',
        prepare: next,
        run: (_, [old, now]) => {
          const keys = newKeys()
          for (const list of listsOf(old)) tokensOf(list, keys)
          for (const list of listsOf(now)) tokensOf(list, keys)
        },
      },
      {name: 'Engross, from trees to marked tree', prepare: next, run: (_, [old, now]) => compare(old, steps(now))},
    ],
    {rounds, warm: 12},
  )
  const whole = await race(
    [
      {name: 'jsdiff on the whole text', run: () => diffWordsWithSpace(...texts)},
      {name: 'jsdiff on the whole text, spaces left out', run: () => diffWords(...texts)},
    ],
    {rounds: 3, warm: 1},
  )
  const found = new Map([...medians, ...whole])
  table(`Redline: ${name}, ${wordCount(blocksOf(from))} words`, found, 'tokenising both')
  const ours = medians.get('Engross, from trees to marked tree')
  target(`${name}: redline ÷ tokenising both`, ours / medians.get('tokenising both'), 3)
  target(`${name}: redline ÷ jsdiff on the whole text`, ours / whole.get('jsdiff on the whole text'), 0.01)
  await toWord(name, from, to, rounds)
}

async function toWord(name, from, to, rounds) {
  await initialize()
  const clean = createDocxRenderer()
  const files = [clean.render(from), clean.render(to)]
  const medians = await race(
    [
      {name: 'docxodus, from two Word files to one', run: () => compareDocuments(...files)},
      {
        name: 'Engross, from two copies to Word, proved',
        run: () => {
          const {copy, diagnostics} = markedCopy({
            from,
            to,
            steps: steps(to.agreement),
            sides: {from: {label: 'old'}, to: {label: 'new'}},
          })
          if (!copy) throw new Error(JSON.stringify(diagnostics))
          createDocxRenderer().render(copy)
        },
      },
    ],
    {rounds: Math.min(rounds, 9), warm: 3},
  )
  table(`Redline to Word: ${name}`, medians, 'docxodus, from two Word files to one')
  target(
    `${name}: redline to Word ÷ docxodus`,
    medians.get('Engross, from two copies to Word, proved') / medians.get('docxodus, from two Word files to one'),
    0.05,
  )
}
