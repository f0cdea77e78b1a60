import type { Test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Must } from '../../src/index.js'
import type { FakeNodeInit } from './fake/fake-node.js'
import type { Rule } from './fake/rules.js'
import type { ProbeThreads } from './probe-threads.js'

/**
 * For each rule a test that a fake which breaks it fails its requirement, and none of the others that are looked at:
 * all of `among`, or as many as stand next to it there.
 */
export function eachFailsItsOwn(
  test: Test,
  rules: Readonly<Partial<Record<Rule, Must>>>,
  { threads, ...init }: Omit<FakeNodeInit, 'network' | 'broken'> & { threads: ProbeThreads },
  among: readonly Must[],
  neighbours = among.length
): void {
  const entries = Object.entries(rules) as [Rule, Must][]
  const results = new Map(
    entries.map(([rule, must]) => {
      const only = neighboursOf(must, among, neighbours)
      const failed = threads.run({ init: { ...init, broken: { [rule]: true } }, only })
      // Whoever waits for it hears of it.
      failed.catch(() => {})
      return [rule, failed]
    })
  )
  for (const [rule, must] of entries) {
    test(`${rule} fails ${must} and nothing else`, async () => {
      const failed = (await results.get(rule)) ?? []
      assert.equal(
        failed.map((line) => line.slice(0, 8)),
        [must],
        failed.join('\n')
      )
    })
  }
}

/** It, and those that come after it, in a circle. */
function neighboursOf(must: Must, among: readonly Must[], count: number): Must[] {
  const at = among.indexOf(must)
  return [...among.slice(at), ...among.slice(0, at)].slice(0, count)
}
