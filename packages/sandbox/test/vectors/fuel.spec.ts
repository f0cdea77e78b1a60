import { bytesToHex, hexToBytes, type ResultCode } from '@ailee/protocol'
import { sha3 } from '@ailee/protocol/hash'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type ExecutionReport, execute, loadModule, meteringHash } from '../../src/portable.js'
import { readVectors } from './read-vectors.js'

interface FuelVector {
  name: string
  meteringHash: string
  module: string
  function: string
  args: string[]
  env: string[]
  stdin: string
  limits: { memoryBytes: string; fuel: string; outputBytes: string }
  seed: string
  clockMs: string
  hashMemory: boolean
  code: ResultCode
  trap: string
  exitCode: number
  fuelUsed: string
  output: string
  memoryHash: string | null
}

function run(vector: FuelVector): ExecutionReport {
  const request = {
    function: vector.function,
    input: { args: vector.args, env: vector.env, stdin: hexToBytes(vector.stdin), files: [] },
    limits: {
      memoryBytes: Number(vector.limits.memoryBytes),
      fuel: BigInt(vector.limits.fuel),
      outputBytes: Number(vector.limits.outputBytes),
      wallTimeMs: 0
    },
    seed: hexToBytes(vector.seed),
    clockMs: Number(vector.clockMs),
    hashMemory: vector.hashMemory
  }
  const loaded = loadModule(new Uint8Array(hexToBytes(vector.module)), request.limits)
  return 'code' in loaded
    ? loaded
    : execute(loaded.compiled, loaded.prepared, request, { sha3, stderrBytes: 4096 })
}

for (const vector of readVectors<FuelVector>('fuel')) {
  test(`fuel vector: ${vector.name}`, () => {
    assert.is(bytesToHex(meteringHash()), vector.meteringHash)
    const { code, trap, exitCode, fuelUsed, output, memoryHash } = run(vector)
    const report = {
      code,
      trap,
      exitCode,
      fuelUsed: String(fuelUsed),
      output: bytesToHex(output),
      memoryHash: memoryHash === undefined ? null : bytesToHex(memoryHash)
    }
    const { fuelUsed: fuel, output: bytes } = vector
    const expected = { code: vector.code, trap: vector.trap, exitCode: vector.exitCode }
    assert.equal(report, { ...expected, fuelUsed: fuel, output: bytes, memoryHash: vector.memoryHash })
  })
}

test.run()
