export {renderMarkdown} from './numbered.js'
export {renderUnnumbered} from './unnumbered.js'
