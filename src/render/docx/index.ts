export {bookmarkName, controlTag} from './names.js'
export {isAsWritten, type Manifest, readManifest} from './read-manifest.js'
export {createDocxRenderer, type DocxOptions, type DocxRenderer} from './renderer.js'
