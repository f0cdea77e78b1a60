import { AileeError, errorCode, systemRandom } from '@ailee/core'
import {
  BatchSigner,
  type IncomingMessage,
  messageDomain,
  type OutgoingMessage,
  portableVerifier,
  verifyStatement
} from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { RemoteError } from '../../src/index.js'
import { join, withNodes } from '../support/nodes.js'
import { rejectionCode, until } from '../support/until.js'

const payload = Uint8Array.from({ length: 200 }, (_, index) => index)

test(
  'both peers learn each other’s HELLO, and peers() shows it',
  withNodes(async (make) => {
    const a = await make({ agent: 'alpha/1', roles: { worker: false, coordinator: true, client: false } })
    const b = await make({ agent: 'beta/2' })
    await join(b, a)
    assert.equal(b.ready.get(a.network.nodeId), {
      worker: false,
      coordinator: true,
      client: false,
      agent: 'alpha/1',
      delegation: undefined
    })
    assert.is(a.ready.get(b.network.nodeId)?.agent, 'beta/2')
    const [peer] = b.network.peers()
    assert.is(peer?.nodeId, a.network.nodeId)
    assert.is(peer?.direction, 'outbound')
    assert.is(peer?.hello?.agent, 'alpha/1')
    assert.ok((peer?.connectedAtMs ?? 0) > 0)
    assert.ok((await b.network.ping(a.network.nodeId)) >= 0)
    const late: string[] = []
    b.network.transport.onPeers({ peerReady: (id) => void late.push(id), peerGone() {} })
    assert.equal(late, [a.network.nodeId], 'a late listener hears of peers already known')
    await a.network.stop()
    await until('peerGone', () => b.gone.includes(a.network.nodeId))
  })
)

test(
  'a request gets its reply, a message its handler, and signed types arrive verified',
  withNodes(async (make) => {
    const a = await make()
    const b = await make()
    await join(a, b)
    const oneWay: IncomingMessage[] = []
    b.network.transport.handle('WORKER_STATUS', async (message) => {
      oneWay.push(message)
      return undefined
    })
    b.network.transport.handle('SUBMIT_TASK', async (message) => ({
      type: 'TASK_STATUS',
      payload: message.payload
    }))
    const reply = await a.network.transport.request(
      b.network.nodeId,
      { type: 'SUBMIT_TASK', payload },
      { timeoutMs: 5000 }
    )
    assert.equal(
      { ...reply, payload: [...reply.payload] },
      { from: b.network.nodeId, principal: b.network.nodeId, type: 'TASK_STATUS', payload: [...payload] }
    )
    await a.network.transport.send(b.network.nodeId, { type: 'WORKER_STATUS', payload })
    const message = await until('one-way message', () => oneWay[0])
    assert.is(message.from, a.network.nodeId)
    assert.is(message.principal, a.network.nodeId, 'it speaks for itself')
  })
)

test(
  'a signed message comes with its signature, the one that its sender made itself where it did',
  withNodes(async (make) => {
    const a = await make()
    const b = await make()
    await join(a, b)
    const statement = { domain: messageDomain('BID'), network: 'local-test', payload }
    const signer = new BatchSigner({ signer: b.identity.signer, random: systemRandom })
    const own = await signer.sign(statement, Date.now() + 60_000)
    let answer: OutgoingMessage = { type: 'BID', payload }
    b.network.transport.handle('TASK_OFFER', async () => answer)
    const ask = (): Promise<IncomingMessage> =>
      a.network.transport.request(b.network.nodeId, { type: 'TASK_OFFER', payload }, { timeoutMs: 5000 })
    const { signature } = await ask()
    assert.ok(signature !== undefined && verifyStatement(portableVerifier, statement, signature))
    answer = { type: 'BID', payload, signature: own }
    assert.equal((await ask()).signature?.nonce, own.nonce)
    // What needs no signature has none.
    answer = { type: 'DECLINE', payload, signature: own }
    assert.is((await ask()).signature, undefined)
  })
)

