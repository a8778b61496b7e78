/** Shares of a hundred, exactly: digits in strings, whole numbers of ten-thousandths of a per cent in between. */
const unit = 10_000n
const whole = 100n * unit

/** `"33.34"` → 333400n. `undefined` for text that is no percentage of at most four decimals. */
export function exactly(percent: string): bigint | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(percent)
  return match ? BigInt(match[1]!) * unit + BigInt((match[2] ?? '').padEnd(4, '0')) : undefined
}

/** 995000n → `"99.50"`: at least two decimals, no needless zeros beyond them. */
export function printed(exact: bigint): string {
  const fraction = String(exact % unit)
    .padStart(4, '0')
    .replace(/0{1,2}$/, '')
  return `${exact / unit}.${fraction}`
}

/** The exact total, or `undefined` where one of them cannot be read. */
export function total(percents: readonly string[]): bigint | undefined {
  return percents.reduce<bigint | undefined>((sum, percent) => {
    const exact = exactly(percent)
    return sum === undefined || exact === undefined ? undefined : sum + exact
  }, 0n)
}

export function isWhole(sum: bigint): boolean {
  return sum === whole
}

/**
 * A hundred in `count` shares, to two decimals; the first ones take the hundredths left over, so that the total is
 * exact.
 */
export function equalShares(count: number): readonly string[] {
  const hundredth = unit / 100n
  const hundredths = whole / hundredth
  const each = hundredths / BigInt(count)
  const over = Number(hundredths % BigInt(count))
  return Array.from({length: count}, (_, index) => printed((each + (index < over ? 1n : 0n)) * hundredth))
}
