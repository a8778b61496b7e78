/** Work done once a key, and only for keys that are asked for. */

export interface Remembered<T> {
  readonly of: (key: string) => T
  /** What has been worked out so far, in the order in which it was asked for. */
  readonly known: () => readonly T[]
}

/** `of` calls `work` the first time it meets a key and gives the same value from then on. */
export function remembered<T>(work: (key: string) => T): Remembered<T> {
  const values = new Map<string, {readonly value: T}>()
  const of = (key: string): T => {
    const found = values.get(key) ?? {value: work(key)}
    values.set(key, found)
    return found.value
  }
  return {of, known: () => [...values.values()].map(({value}) => value)}
}
