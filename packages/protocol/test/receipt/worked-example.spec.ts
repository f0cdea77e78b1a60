import { readFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  bytesToHex,
  checkReceipt,
  executionHash,
  portableVerifier,
  readReceiptFile
} from '../../src/index.js'
import { receiptStatement, verdictStatement } from '../../src/receipt/execution-hash.js'
import { statementLeaf } from '../../src/signature/statement.js'

const specification = new URL('../../../../../proto/SPEC.md', import.meta.url)

test('the worked example of the specification is genuine, and its hashes are those stated', async () => {
  const text = await readFile(specification, 'utf8')
  const section = text.slice(text.indexOf('### Worked example'))
  const [, json = ''] = section.match(/```json\n([^`]*)```/) ?? []
  const receipt = readReceiptFile(new TextEncoder().encode(json))
  const output = new TextEncoder().encode('Hello, Alice!\n')
  const failed = checkReceipt(portableVerifier, receipt, { output }).filter(({ ok }) => !ok)
  assert.equal(failed, [])
  const { verdict, workerSignature } = receipt
  if (verdict === undefined) throw new Error('the example has no verdict')
  const statement = receiptStatement(receipt)
  const leaf = statementLeaf(statement, workerSignature.nonce, workerSignature.expiresAtMs)
  const stated = (what: string): string | undefined =>
    section.match(new RegExp(`^\\| ${what} +\\| \`([0-9a-f]{64})\``, 'm'))?.[1]
  assert.is(stated('execution hash'), bytesToHex(executionHash(receipt)))
  assert.is(stated('leaf of the worker.s statement'), bytesToHex(leaf))
  assert.is(stated('verdict hash'), bytesToHex(verdictStatement(receipt, verdict).payload))
})

test.run()
