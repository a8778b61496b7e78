/**
 * Fields (ECMA-376 Part 1 §17.16): their instruction is what was written, their result what a program last computed from it.
 * The two are kept apart, nested as they may be, and split over as many runs as they may be.
 */

/** Fields whose result every program computes anew: what it holds now is no one's words. */
const computing = new Set(
  'REF PAGEREF NOTEREF TOC PAGE NUMPAGES SECTION SECTIONPAGES SEQ STYLEREF INDEX TOA DATE TIME SAVEDATE PRINTDATE CREATEDATE'.split(
    ' ',
  ),
)

interface Field {
  instruction: string
  inResult: boolean
}

export class FieldReader {
  readonly instructions: string[] = []
  readonly #open: Field[] = []

  /** A field with its instruction at once. Gives the instruction where it counts as words. */
  begin(instruction: string): string | undefined {
    const told = this.#told(instruction)
    this.#open.push({instruction, inResult: true})
    return told
  }

  /** One of the three signs of a field. Gives the instruction when it is whole and counts as words. */
  turn(sign: string | undefined): string | undefined {
    if (sign === 'begin') this.#open.push({instruction: '', inResult: false})
    const field = this.#open.at(-1)
    if (sign === 'end') this.#open.pop()
    if (!field || field.inResult || sign === 'begin') return undefined
    field.inResult = true
    return this.#told(field.instruction, sign === 'end' ? this.#open : this.#open.slice(0, -1))
  }

  end(): void {
    this.#open.pop()
  }

  instruct(text: string): void {
    const field = this.#open.findLast(({inResult}) => !inResult)
    if (field) field.instruction += text
  }

  /** True while words belong to the instruction of a field. */
  get isInstruction(): boolean {
    return this.#open.some(({inResult}) => !inResult)
  }

  /** First word of the outermost instruction that computes what stands here. */
  get computed(): string | undefined {
    return this.#open.map(({instruction}) => firstWord(instruction)).find((word) => computing.has(word))
  }

  // Inside the result of another that is computed, or in its instruction, a field says nothing of its own.
  #told(instruction: string, around: readonly Field[] = this.#open): string | undefined {
    const tidy = instruction.replace(/\s+/g, ' ').trim()
    this.instructions.push(tidy)
    return around.every((field) => field.inResult && !computing.has(firstWord(field.instruction))) ? tidy : undefined
  }
}

/** `REF` of ` ref _eg_x \h`. */
export function firstWord(instruction: string): string {
  return instruction.trim().split(/\s/, 1)[0]!.toUpperCase()
}
