/** Versions of clauses: three numbers, major.minor.patch, no pre-releases: what is not finished is not published. */
import type {ChangeKind} from '../model/index.js'

const shape = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/

/** True for `1.3.0`; false for `1.3`, `v1.3.0`, `1.03.0`, `1.3.0-beta`. */
export function isVersion(text: string): boolean {
  return shape.test(text)
}

/** Negative when `a` comes before `b`, as `sort` wants it. Throws on what is not a version. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
}

/** The version after `version` for a change of this kind; the first version of a clause is 1.0.0. */
export function nextVersion(version: string | undefined, kind: ChangeKind): string {
  if (version === undefined) return '1.0.0'
  const [major, minor, patch] = numbersOf(version)
  if (kind === 'major') return `${major + 1}.0.0`
  return kind === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`
}

function numbersOf(version: string): readonly [number, number, number] {
  const found = shape.exec(version)
  if (!found) throw new RangeError(`"${version}" is no version.`)
  return [Number(found[1]), Number(found[2]), Number(found[3])]
}
