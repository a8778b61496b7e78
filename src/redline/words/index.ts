/** Words of a redline: paragraphs cut into tokens, compared, and put together again. */
export {printedAlike} from './alike.js'
export {differ, differExactly} from './differ.js'
export {type Bag, bagOf, likeness, likenessOf} from './likeness.js'
export {inlinesOf} from './pieces.js'
export type {Stretch} from './stretches.js'
export {type Keys, type Kind, newKeys, type Piece, type Token, tokensOf} from './tokens.js'
