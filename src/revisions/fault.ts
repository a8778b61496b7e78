/** Faults of the disk, and of stored bytes that are not what they were: neither a user's mistake nor ours. */

/** A history that could not be read or written. `message` is a full sentence that names the file; nothing is half-written. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault'
  /** What to do. */
  readonly hint: string

  constructor(message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : {cause})
    this.hint = hint
  }
}

const reasons: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  ENOSPC: ['no space is left on the disk', 'Free some space, then run the command again.'],
  EDQUOT: ['your disk quota is used up', 'Free some space, then run the command again.'],
  EROFS: ['the disk can only be read', 'Move the deal to a folder that can be written.'],
  EACCES: ['the folder may not be written', 'Ask for the right to write there, or move the deal.'],
  EPERM: ['the folder may not be written', 'Ask for the right to write there, or move the deal.'],
  ENOENT: ['it is missing', 'Run `engross verify`, and take what is missing back from a copy of the deal.'],
  EIO: ['the disk does not work properly', 'Copy the deal to another disk, then run `engross verify` there.'],
}

/** The error code of a failed call to the disk. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** The fault that a failed call to the disk amounts to. `what` is the beginning of a sentence: "Revision 3 was not recorded in …". */
export function diskFault(what: string, error: unknown): StoreFault {
  if (error instanceof StoreFault) return error
  const [reason, hint] = reasons[codeOf(error) ?? ''] ?? [
    error instanceof Error ? error.message : String(error),
    'Look at the folder, then run the command again.',
  ]
  return new StoreFault(`${what}: ${reason}.`, hint, error)
}
