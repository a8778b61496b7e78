/**
 * Which characters a font file can print, read from its `cmap` table (OpenType 1.9, "cmap"). Read by hand, since a font
 * library costs more to load than the whole of a short agreement costs to typeset.
 */

/** The code points that the font has glyphs for; of a collection, those of its first font. */
export function charactersOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableAt(view, 'cmap')
  const found = new Set<number>()
  for (let record = 0; record < view.getUint16(cmap + 2); record++) {
    const at = cmap + 4 + record * 8
    if (isUnicode(view.getUint16(at), view.getUint16(at + 2))) readSubtable(view, cmap + view.getUint32(at + 4), found)
  }
  return found
}

function tableAt(view: DataView, name: string): number {
  const collection = tagAt(view, 0) === 'ttcf'
  const font = collection ? view.getUint32(12) : 0
  for (let table = 0; table < view.getUint16(font + 4); table++) {
    const record = font + 12 + table * 16
    if (tagAt(view, record) === name) return view.getUint32(record + 8)
  }
  throw new Error(`The font has no "${name}" table.`)
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))
}

// Platform 0 is Unicode (encoding 5 holds variation sequences); platform 3 is Windows, 1 and 10 its Unicode encodings.
function isUnicode(platform: number, encoding: number): boolean {
  return platform === 0 ? encoding !== 5 : platform === 3 && (encoding === 1 || encoding === 10)
}

function readSubtable(view: DataView, at: number, found: Set<number>): void {
  const format = view.getUint16(at)
  if (format === 4) readSegments(view, at, found)
  if (format === 12) readGroups(view, at, found)
}

// Format 4: parallel arrays of end codes, start codes, deltas and offsets, one entry a segment.
function readSegments(view: DataView, at: number, found: Set<number>): void {
  const doubled = view.getUint16(at + 6)
  for (let entry = 0; entry < doubled; entry += 2) {
    const end = view.getUint16(at + 14 + entry)
    const start = view.getUint16(at + 16 + doubled + entry)
    const delta = view.getUint16(at + 16 + 2 * doubled + entry)
    const offsetAt = at + 16 + 3 * doubled + entry
    const offset = view.getUint16(offsetAt)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph = offset === 0 ? code : view.getUint16(offsetAt + offset + 2 * (code - start))
      if (offset === 0 ? ((glyph + delta) & 0xffff) !== 0 : glyph !== 0) found.add(code)
    }
  }
}

// Format 12: groups of consecutive code points with consecutive glyphs.
function readGroups(view: DataView, at: number, found: Set<number>): void {
  for (let group = 0; group < view.getUint32(at + 12); group++) {
    const record = at + 16 + group * 12
    const first = view.getUint32(record)
    const last = view.getUint32(record + 4)
    const glyph = view.getUint32(record + 8)
    for (let code = glyph === 0 ? first + 1 : first; code <= last; code++) found.add(code)
  }
}
