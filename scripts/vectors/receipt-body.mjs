/** What the receipts of several vectors state, but for who states it. */
import { outputRoot } from '../../packages/protocol/dist/src/index.js'
import { counting, hex } from './json.mjs'

export function receiptBody(worker, { name, output }) {
  return {
    network: 'local',
    taskId: hex(counting(32, 1)),
    worker: worker.nodeId,
    moduleHash: hex(counting(32, 64)),
    function: name,
    inputHash: hex(counting(32, 96)),
    limits: { memoryBytes: 134_217_728, fuel: 1_000_000_000n, wallTimeMs: 30_000, outputBytes: 16_777_216 },
    meteringHash: counting(32, 11),
    seed: counting(32, 32),
    clockMs: 1_795_501_275_360,
    outputRoot: outputRoot(output),
    outputBytes: output.length,
    fuelUsed: 5806n,
    code: 'SUCCESS',
    trap: '',
    exitCode: 0,
    memoryHash: undefined,
    startedAtMs: 1_795_501_275_452,
    finishedAtMs: 1_795_501_275_572,
    nonce: counting(16, 9)
  }
}

/** A verdict of this coordinator on such a receipt. */
export function quorumVerdict(coordinator, bidSetRoot) {
  return {
    coordinator: coordinator.nodeId,
    method: 'QUORUM',
    replicas: 3,
    votes: 2,
    estimatedErrorPpm: 1_000_000,
    decidedAtMs: 1_795_501_275_585,
    lotId: undefined,
    bidSetRoot
  }
}
