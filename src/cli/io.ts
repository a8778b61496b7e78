/** What a command may touch of the world: its streams, its clock, its terminal. Passed in, so that tests call commands in-process. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** True when stderr is a terminal: progress is shown there and nowhere else. */
  readonly terminal: boolean
  readonly colour: boolean
  /** Columns of the terminal; unknown in a pipe. */
  readonly width?: number
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string
  /** Who works, where no --author is given. */
  readonly author: string
  readonly cwd: string
}

/** Exit statuses of DESIGN.md: done; the deal has errors; wrong usage; a file or system fault. */
export const status = {done: 0, errors: 1, usage: 2, fault: 3} as const
export type Status = (typeof status)[keyof typeof status]
