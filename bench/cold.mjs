/** The first PDF of a process: `node bench/cold.mjs <example> <copies>` prints its milliseconds, assembly not counted. */
import {createPdfRenderer} from '../dist/render/pdf/index.js'
import {work} from './deals.mjs'

const [example, copies] = process.argv.slice(2)
const {copy} = await work(example, Number(copies))
const first = copy(0)
const before = process.hrtime.bigint()
await createPdfRenderer().render(first)
console.log(Number(process.hrtime.bigint() - before) / 1e6)
