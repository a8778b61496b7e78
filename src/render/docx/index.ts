export {createDocxRenderer, type DocxOptions, type DocxRenderer} from './renderer.js'
export {isAsWritten, type Manifest, readManifest} from './read-manifest.js'
export {bookmarkName, controlTag} from './names.js'
