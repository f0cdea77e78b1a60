import { hash } from 'node:crypto'
import { KIB } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { meteringParameters } from '../src/instrument/index.js'
import { addModule, i32, op, single } from './fixtures/build-module.js'
import { request, withSandbox } from './fixtures/harness.js'

const PAGE = 64 * KIB

/** Stores 7 at 5 and grows its memory from one page to two. */
const writer = single(
  '_start',
  [...i32(5), ...i32(7), op.i32Store, 0, 0, ...i32(1), op.memoryGrow, 0, op.drop],
  { memory: [0, 1] }
)
const ask = (module: Uint8Array, fuel = 10n ** 9n) => request(module, { hashMemory: true, limits: { fuel } })

test('the final memory is named where that is asked for, and paid by its size', () =>
  withSandbox({ processes: 1 }, async (sandbox) => {
    const memory = new Uint8Array(2 * PAGE)
    memory[5] = 7
    const asked = await sandbox.run(ask(writer))
    assert.is(Buffer.from(asked.memoryHash ?? []).toString('hex'), hash('sha3-256', memory))
    const plain = await sandbox.run(request(writer))
    assert.is(plain.memoryHash, undefined)
    const price = meteringParameters.hostCallFuel + meteringParameters.hostByteFuel * memory.length
    assert.is(asked.fuelUsed - plain.fuelUsed, BigInt(price))

    const enough = await sandbox.run(ask(writer, asked.fuelUsed))
    assert.equal([enough.code, enough.memoryHash], ['SUCCESS', asked.memoryHash])
    const short = await sandbox.run(ask(writer, asked.fuelUsed - 1n))
    assert.equal(
      [short.code, short.memoryHash, short.fuelUsed],
      ['FUEL_EXHAUSTED', undefined, asked.fuelUsed - 1n]
    )
  }))

test('a module without a memory has one of no bytes; a run that failed has none', () =>
  withSandbox({ processes: 1 }, async (sandbox) => {
    const { memoryHash } = await sandbox.run({ ...ask(addModule), ...request(addModule, addition) })
    assert.is(Buffer.from(memoryHash ?? []).toString('hex'), hash('sha3-256', ''))
    const trapped = await sandbox.run(ask(single('_start', [op.unreachable], { memory: [0, 1] })))
    assert.equal([trapped.code, trapped.memoryHash], ['TRAP', undefined])
  }))

const addition = { function: 'add', args: ['2', '3'], hashMemory: true }

test.run()
