/**
 * Each file of test/cases is a deal and a dialogue: what is typed, and exactly what Engross answers. `UPDATE=1` writes the
 * answers again, to be read as a change of text. A case may begin from an example and say what differs (pointer: value).
 */
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import type {Json} from '../src/model/index.js'
import {engross} from './cli/terminal.js'
import {changeFile, copyOf, type Example, scratch} from './whole/drafts.js'

const cases = new URL('cases/', import.meta.url).pathname

interface Fence {
  readonly language: string
  readonly about: string
  readonly content: string
}

/** Fenced blocks of a Markdown file; four backquotes hold what has three inside. */
function fencesOf(text: string): readonly Fence[] {
  return [...text.matchAll(/^(`{3,})(\w+) ?(.*)\n([\s\S]*?)^\1$/gm)].map(([, , language, about, content]) => ({
    language: language!,
    about: about!,
    content: content!,
  }))
}

/** The folder of a case: `deal`, and whatever else the case brings along. */
function laidOut(fences: readonly Fence[]): string {
  const example = fences.find(({about}) => about.startsWith('changes to '))
  const folder = example
    ? dirname(copyOf(example.about.slice('changes to '.length) as Example, 'deal'))
    : scratch('case')
  for (const {about, content} of fences.filter(({about}) => /^(deal|firm|answers)\b/.test(about))) {
    mkdirSync(join(folder, dirname(about)), {recursive: true})
    writeFileSync(join(folder, about), content)
  }
  if (example) {
    const changes = (parse(example.content) ?? {}) as Readonly<Record<string, Json>>
    changeFile(
      join(folder, 'deal'),
      Object.fromEntries(Object.entries(changes).map(([pointer, value]) => [pointer, value ?? undefined])),
    )
  }
  return folder
}

/** What is typed after `$ `, and what is answered: both streams and the status, the folder's own path left out. */
async function dialogue(content: string, folder: string): Promise<string> {
  const typed = content.split('\n').filter((line) => line.startsWith('$ '))
  const answers: string[] = []
  for (const line of typed) {
    const args = line
      .slice(2)
      .split(' ')
      .slice(1)
      .map((word) => (/^(deal|firm|answers|out)\b/.test(word) ? join(folder, word) : word))
    const {status, out, err} = await engross(args, {cwd: folder})
    answers.push(`${line}\n${`${out}${err}`.replaceAll(`${folder}/`, '')}=> ${status}\n`)
  }
  return answers.join('\n')
}

const files = ['good', 'bad'].flatMap((kind) =>
  readdirSync(join(cases, kind))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${kind}/${name}`),
)

test.each(files)('%s', async (name) => {
  const path = join(cases, name)
  const text = readFileSync(path, 'utf8')
  const fences = fencesOf(text)
  const folder = laidOut(fences)
  const console = fences.find(({language}) => language === 'console')
  if (!console) throw new Error(`${name} has no dialogue`)
  const said = await dialogue(console.content, folder)
  if (process.env.UPDATE === '1')
    writeFileSync(
      path,
      text.replace(console.content, () => said),
    )
  else expect(said).toBe(console.content)
  expect(/=> (\d)/.exec(said)?.[1]).toBe(name.startsWith('good/') ? '0' : '1')
  for (const {about, content} of fences.filter(({about}) => about.startsWith('in '))) {
    const printed = readFileSync(join(folder, about.slice(3)), 'utf8')
    for (const line of content.trimEnd().split('\n')) expect(printed).toContain(line)
  }
})
