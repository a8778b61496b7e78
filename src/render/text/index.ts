export {isChanged, type Line, type Passage, passagesOf} from './passages.js'
export type {Place, Places} from './place.js'
export {type ChangeJson, type RedlineJson, redlineJson} from './redline-json.js'
export {renderTextRedline, type TextSettings} from './render-text.js'
