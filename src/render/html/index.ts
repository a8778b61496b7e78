export {anchorOf} from './anchors.js'
export {renderHtml} from './render-html.js'