test(
  'two thousand concurrent requests pass the window, coalesced into far fewer writes',
  withNodes(async (make) => {
    const a = await make()
    const b = await make()
    await join(a, b)
    b.network.transport.handle('GET_TASK', async (message) => ({
      type: 'TASK_STATUS',
      payload: message.payload
    }))
    const before = a.metrics.get('ailee_network_writes_total')
    const replies = await Promise.all(
      Array.from({ length: 2000 }, (_, index) =>
        a.network.transport.request(
          b.network.nodeId,
          { type: 'GET_TASK', payload: Uint8Array.of(index & 0xff, index >> 8) },
          { timeoutMs: 10_000 }
        )
      )
    )
    for (const [index, reply] of replies.entries())
      assert.equal([...reply.payload], [index & 0xff, index >> 8])
    const writes = a.metrics.get('ailee_network_writes_total') - before
    assert.ok(writes < 200, `${writes} writes for 2000 messages`)
  })
)

test(
  'signed requests of one turn share a signature and each is verified',
  withNodes(async (make) => {
    const a = await make()
    const b = await make()
    await join(a, b)
    b.network.transport.handle('RESULT', async () => ({ type: 'RESULT_ACK', payload: new Uint8Array() }))
    const requests = Array.from({ length: 500 }, () =>
      a.network.transport.request(b.network.nodeId, { type: 'RESULT', payload }, { timeoutMs: 10_000 })
    )
    const replies = await Promise.all(requests)
    assert.ok(replies.every((reply) => reply.type === 'RESULT_ACK'))
  })
)

test(
  'handlers that are slow hold the sender back at the window, and all is delivered once they go on',
  withNodes(async (make) => {
    const a = await make()
    const b = await make()
    await join(a, b)
    const gate = Promise.withResolvers<void>()
    let started = 0
    b.network.transport.handle('WORKER_STATUS', async () => {
      started += 1
      await gate.promise
      return undefined
    })
    let sent = 0
    const sends = Array.from({ length: 1500 }, () =>
      a.network.transport.send(b.network.nodeId, { type: 'WORKER_STATUS', payload }).then(() => {
        sent += 1
      })
    )
    await until('the window to fill', () => started === 1024)
    assert.is(sent, 1024)
    gate.resolve()
    await Promise.all(sends)
    await until('the rest', () => started === 1500)
  })
)

test(
  'failures of handlers come back coded, and nothing of an unexpected one leaks',
  withNodes(async (make) => {
    const a = await make()
    const b = await make()
    await join(a, b)
    b.network.transport.handle('GET_TASK', async () => {
      throw Object.assign(new AileeError('QUEUE_FULL', 'try later\u001b[2J'), { retryAfterMs: 1500 })
    })
    b.network.transport.handle('LIST_TASKS', async () => {
      throw new Error('secret path /root')
    })
    const ask = (type: 'GET_TASK' | 'LIST_TASKS' | 'HEARTBEAT') =>
      a.network.transport
        .request(b.network.nodeId, { type, payload }, { timeoutMs: 5000 })
        .catch((error: unknown) => error)
    const full = await ask('GET_TASK')
    assert.instance(full, RemoteError)
    assert.is((full as RemoteError).code, 'QUEUE_FULL')
    assert.is((full as RemoteError).retryAfterMs, 1500)
    assert.not.ok((full as RemoteError).message.includes('\u001b'))
    const internal = await ask('LIST_TASKS')
    assert.is(errorCode(internal), 'INTERNAL')
    assert.not.match(String(internal), /secret/)
    assert.is(errorCode(await ask('HEARTBEAT')), 'UNSUPPORTED')
  })
)

test(
  'a request ends by its timeout, its signal, or the loss of the peer',
  withNodes(async (make) => {
    const a = await make()
    const b = await make()
    await join(a, b)
    let arrived = 0
    b.network.transport.handle('GET_TASK', () => {
      arrived += 1
      return new Promise(() => {})
    })
    const to = b.network.nodeId
    const message = { type: 'GET_TASK', payload } as const
    const { transport } = a.network
    assert.is(
      await rejectionCode(transport.request(to, message, { timeoutMs: 50 })),
      'TASK_STREAM_RESPONSE_TIMEOUT'
    )
    const controller = new AbortController()
    const aborted = transport.request(to, message, { timeoutMs: 60_000, signal: controller.signal })
    controller.abort(new AileeError('MY_REASON', 'enough'))
    assert.is(await rejectionCode(aborted), 'MY_REASON')
    const pending = rejectionCode(transport.request(to, message, { timeoutMs: 60_000 }))
    await until('the requests to arrive', () => arrived >= 2)
    await b.network.stop()
    assert.is(await pending, 'TASK_STREAM_CLOSED')
    await until('the connection to go', () => a.network.peers().length === 0)
    const later = await rejectionCode(transport.request(to, message, { timeoutMs: 20_000 }))
    assert.is(later, 'TASK_STREAM_PEER_UNREACHABLE')
  })
)

