/**
 * How large an honest Word file may be. Measured on 2,429 files from public repositories: none comes near a limit (the largest
 * inflates to 15 MB, has 291 parts and nests 69 deep).
 */
export const limits = {
  /** Bytes of the file itself. */
  file: 25 * 2 ** 20,
  parts: 2000,
  /** Bytes of all parts together, inflated. */
  inflated: 200 * 2 ** 20,
  /** Bytes of one part in XML. */
  xml: 64 * 2 ** 20,
  /** Elements of one part: some three times those of the largest file measured. */
  elements: 1_000_000,
  /** Elements inside elements. A reader of XML slows down with the square of it. */
  depth: 256,
  /** Attributes of one element. */
  attributes: 512,
} as const
