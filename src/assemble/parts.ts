/** The parts of an agreement, in the template's order, from provisions already settled. */
import {
  type Agreement,
  type Cover,
  type Inline,
  isObject,
  keysOf,
  type Part,
  type Pointer,
  type Provision,
  step,
  type Template,
  type TemplatePart,
} from '../model/index.js'
import {type Circumstances, printed} from './evaluate.js'
import {executionBlocks} from './execution.js'
import {derive, type Memory} from './memory.js'
import {whole} from './scope.js'

/** Puts together what the template asks for: one list of provisions for each of its parts. */
export function compose(
  template: Template,
  parts: readonly TemplatePart[],
  provisions: readonly (readonly Provision[])[],
  at: Circumstances,
  memory: Memory,
): Agreement {
  return {
    format: 1,
    template: {id: template.id, version: template.version},
    title: template.title,
    language: at.locale.language,
    numbering: template.numbering,
    parts: parts.flatMap((part, index) => partOf(part, index, provisions[index] ?? [], at, memory)),
  }
}

function partOf(
  part: TemplatePart,
  index: number,
  provisions: readonly Provision[],
  at: Circumstances,
  memory: Memory,
): readonly Part[] {
  const {print} = at.locale
  switch (part.kind) {
    case 'cover':
      return [cover(part.show, at)]
    case 'parties':
      return [{kind: 'parties', id: 'parties', heading: words(print.parties), provisions: provisions.flatMap(opened)}]
    case 'recitals':
      return [
        {kind: 'recitals', id: 'recitals', heading: words(print.background), provisions: provisions.flatMap(opened)},
      ]
    case 'group': {
      if (provisions.length === 0) return []
      const heading = part.heading === undefined ? {} : {heading: words(part.heading)}
      return [
        {kind: 'group', id: `group.${part.heading === undefined ? index : slug(part.heading)}`, ...heading, provisions},
      ]
    }
    case 'schedule':
      return provisions.length === 0
        ? []
        : [
            {
              kind: 'schedule',
              id: `schedule.${part.id}`,
              heading: words(part.title),
              provisions: provisions.length === 1 ? provisions.map((one) => headless(one, memory)) : provisions,
            },
          ]
    case 'execution':
      return [
        {
          kind: 'execution',
          id: 'execution',
          provisions: provisions.map((one) => headless(one, memory)),
          blocks: executionBlocks(at),
        },
      ]
  }
}

function words(text: string): readonly Inline[] {
  return [{type: 'text', text}]
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

// Parties and recitals are the items of their clause; a clause without items is one of them itself.
function opened(provision: Provision): readonly Provision[] {
  const {heading: _, ...rest} = provision
  return provision.provisions.length > 0 ? provision.provisions : [rest]
}

// The heading of a schedule of one clause is the schedule's own.
function headless(provision: Provision, memory: Memory): Provision {
  const {heading: _, ...rest} = provision
  return derive(provision, 'headless', () => rest, memory)
}

function cover(show: readonly Pointer[], at: Circumstances): Cover {
  const rows = show.map((pointer) => {
    const expression = {type: 'path', up: 0, segments: keysOf(pointer), at: {line: 0, column: 0}} as const
    const parameter = at.parameters.get(patternOf(pointer, at))
    return {id: slug(pointer), cells: [words(parameter?.title ?? pointer), [printed(expression, whole, at)]]}
  })
  const columns = [
    {align: 'start', heading: []},
    {align: 'start', heading: []},
  ] as const
  return {kind: 'cover', id: 'cover', blocks: [{type: 'table', columns, rows}]}
}

// `/parties/0/shortName` → `/parties/*/shortName`: numbers are rows where the deal has a list.
function patternOf(pointer: Pointer, {root}: Circumstances): string {
  const keys = keysOf(pointer)
  return keys
    .map(
      (key, index) =>
        `/${isObject(keys.slice(0, index).reduce<ReturnType<typeof step>>(step, root)) || !/^\d+$/.test(key) ? key : '*'}`,
    )
    .join('')
}
