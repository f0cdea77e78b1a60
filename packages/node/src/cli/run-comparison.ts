import {
  bytesToHex,
  type Check,
  contentHash,
  encodeTaskInput,
  outputRoot,
  type Receipt
} from '@ailee/protocol'
import type { LocalRun } from './local-run.js'

/** Holds a run against a receipt: whether it is of the same task, and whether it came to the same result. */
export function compareRun(receipt: Receipt, { request, ran, meteringHash }: LocalRun): Check[] {
  const memoryHash = (hash: Uint8Array | undefined): string =>
    hash === undefined ? 'none' : bytesToHex(hash)
  const pairs: [name: string, claimed: string | number | bigint, found: string | number | bigint][] = [
    ['module-hash', receipt.moduleHash, request.moduleHash],
    ['input-hash', receipt.inputHash, contentHash(encodeTaskInput(request.input))],
    ['metering-hash', bytesToHex(receipt.meteringHash), bytesToHex(meteringHash)],
    ['code', receipt.code, ran.code],
    ['trap', receipt.trap || 'none', ran.trap || 'none'],
    ['exit-code', receipt.exitCode, ran.exitCode],
    ['fuel', receipt.fuelUsed, ran.fuelUsed],
    ['output-bytes', receipt.outputBytes, ran.output.length],
    ['output-root', bytesToHex(receipt.outputRoot), bytesToHex(outputRoot(ran.output))],
    ['memory-hash', memoryHash(receipt.memoryHash), memoryHash(ran.memoryHash)]
  ]
  return pairs.map(([name, claimed, found]) => {
    const ok = claimed === found
    return { name, ok, detail: ok ? String(found) : `${found} here, ${claimed} in the receipt` }
  })
}
