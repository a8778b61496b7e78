/** Every term that the clauses of a template's positions define, whichever are chosen: a word among them needs its definition. */
import type {Choosable, ClauseBlock, ClauseInline, ClauseItem, ClauseTree, Template} from '../model/index.js'
import type {Workshop} from './workshop.js'

const remembered = new WeakMap<Template, ReadonlySet<string>>()

export function termsOf(template: Template, {library}: Workshop): ReadonlySet<string> {
  const known = remembered.get(template)
  if (known) return known
  const positions = template.parts.flatMap((part) => (part.kind === 'cover' ? [] : part.positions))
  const clauses = positions.flatMap(({position}) => library.answersTo(position))
  const terms = new Set(
    clauses.flatMap(({tree, terms: forms}) => definedIn(tree).flatMap((term) => [term, ...(forms[term] ?? [])])),
  )
  remembered.set(template, terms)
  return terms
}

function definedIn({body, items, closing}: Pick<ClauseTree, 'body' | 'items' | 'closing'>): readonly string[] {
  return [...inBlocks(body), ...standing<ClauseItem>(items).flatMap(definedIn), ...inBlocks(closing)]
}

function inBlocks(blocks: readonly Choosable<ClauseBlock>[]): readonly string[] {
  return standing<ClauseBlock>(blocks).flatMap((block) => (block.type === 'paragraph' ? inInlines(block.content) : []))
}

function inInlines(inlines: readonly Choosable<ClauseInline>[]): readonly string[] {
  return standing<ClauseInline>(inlines).flatMap((inline) => (inline.type === 'definition' ? [inline.text] : []))
}

// Whatever stands in some deal: both branches of a choice, the body of a repetition.
function standing<T extends {readonly type: string}>(sequence: readonly Choosable<T>[]): readonly T[] {
  return sequence.flatMap((one): readonly T[] => {
    if (one.type === 'choice' && 'holds' in one) return standing<T>([...one.holds, ...one.otherwise])
    if (one.type === 'repetition' && 'each' in one) return standing<T>([...one.each, ...one.otherwise])
    return [one as T]
  })
}
