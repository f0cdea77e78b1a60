import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type VerificationMode, verificationTermsProblem } from '../../src/index.js'

const agree: [mode: VerificationMode, quorum: number, replicas: number][] = [
  ['AUTO', 0, 1],
  ['AUTO', 0, 3],
  ['AUTO', 2, 3],
  ['AUTO', 3, 3],
  ['REPLICAS', 0, 2],
  ['REPLICAS', 3, 5],
  ['LEDGER', 0, 1],
  ['UNVERIFIED', 0, 1]
]

const contradict: typeof agree = [
  ['AUTO', 1, 1],
  ['AUTO', 1, 3],
  ['AUTO', 4, 3],
  ['REPLICAS', 0, 1],
  ['REPLICAS', 2, 4],
  ['LEDGER', 0, 3],
  ['LEDGER', 1, 1],
  ['UNVERIFIED', 0, 2]
]

for (const [name, terms, isProblem] of [
  ['fit', agree, false],
  ['contradict', contradict, true]
] as const) {
  test(`terms that ${name} the number of replicas`, () => {
    for (const [mode, quorum, replicas] of terms) {
      const problem = verificationTermsProblem({ mode, quorum }, replicas)
      assert.is(problem !== undefined, isProblem, `${mode}, ${quorum} of ${replicas}: ${problem}`)
    }
  })
}

test.run()
