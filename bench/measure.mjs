/**
 * Timing of several ways to do one job, interleaved in one run so that a busy machine slows them all alike. What counts
 * is the ratio of medians; milliseconds are printed to be read, not compared across machines.
 */

/**
 * Run with --expose-gc and --no-flush-bytecode: a sweep would else throw compiled code away.
 * Runs each contestant in turn, `rounds` times after `warm` rounds that do not count. Each turn begins with a sweep, so
 * that nobody's rubbish is collected on another's time, and one run that does not count, since a sweep leaves caches cold.
 * What `prepare` gives is not on the clock. Gives name → median in ms.
 */
export async function race(contestants, {rounds, warm = 2}) {
  const times = new Map(contestants.map(({name}) => [name, []]))
  for (let round = -warm; round < rounds; round++) {
    for (const {name, run, prepare} of contestants) {
      const given = prepare?.(round)
      const before = process.hrtime.bigint()
      await run(round, given)
      const spent = Number(process.hrtime.bigint() - before) / 1e6
      if (round >= 0) times.get(name).push(spent)
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]))
}

export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Prints a table of medians, each beside its ratio to the one named. */
export function table(title, medians, against) {
  const base = medians.get(against)
  console.log(`\n${title}\n${'-'.repeat(title.length)}`)
  for (const [name, time] of medians)
    console.log(`${name.padEnd(58)} ${time.toFixed(2).padStart(9)} ms  ${(time / base).toFixed(3).padStart(8)} ×`)
}

const verdicts = []

/** Records a ratio; with `most`, whether a target held. */
export function target(name, ratio, most) {
  verdicts.push({name, ratio, most, held: most === undefined || ratio <= most})
}

/** Prints every ratio, its target where it has one, and says whether all targets held. */
export function conclude() {
  console.log('\nRatios, and the targets of PERF.md (1, 2 and 4), which are set for the agreement of 15,000 words')
  for (const {name, ratio, most, held} of verdicts) {
    const verdict = most === undefined ? '      ' : held ? 'held  ' : 'MISSED'
    console.log(`${verdict} ${name}: ${ratio.toFixed(3)}${most === undefined ? '' : ` (at most ${most})`}`)
  }
  return verdicts.every(({held}) => held)
}
