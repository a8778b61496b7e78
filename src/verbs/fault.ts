/** A fault of a file or of the system: the job ends with exit status 3. What the user wrote wrong is a diagnostic instead. */
export class FileFault extends Error {
  readonly hint: string | undefined

  constructor(message: string, hint?: string, cause?: unknown) {
    super(message, {cause})
    this.hint = hint
  }
}

/** Runs a step on disk; what the system refuses becomes a fault that names the place and the remedy. */
export async function onDisk<T>(what: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof FileFault || !isSystemError(error)) throw error
    throw new FileFault(`${what}: ${reasons[error.code] ?? error.message}`, remedies[error.code], error)
  }
}

function isSystemError(error: unknown): error is Error & {readonly code: string} {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder.',
  EACCES: 'permission is refused.',
  EPERM: 'permission is refused.',
  EROFS: 'the disk can only be read.',
  ENOSPC: 'the disk is full.',
  EISDIR: 'it is a folder.',
  ENOTDIR: 'a part of the path is no folder.',
}

const remedies: Readonly<Record<string, string>> = {
  ENOENT: 'Check the path.',
  EACCES: 'Ask for the right to write there, or name another folder with --out.',
  ENOSPC: 'Free some space and run the same command again: nothing was half-written.',
  EROFS: 'Name another folder with --out.',
}
