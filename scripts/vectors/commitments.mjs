/** `commitments.json`: what workers commit to before they show a result. */
import {
  executionHash,
  opensCommitment,
  readReceiptFile,
  resultCommitment,
  writeReceiptFile
} from '../../packages/protocol/dist/src/index.js'
import { counting, expect, hex, utf8 } from './json.mjs'
import { plainReceipt } from './receipts.mjs'

const salt = counting(32, 21)

function one(name, receipt, opened, by, opens) {
  const commitment = resultCommitment(receipt, salt)
  expect(opensCommitment(commitment, opened, by), opens, name)
  const shown = by === undefined ? null : hex(by)
  return {
    name,
    commitment: hex(commitment),
    file: writeReceiptFile(opened),
    executionHash: hex(executionHash(opened)),
    salt: shown,
    opens
  }
}

export const description =
  'Whether a receipt (file, and its execution hash) and a salt open a commitment to a result.'

export async function cases() {
  const receipt = readReceiptFile(utf8(writeReceiptFile(await plainReceipt())))
  const other = readReceiptFile(utf8(writeReceiptFile(await plainReceipt({ fuelUsed: 5807n }))))
  return [
    one('the receipt committed to', receipt, receipt, salt, true),
    one('one with other fuel', other, other, salt, true),
    one('another receipt', receipt, other, salt, false),
    one('another salt', receipt, receipt, counting(32, 22), false),
    one('no salt', receipt, receipt, undefined, false)
  ]
}
