import { seededRandom } from '@ailee/core'
import { Model, randomStep } from './model.js'
import { collect } from './reading.js'
import type { StoreCase } from './store-contract.js'

const SCRIPTS = 40
const MAX_GROUPS = 5
const MAX_CONCURRENT = 6

/** Random scripts. They are the same in every run, so a failure names its script and comes again. */
export const modelCases: readonly StoreCase[] = [
  {
    name: 'agrees with a naive model under any script of concurrent commits',
    async run({ store }, check) {
      for (let script = 0; script < SCRIPTS; script += 1) {
        const random = seededRandom(script)
        const upTo = (most: number): number => 1 + Math.floor(random.float() * most)
        const prefix = `tasks/${script}-`
        const model = new Model(await store.currentRevision(), prefix)
        for (let group = upTo(MAX_GROUPS); group > 0; group -= 1) {
          // Requests are built on one state and race; the model takes them in the order they were made.
          const requests = Array.from({ length: upTo(MAX_CONCURRENT) }, () =>
            model.request(randomStep(random))
          )
          const actual = await Promise.all(requests.map((request) => store.commit(request)))
          const expected = requests.map((request) => model.commit(request))
          check.equal(actual, expected, `script ${script}`)
        }
        check.equal(await collect(store.range(prefix)), model.entries(), `entries after script ${script}`)
      }
    }
  }
]
