export {isAsWritten} from './finish.js'
export {type Manifest, readManifest} from './manifest.js'
export {createPdfRenderer, type PdfOptions, type PdfPrint, type PdfRenderer} from './renderer.js'
