/**
 * A vitest reporter beside the usual one: names what was skipped and why, and hands the counts to `test.mjs`, which
 * prints the closing line after everything else.
 */
import {writeFileSync} from 'node:fs'

export default class ClosingReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (state) => tests.filter((test) => test.result().state === state)
    const skipped = inState('skipped')
    if (skipped.length > 0) console.log(`\n${skipped.length} skipped:`)
    for (const test of skipped) console.log(`  ${test.fullName}: ${test.result().note ?? 'no reason given'}`)
    // A file that does not load, and an error outside every test, are failures though no test says so.
    const broken = modules.filter((module) => module.errors().length > 0).length + unhandledErrors.length
    const counts = {
      passed: inState('passed').length,
      failed: inState('failed').length + broken,
      skipped: skipped.length,
    }
    if (process.env.ENGROSS_TEST_COUNTS) writeFileSync(process.env.ENGROSS_TEST_COUNTS, JSON.stringify(counts))
  }
}
