import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hexToBytes, type Receipt, writeReceiptFile } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type CliResult, cli, lastJson } from '../support/cli.js'
import { example } from '../support/paths.js'

const seed = '5a'.repeat(32)
const clock = 1_700_000_000_000
const hello = [example('hello'), '--arg', 'Alice']

/** What a run says that does not depend on the machine. */
function result(run: CliResult): Record<string, unknown> {
  const { durationMs: _duration, times: _times, isolation: _isolation, ...rest } = lastJson(run)
  return rest
}

const hexOf = (json: Record<string, unknown>, field: string): Uint8Array => hexToBytes(String(json[field]))

/** A receipt that a worker might have given for what `run --json` has said. The signatures are not looked at here. */
function receiptOf(json: Record<string, unknown>, changes: Partial<Receipt> = {}): string {
  const signature = {
    publicKey: new Uint8Array(32),
    nonce: new Uint8Array(16),
    expiresAtMs: 0,
    signature: new Uint8Array(64),
    treeSize: 1,
    leafIndex: 0,
    path: []
  }
  return writeReceiptFile({
    network: 'local',
    taskId: 'ab'.repeat(32),
    worker: '12D3KooW',
    moduleHash: String(json.moduleHash),
    function: '',
    inputHash: String(json.inputHash),
    limits: { memoryBytes: 128 * 2 ** 20, fuel: 10n ** 9n, wallTimeMs: 30_000, outputBytes: 2 ** 24 },
    meteringHash: hexOf(json, 'meteringHash'),
    seed: hexOf(json, 'seed'),
    clockMs: Number(json.clockMs),
    outputRoot: hexOf(json, 'outputRoot'),
    outputBytes: 14,
    fuelUsed: BigInt(Number(json.fuelUsed)),
    code: 'SUCCESS',
    trap: '',
    exitCode: 0,
    memoryHash: hexOf(json, 'memoryHash'),
    startedAtMs: 1,
    finishedAtMs: 2,
    nonce: new Uint8Array(16),
    workerSignature: signature,
    verdict: undefined,
    ...changes
  })
}

test('a run with the same seed and clock is the same run', async () => {
  const args = ['run', ...hello, '--seed', seed, '--clock', String(clock), '--hash-memory', '--json']
  const [first, second] = [await cli(args), await cli(args)]
  assert.is(first.code, 0)
  const json = lastJson(first)
  assert.equal([json.seed, json.clockMs], [seed, clock])
  assert.match(String(json.memoryHash), /^[0-9a-f]{64}$/)
  assert.equal(result(second), result(first))
})

test('a receipt is run again: the same result is a match, any other is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ailee-run-'))
  try {
    const json = lastJson(await cli(['run', ...hello, '--hash-memory', '--json']))
    const path = join(folder, 'receipt.json')
    const rerun = async (receipt: string, args: string[] = hello): Promise<CliResult> => {
      await writeFile(path, receipt)
      return cli(['run', ...args, '--receipt', path])
    }
    const same = await rerun(receiptOf(json))
    assert.is(same.code, 0, same.stdout.toString())
    assert.match(same.stdout.toString(), 'match: ')

    const zero = new Uint8Array(32)
    const other = await rerun(receiptOf(json, { fuelUsed: 1n, memoryHash: zero, outputRoot: zero }))
    assert.is(other.code, 5)
    assert.match(other.stdout.toString(), /FAIL fuel: \d+ here, 1 in the receipt/)
    for (const name of ['memory-hash', 'output-root']) assert.match(other.stdout.toString(), `FAIL ${name}`)
    const otherInput = await rerun(receiptOf(json), [example('hello'), '--arg', 'Bob'])
    assert.match(otherInput.stdout.toString(), 'FAIL input-hash')
    assert.is((await rerun('{}')).code, 5)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test.run()
