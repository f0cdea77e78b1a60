import { seededRandom } from '@ailee/core'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  checkReceipt,
  ProtocolError,
  type Receipt,
  readReceiptFile,
  writeReceiptFile
} from '../../src/index.js'
import { receipt as anyReceipt } from '../arbitraries.js'
import { throwsCode } from '../support/assertions.js'
import { nodeVerifier } from '../support/node-ed25519.js'
import { judgedReceipt, signedReceipt } from '../support/receipts.js'

function fileOf(receipt: Receipt): Buffer {
  return Buffer.from(writeReceiptFile(receipt))
}

/** True if the file is refused, or a check fails. Nothing else than a coded refusal may be thrown. */
function isFoundOut(bytes: Uint8Array): boolean {
  let receipt: Receipt
  try {
    receipt = readReceiptFile(bytes)
  } catch (error) {
    if (error instanceof ProtocolError && error.code === 'RECEIPT_MALFORMED') return true
    throw error
  }
  return checkReceipt(nodeVerifier, receipt).some(({ ok }) => !ok)
}

/** Every way to put another value in one place of a JSON tree. */
function* variants(
  tree: unknown,
  valuesFor: (leaf: unknown) => unknown[]
): Generator<[path: string, unknown]> {
  for (const value of valuesFor(tree)) yield ['', value]
  if (typeof tree !== 'object' || tree === null) return
  for (const [key, child] of Object.entries(tree)) {
    for (const [path, changed] of variants(child, valuesFor)) {
      const copy: unknown = Array.isArray(tree) ? [...tree] : { ...tree }
      Object.assign(copy as object, { [key]: changed })
      yield [`${key}.${path}`, copy]
    }
  }
}

test('property: a receipt is read from its file as it was written', () => {
  fc.assert(
    fc.property(anyReceipt, (receipt) => {
      assert.equal(readReceiptFile(fileOf(receipt)), receipt)
    }),
    { numRuns: 200 }
  )
})

test('a real receipt, with and without a verdict, survives its file', async () => {
  const judged = await judgedReceipt()
  assert.equal(readReceiptFile(fileOf(judged)), judged)
  assert.not(isFoundOut(fileOf(judged)), 'the unchanged file passes every check')
  const unjudged = await signedReceipt()
  assert.equal(readReceiptFile(fileOf(unjudged)), unjudged)
  assert.match(writeReceiptFile(unjudged), /"verdict": null\n\}\n$/)
})

test('a memory hash is part of the file and of what is signed', async () => {
  const fields = { code: 'SUCCESS', trap: '', memoryHash: new Uint8Array(32).fill(7) } as const
  const judged = await judgedReceipt(fields)
  assert.equal(readReceiptFile(fileOf(judged)), judged)
  assert.not(isFoundOut(fileOf(judged)))
  const text = writeReceiptFile(judged)
  const hex = '07'.repeat(32)
  for (const other of ['"08"', `"${'08'.repeat(32)}"`, 'null', '""']) {
    assert.ok(isFoundOut(Buffer.from(text.replace(`"${hex}"`, other))), other)
  }
})

test('a changed byte is found out, wherever it is', async () => {
  const file = fileOf(await judgedReceipt())
  const random = seededRandom(99)
  const missed: string[] = []
  for (let at = 0; at < file.length; at += 1) {
    const original = file[at] ?? 0
    const other = (original + 1 + Math.floor(random.float() * 255)) % 256
    // The lowest bit, the case of a letter, a digit's neighbour, and some other byte.
    for (const byte of new Set([original ^ 1, original ^ 0x20, original ^ 2, other])) {
      const changed = Buffer.from(file)
      changed[at] = byte
      if (!isFoundOut(changed)) missed.push(`byte ${at}: ${original} → ${byte}`)
    }
  }
  assert.equal(missed, [])
})

test('a file that is cut short, or goes on, is malformed', async () => {
  const file = fileOf(await judgedReceipt())
  for (let length = 0; length < file.length; length += 1) {
    throwsCode(() => readReceiptFile(file.subarray(0, length)), 'RECEIPT_MALFORMED', `${length} bytes`)
  }
  for (const tail of ['\n', ' ', '\0', '{}', file.toString()]) {
    throwsCode(() => readReceiptFile(Buffer.concat([file, Buffer.from(tail)])), 'RECEIPT_MALFORMED')
  }
  throwsCode(() => readReceiptFile(Buffer.concat([Buffer.from('\ufeff'), file])), 'RECEIPT_MALFORMED')
  throwsCode(() => readReceiptFile(Buffer.alloc(1_000_000, 0x20)), 'RECEIPT_MALFORMED')
})

test('the same content in any other form is malformed', async () => {
  const text = writeReceiptFile(await judgedReceipt())
  const tree = JSON.parse(text)
  for (const other of [
    JSON.stringify(tree),
    `${JSON.stringify(tree, null, 4)}\n`,
    text.replaceAll('\n', '\r\n'),
    text.replace('"network": "local"', '"network": "loc\\u0061l"'),
    text.replace('"exitCode": 4294967295,', '"exitCode": 4294967295,\n  "exitCode": 4294967295,'),
    text.replace('"clockMs": 1700000000000', '"clockMs": 1.7e12'),
    text.replace(`"taskId": "${tree.taskId}"`, `"taskId": "${tree.taskId.toUpperCase()}"`),
    `${JSON.stringify({ ...tree, note: 'more' }, null, 2)}\n`,
    `${JSON.stringify(Object.fromEntries(Object.entries(tree).reverse()), null, 2)}\n`
  ]) {
    assert.is.not(other, text)
    throwsCode(() => readReceiptFile(Buffer.from(other)), 'RECEIPT_MALFORMED')
  }
})

test('values of another type or size are found out, also in canonical form', async () => {
  const text = writeReceiptFile(await judgedReceipt())
  const valuesFor = (leaf: unknown): unknown[] => {
    const replaced: unknown[] = [
      null,
      true,
      0,
      -1,
      '',
      'x',
      [],
      {},
      [leaf],
      { length: 5 },
      { 0: leaf },
      String(leaf)
    ]
    if (typeof leaf === 'number') {
      replaced.push(leaf + 0.5, leaf + 2 ** 32, leaf - 2 ** 32, -leaf, leaf + 1, { low: leaf, high: 0 })
    }
    if (typeof leaf === 'string')
      replaced.push(`${leaf} `, leaf.toUpperCase(), ` ${leaf}`, leaf.slice(1), Number(leaf))
    return replaced.filter((value) => JSON.stringify(value) !== JSON.stringify(leaf))
  }
  const missed: string[] = []
  let cases = 0
  for (const [path, changed] of variants(JSON.parse(text), valuesFor)) {
    const file = `${JSON.stringify(changed, null, 2)}\n`
    if (file === text) continue
    cases += 1
    if (!isFoundOut(Buffer.from(file))) missed.push(`${path} in ${file.length} bytes`)
  }
  assert.equal(missed, [])
  assert.ok(cases > 500, `${cases}`)
})

test('a text that UTF-8 cannot tell from another is refused', async () => {
  // Halves of surrogate pairs all hash like U+FFFD, so one could be put in place of another.
  const replacement = await judgedReceipt({ function: 'run\ufffd' })
  const text = writeReceiptFile(replacement)
  assert.not(isFoundOut(Buffer.from(text)))
  for (const half of ['\\ud800', '\\udfff']) {
    assert.ok(isFoundOut(Buffer.from(text.replace('run\ufffd', `run${half}`))), half)
  }
})

test.run()
