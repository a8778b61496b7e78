export {type CompiledClause, compileClause, readFrontMatter} from './compile.js'
export {phrases, tests} from './expression.js'
export {nearest} from './faults.js'
export {parseExpression} from './when.js'