test(
  'a peer never seen, a message too large, a full queue and a stopped network each have their code',
  withNodes(async (make) => {
    const a = await make()
    const b = await make()
    await join(a, b)
    const { transport } = a.network
    const stranger = '12D3KooWGzBXdWjz3cW4rzrdoDYvrWt4yfFzYQFsSGkRZuFTDzUZ'
    const send = (to: string, bytes: number) =>
      rejectionCode(transport.send(to, { type: 'WORKER_STATUS', payload: new Uint8Array(bytes) }))
    assert.is(await send(stranger, 1), 'TASK_STREAM_PEER_UNREACHABLE')
    assert.is(await send(a.network.nodeId, 1), 'TASK_STREAM_PEER_UNREACHABLE')
    assert.is(await send(b.network.nodeId, 512 * 1024), 'TASK_STREAM_MESSAGE_TOO_LARGE')
    b.network.transport.handle('WORKER_STATUS', () => new Promise(() => {}))
    const flood = Array.from({ length: 60 }, () => send(b.network.nodeId, 400 * 1024))
    assert.is(await flood.at(-1), 'TASK_STREAM_OVERLOADED')
    assert.is(await flood[0], undefined)
    await a.network.stop()
    const codes = new Set(await Promise.all(flood))
    assert.equal([...codes].sort(), ['TASK_STREAM_CLOSED', 'TASK_STREAM_OVERLOADED', undefined].sort())
    assert.is(await send(b.network.nodeId, 1), 'NETWORK_NOT_STARTED')
  })
)

test(
  'envelopes near the limit pass in both directions at once',
  withNodes(async (make) => {
    const a = await make()
    const b = await make()
    await join(a, b)
    const big = new Uint8Array(500 * 1024).fill(7)
    for (const node of [a, b]) {
      node.network.transport.handle('GET_TASK', async (message) => ({
        type: 'TASK_STATUS',
        payload: message.payload
      }))
    }
    const ask = (from: typeof a, to: typeof a) =>
      from.network.transport.request(
        to.network.nodeId,
        { type: 'GET_TASK', payload: big },
        { timeoutMs: 20_000 }
      )
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, index) => (index % 2 ? ask(a, b) : ask(b, a)))
    )
    assert.ok(replies.every((reply) => reply.payload.length === big.length && reply.payload[77] === 7))
  })
)

test(
  'a wrong network is refused on both sides, and nobody is told of the peer',
  withNodes(async (make) => {
    const a = await make()
    const b = await make({ network: 'local-other' })
    await b.network.connect(a.network.multiaddrs()[0] ?? '')
    const code = rejectionCode(
      b.network.transport.request(a.network.nodeId, { type: 'GET_TASK', payload }, { timeoutMs: 5000 })
    )
    assert.is(await code, 'WIRE_NETWORK_MISMATCH')
    await until('both refusals', () =>
      [a, b].every((node) => node.metrics.rejected('WIRE_NETWORK_MISMATCH') > 0)
    )
    assert.is(a.ready.size + b.ready.size, 0)
  })
)

test(
  'a peer that stops and comes back is ready again, and requests go on',
  withNodes(async (make) => {
    const a = await make()
    const b = await make()
    await join(a, b)
    b.network.transport.handle('GET_TASK', async () => ({ type: 'TASK_STATUS', payload }))
    await b.network.stop()
    await until('peer gone', () => a.gone.length === 1)
    await b.network.start()
    await join(b, a)
    const reply = await a.network.transport.request(
      b.network.nodeId,
      { type: 'GET_TASK', payload },
      { timeoutMs: 5000 }
    )
    assert.is(reply.type, 'TASK_STATUS')
  })
)

test.run()
