export {checkRules, type RuleReport, type SettledDiagnostic} from './check-rules.js'
export {type Confidence, type Fact, type FactId, type Law, lawFrom, sureValue} from './law.js'
export type {Matter, Rule, RuleId} from './matter.js'
export {rules} from './rules.js'
