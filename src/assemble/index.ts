export {type Assembled, type Assembler, createAssembler} from './assemble.js'
export type {OpenBlank} from './open.js'
export type {Because, Candidates, Selection} from './select.js'
