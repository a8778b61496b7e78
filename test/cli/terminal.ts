/** Runs a command line in this process, with streams, clock and terminal of the test's own. */
import {run} from '../../src/cli/run.js'

export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

export interface Surroundings {
  readonly cwd?: string
  readonly now?: string
  readonly author?: string
  readonly terminal?: boolean
  readonly colour?: boolean
}

export async function engross(
  args: readonly string[],
  {
    cwd = '/nonexistent',
    now = '2026-11-23T10:00:00.000Z',
    author = 'tests@engross.example',
    terminal = false,
    colour = false,
  }: Surroundings = {},
): Promise<Ran> {
  const said = {out: '', err: ''}
  const status = await run(args, {
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
    now: () => now,
    terminal,
    colour,
    author,
    cwd,
  })
  return {status, ...said}
}
