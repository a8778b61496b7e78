import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {createPdfRenderer} from '../../../src/render/pdf/index.js'
import {copyOf} from './build.js'
import {sample} from './sample.js'

// Compiled as a release is, template beside module: so this also shows that the renderer works out of dist/.
const root = resolve(import.meta.dirname, '../../..')
const cache = join(root, 'node_modules/.cache')
let compiled: string

const script = `
  import {createHash} from 'node:crypto'
  import {createPdfRenderer} from './src/render/pdf/index.js'
  import {copyOf} from './test/render/pdf/build.js'
  import {sample} from './test/render/pdf/sample.js'
  const {pdf} = await createPdfRenderer().render(copyOf(sample()))
  console.log(createHash('sha256').update(pdf).digest('hex'), new Date(0).getHours())
`

beforeAll(() => {
  mkdirSync(cache, {recursive: true})
  compiled = mkdtempSync(join(cache, 'pdf-'))
  const files = [join(root, 'src/render/pdf/index.ts'), join(root, 'test/render/pdf/sample.ts')]
  writeFileSync(
    join(compiled, 'tsconfig.json'),
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: {rootDir: root, outDir: compiled, types: ['node'], declaration: false},
      files,
      include: [],
    }),
  )
  const {stdout} = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', compiled], {encoding: 'utf8'})
  expect(stdout).toBe('')
  for (const name of ['agreement.typ', 'redline.typ'])
    copyFileSync(join(root, 'src/render/pdf', name), join(compiled, 'src/render/pdf', name))
  symlinkSync(join(root, 'clause-library'), join(compiled, 'clause-library'))
  writeFileSync(join(compiled, 'package.json'), '{"type": "module"}')
  writeFileSync(join(compiled, 'print.js'), script)
})
afterAll(() => rmSync(compiled, {recursive: true, force: true}))

function printedIn(zone: string): readonly string[] {
  const {stdout, stderr} = spawnSync(process.execPath, ['print.js'], {
    cwd: compiled,
    encoding: 'utf8',
    env: {...process.env, TZ: zone},
  })
  if (stderr) throw new Error(stderr)
  return stdout.trim().split(' ')
}

test('gives the same bytes in two processes and two time zones', async () => {
  const {pdf} = await createPdfRenderer().render(copyOf(sample()))
  const here = createHash('sha256').update(pdf!).digest('hex')
  const [tokyo, tokyoHour] = printedIn('Asia/Tokyo')
  const [newYork, newYorkHour] = printedIn('America/New_York')
  expect(tokyoHour).not.toBe(newYorkHour)
  expect([tokyo, newYork]).toEqual([here, here])
})

test('gives the same bytes whatever was printed before', async () => {
  const renderer = createPdfRenderer()
  const first = await renderer.render(copyOf(sample()))
  await renderer.render(copyOf(sample({project: 'Another', months: '12 months'})))
  const again = await renderer.render(copyOf(sample()))
  expect(Buffer.compare(first.pdf!, again.pdf!)).toBe(0)
})

test('sets a copy in which a value and the title changed in a fraction of the time of the first', async () => {
  const renderer = createPdfRenderer()
  // Words of its own, so that nothing is in Typst's cache from the tests before.
  const timed = async (project: string): Promise<number> => {
    const whole = sample({
      project,
      times: 12,
      months: '48 months',
      firms: [
        {name: 'Wholly Other Ltd', signatories: ['Ann Other']},
        {name: 'Quite Different SA', signatories: ['Zoé Autre']},
      ],
    })
    const copy = copyOf({...whole, title: `${project} Agreement`})
    const start = performance.now()
    await renderer.render(copy)
    return performance.now() - start
  }
  const cold = await timed('First')
  const warm: number[] = []
  for (const project of ['Second', 'Third', 'Fourth', 'Fifth']) warm.push(await timed(project))
  expect(Math.min(...warm)).toBeLessThan(cold / 2)
})
