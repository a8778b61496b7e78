/** Looking through a clause as it stands in the library: every branch of its conditions and repetitions counts. */
import type {Choice, Choosable, ClauseBlock, ClauseInline, ClauseItem, ClauseTree, Repetition} from '../model/index.js'

/** Everything that may stand in a list, whichever branch is taken. */
export function branches<T extends object>(list: readonly Choosable<T>[]): readonly T[] {
  return list.flatMap((each): readonly T[] => {
    if (isChoice(each)) return [...branches(each.holds), ...branches(each.otherwise)]
    if (isRepetition(each)) return [...branches(each.each), ...branches(each.otherwise)]
    return [each]
  })
}

function isChoice<T extends object>(each: Choosable<T>): each is Choice<T> {
  return 'type' in each && each.type === 'choice'
}

function isRepetition<T extends object>(each: Choosable<T>): each is Repetition<T> {
  return 'type' in each && each.type === 'repetition'
}

/** Items at every depth, each with its path of labels (`together/shares`). An item without a label has none in its path. */
export function itemsOf(
  {items}: Pick<ClauseTree, 'items'>,
  above = '',
): readonly {readonly path: string; readonly item: ClauseItem}[] {
  return branches(items).flatMap((item) => {
    const path = [above, item.label].filter((label) => label).join('/')
    return [{path, item}, ...itemsOf(item, path)]
  })
}

/** Every inline of a clause. */
export function inlinesOf(tree: ClauseTree): readonly ClauseInline[] {
  const below = branches(tree.items).flatMap((item) => inlinesOf(item))
  return [...branches(tree.body).flatMap(inlinesOfBlock), ...below, ...branches(tree.closing).flatMap(inlinesOfBlock)]
}

/** Every inline of a paragraph or table, those inside emphasis included. */
export function inlinesOfBlock(block: ClauseBlock): readonly ClauseInline[] {
  if (block.type === 'paragraph') return flat(block.content)
  const headings = block.columns.flatMap(({heading}) => flat(heading))
  return [...headings, ...branches(block.rows).flatMap(({cells}) => cells.flatMap(flat))]
}

function flat(inlines: readonly Choosable<ClauseInline>[]): readonly ClauseInline[] {
  return branches(inlines).flatMap((inline) =>
    inline.type === 'emphasis' ? [inline, ...flat(inline.content)] : [inline],
  )
}

/** The words of blocks; a value or a citation stands as "…". */
export function wordsOf(blocks: readonly Choosable<ClauseBlock>[]): string {
  const inlines = branches(blocks).flatMap((block) => [...inlinesOfBlock(block), {type: 'text', text: ' '} as const])
  return inlines
    .map((inline) => ('text' in inline ? inline.text : inline.type === 'emphasis' ? '' : '…'))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The words of blocks where each condition takes its longer branch and each repetition has one row. */
export function longestText(blocks: readonly Choosable<ClauseBlock>[]): string {
  const texts = blocks.map((block): string => {
    if (isChoice(block)) return longer(longestText(block.holds), longestText(block.otherwise))
    if (isRepetition(block)) return longer(longestText(block.each), longestText(block.otherwise))
    return block.type === 'paragraph' ? longestLine(block.content) : ''
  })
  return texts.join(' ').replace(/\s+/g, ' ').trim()
}

function longestLine(inlines: readonly Choosable<ClauseInline>[]): string {
  const texts = inlines.map((inline): string => {
    if (isChoice(inline)) return longer(longestLine(inline.holds), longestLine(inline.otherwise))
    if (isRepetition(inline)) return longer(longestLine(inline.each), longestLine(inline.otherwise))
    return inline.type === 'emphasis' ? longestLine(inline.content) : 'text' in inline ? inline.text : '…'
  })
  return texts.join('')
}

function longer(one: string, other: string): string {
  return one.length >= other.length ? one : other
}

/** All words of a clause, for searching. */
export function wordsOfTree(tree: ClauseTree): string {
  return [
    wordsOf(tree.body),
    ...itemsOf(tree).map(({item}) => `${wordsOf(item.body)} ${wordsOf(item.closing)}`),
    wordsOf(tree.closing),
  ]
    .join(' ')
    .trim()
}
