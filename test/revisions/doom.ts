/**
 * Doom: the end of this process by SIGKILL at the k-th call that it makes to the file system of Node from an instant on,
 * whichever call that is. Of a file that it dies writing, half is written.
 */
import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'

let fatal: number | undefined
let calls = 0

/** From now on calls count. Before, programs load, which reads files too. None is fatal when `call` is undefined. */
export function arm(call: number | undefined): void {
  fatal = call
  calls = 0
}

function die(): never {
  process.kill(process.pid, 'SIGKILL')
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
}

type Call = (...args: readonly unknown[]) => Promise<unknown>

/** Counts calls; before the fatal one, `last` is done and the process ends. */
function counted(call: Call, last: Call = async () => undefined): Call {
  return async (...args) => {
    if (++calls === fatal) {
      await last(...args)
      die()
    }
    return call(...args)
  }
}

function watch(owner: Record<string, unknown>, name: string, last?: Call): void {
  owner[name] = counted((owner[name] as Call).bind(owner), last)
}

const promises = fs.promises as unknown as Record<string, unknown>
const plainOpen = fs.promises.open.bind(fs.promises)
const plainWrite = fs.promises.writeFile.bind(fs.promises)
promises.open = counted(async (...args) => {
  const handle = await plainOpen(...(args as Parameters<typeof plainOpen>))
  const methods = handle as unknown as Record<string, unknown>
  const half: Call = async (bytes) => handle.write((bytes as Uint8Array).subarray(0, (bytes as Uint8Array).length / 2))
  watch(methods, 'writeFile', half)
  for (const name of ['sync', 'close']) watch(methods, name)
  return handle
})
for (const name of ['readdir', 'readFile', 'mkdir', 'rename', 'rm', 'lstat', 'stat']) watch(promises, name)
watch(promises, 'writeFile', async (file, bytes) =>
  plainWrite(file as string, (bytes as Uint8Array).subarray(0, (bytes as Uint8Array).length / 2)),
)
syncBuiltinESMExports()
