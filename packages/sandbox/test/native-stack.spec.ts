import { noMetrics, silentLogger, systemClock } from '@ailee/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Sandbox } from '../src/index.js'
import { request } from './fixtures/harness.js'
import { assemble } from './instrument/fixtures/assemble.js'
import { numbers, randomShape, recursionOf, worstShapes } from './instrument/fixtures/frame-shapes.js'

const RANDOM_SHAPES = 15
const test = suite('native stack')
const sandbox = new Sandbox({ log: silentLogger, metrics: noMetrics, clock: systemClock }, { processes: 2 })
test.before(() => sandbox.start())
test.after(() => sandbox.stop())

const below = numbers(20_261_124)
const random = Array.from({ length: RANDOM_SHAPES }, () => randomShape(below, 100))
const shapes = [
  ...Object.entries(worstShapes),
  ...random.map((shape) => [JSON.stringify(shape), shape] as const)
]

// A native overflow would be KILLED: the host's failure instead of a result.
test('whatever a frame looks like, the depth ends before the native stack', async () => {
  const codes = await Promise.all(
    shapes.map(async ([name, shape]) => {
      const outcome = await sandbox.run(request(assemble(recursionOf(shape)), { function: 'run' }))
      return [name, outcome.code, outcome.detail]
    })
  )
  assert.equal(
    codes.filter(([, code]) => code !== 'DEPTH_EXHAUSTED'),
    []
  )
})

test.run()
