/**
 * CRC-32 of two pieces laid end to end, from the CRC-32 of each, so that a part made of segments is not read again when
 * one of them changes. Appending n bytes multiplies the first remainder by x^(8n) modulo the polynomial of RFC 1952 §8,
 * whose bits are written here in reverse, as CRC-32 does.
 */

const polynomial = 0xedb88320

/** The product of two remainders. */
function multiply(left: number, right: number): number {
  let product = 0
  let shifted = right
  for (let bit = 0x80000000; bit !== 0; bit >>>= 1) {
    if (left & bit) product ^= shifted
    shifted = shifted & 1 ? (shifted >>> 1) ^ polynomial : shifted >>> 1
  }
  return product >>> 0
}

/** x^(8 · 2^k) for k = 0 … 31: enough for pieces of 4 GiB. */
const powers = Array.from({length: 31}).reduce<readonly number[]>(
  (known) => [...known, multiply(known.at(-1)!, known.at(-1)!)],
  [0x00800000],
)

/** CRC-32 of the whole; `length` is that of the second piece, in bytes. */
export function combine(first: number, second: number, length: number): number {
  let moved = first
  for (let left = length, k = 0; left > 0; left = Math.floor(left / 2), k += 1) {
    if (left % 2 === 1) moved = multiply(powers[k]!, moved)
  }
  return (moved ^ second) >>> 0
}
