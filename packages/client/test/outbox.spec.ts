import { contentHash } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Outbox } from '../src/index.js'

const blob = Uint8Array.of(1, 2, 3)
const hash = contentHash(blob)

test('a blob is served while it is in the outbox', async () => {
  const outbox = new Outbox()
  assert.is(await outbox.get(hash), undefined)
  outbox.add(blob)
  assert.equal(await outbox.get(hash), blob)
  outbox.remove(blob)
  assert.is(await outbox.get(hash), undefined)
})

test('a blob that two tasks share is served until both are done', async () => {
  const outbox = new Outbox()
  outbox.add(blob)
  outbox.add(Uint8Array.from(blob))
  outbox.remove(blob)
  assert.equal(await outbox.get(hash), blob)
  outbox.remove(blob)
  assert.is(await outbox.get(hash), undefined)
  outbox.remove(blob)
  outbox.add(blob)
  assert.equal(await outbox.get(hash), blob)
})

test.run()
