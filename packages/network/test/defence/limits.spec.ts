import { ManualClock } from '@ailee/core'
import { multiaddr } from '@multiformats/multiaddr'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  CONNECTION_RATE,
  MAX_CONNECTIONS_PER_PREFIX,
  MAX_PENDING_CONNECTIONS,
  MAX_PENDING_PER_PREFIX,
  PREFIX_SHARE,
  RATES
} from '../../src/constants.js'
import { ConnectionLimits } from '../../src/defence/connection-limits.js'
import { ipPrefix, isLocalAddress } from '../../src/defence/ip-prefix.js'
import { RateLimits } from '../../src/defence/rate-limits.js'
import { TokenBucket } from '../../src/defence/token-bucket.js'

test('a bucket gives its burst at once, then its rate, never more than its burst, and all or nothing', () => {
  const bucket = new TokenBucket({ burst: 10, perSecond: 2 }, 0)
  assert.ok(bucket.take(10, 0))
  assert.not.ok(bucket.take(1, 0))
  assert.is(bucket.waitMs(1, 0), 500)
  assert.not.ok(bucket.take(1, 499))
  assert.ok(bucket.take(1, 500))
  assert.is(bucket.waitMs(3, 500), 1500)
  assert.ok(bucket.take(10, 3_600_000))
  assert.not.ok(bucket.take(1, 3_600_000))
  assert.is(bucket.waitMs(0, 3_600_000), 0)
})

test('a prefix is an IPv4 /24 or an IPv6 /48, whatever the notation', () => {
  const prefix = (text: string) => ipPrefix(multiaddr(text))
  assert.is(prefix('/ip4/192.0.2.1/tcp/1'), prefix('/ip4/192.0.2.255/tcp/2'))
  assert.is.not(prefix('/ip4/192.0.2.1/tcp/1'), prefix('/ip4/192.0.3.1/tcp/1'))
  assert.is(prefix('/ip6/2001:db8:1:2::1/tcp/1'), prefix('/ip6/2001:db8:1:ffff::2/tcp/1'))
  assert.is.not(prefix('/ip6/2001:db8:1::1/tcp/1'), prefix('/ip6/2001:db8:2::1/tcp/1'))
  assert.is(prefix('/ip6/::ffff:192.0.2.9/tcp/1'), prefix('/ip4/192.0.2.1/tcp/1'))
  assert.is(prefix('/dns4/example.org/tcp/1'), undefined)
})

test('loopback, private and link-local addresses are local', () => {
  const local = ['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.1.1']
  for (const ip of local) assert.ok(isLocalAddress(multiaddr(`/ip4/${ip}/tcp/1`)), ip)
  for (const ip of ['::1', 'fd00::1', 'fe80::1']) assert.ok(isLocalAddress(multiaddr(`/ip6/${ip}/tcp/1`)), ip)
  for (const text of [
    '/ip4/192.0.2.1/tcp/1',
    '/ip4/8.8.8.8/tcp/1',
    '/ip6/2a00::1/tcp/1',
    '/dns4/localhost/tcp/1'
  ])
    assert.not.ok(isLocalAddress(multiaddr(text)), text)
})

test('a peer has buckets of its own, each kind apart, however often they are asked for', () => {
  const clock = new ManualClock()
  const limits = new RateLimits({ clock })
  const { burst, perSecond } = RATES.submits
  for (let taken = 0; taken < burst; taken += 1)
    assert.is(limits.of('a', undefined).take('submits'), undefined)
  assert.equal(limits.of('a', undefined).take('submits'), {
    of: 'peer',
    retryAfterMs: Math.ceil(1000 / perSecond)
  })
  assert.is(limits.of('a', undefined).take('offers'), undefined)
  assert.is(limits.of('b', undefined).take('submits'), undefined)
  clock.advance(1000)
  assert.is(limits.of('a', undefined).take('submits', perSecond), undefined)
  assert.is(limits.of('a', undefined).take('submits')?.of, 'peer')
})

test('the peers of a prefix share what several of them may send', () => {
  const clock = new ManualClock()
  const limits = new RateLimits({ clock })
  const { burst } = RATES.gossip
  for (let peer = 0; peer < PREFIX_SHARE; peer += 1)
    assert.is(limits.of(`peer-${peer}`, 'here').take('gossip', burst), undefined)
  assert.is(limits.of('one-more', 'here').take('gossip')?.of, 'prefix')
  assert.is(limits.of('one-more', 'there').take('gossip'), undefined)
})

/** A connection whose end a test decides. */
class Arrival extends EventTarget {
  readonly remoteAddr
  aborted = false

  constructor(address: string) {
    super()
    this.remoteAddr = multiaddr(address)
  }

  abort(): void {
    this.aborted = true
    this.close()
  }

  close(): void {
    this.dispatchEvent(new Event('close'))
  }
}

/** A node's front door, with a count of what it refused. */
function door(init: { exemptLocal: boolean }) {
  const clock = new ManualClock()
  const seen = { limited: 0 }
  const limits = new ConnectionLimits({ clock, limited: () => void seen.limited++ }, init)
  const arrive = (address: string): Arrival | undefined => {
    const arrival = new Arrival(address)
    return limits.admit(arrival) ? arrival : undefined
  }
  return { clock, limits, seen, arrive }
}

test('connections of a prefix are bounded in number and speed; local ones are not on local networks', () => {
  const { clock, limits, seen, arrive } = door({ exemptLocal: false })
  const open: Arrival[] = []
  const settle = (address: string): boolean => {
    const arrival = arrive(address)
    if (arrival === undefined) return false
    limits.settled(arrival)
    open.push(arrival)
    return true
  }
  const here = '/ip4/192.0.2.7/tcp/1'
  for (let count = 0; count < CONNECTION_RATE.burst; count += 1) assert.ok(settle(here))
  assert.not.ok(settle(here), 'too fast')
  assert.is(seen.limited, 1)
  assert.ok(settle('/ip4/198.51.100.7/tcp/1'), 'others are not held back')
  while (open.length <= MAX_CONNECTIONS_PER_PREFIX) {
    clock.advance(1000)
    if (!settle(here)) break
  }
  clock.advance(60_000)
  assert.not.ok(settle('/ip4/192.0.2.8/tcp/1'), 'too many')
  open[0]?.close()
  assert.ok(settle('/ip4/192.0.2.8/tcp/1'), 'one has left')
  assert.not.ok(settle(here))

  const local = door({ exemptLocal: true })
  for (let count = 0; count < 3 * MAX_CONNECTIONS_PER_PREFIX; count += 1)
    assert.ok(local.arrive('/ip4/127.0.0.1/tcp/1'))
  assert.is(local.limits.prefixOf(multiaddr('/ip4/127.0.0.1/tcp/1')), undefined)
  assert.type(limits.prefixOf(multiaddr('/ip4/127.0.0.1/tcp/1')), 'string')
})

test('connections that are never set up keep nobody out: a prefix has few places, and the oldest makes room', () => {
  const { limits, seen, arrive } = door({ exemptLocal: false })
  const silent: Arrival[] = []
  for (let prefix = 0; silent.length < MAX_PENDING_CONNECTIONS; prefix += 1) {
    const address = `/ip4/198.18.${prefix}.1/tcp/1`
    for (let count = 0; count < MAX_PENDING_PER_PREFIX; count += 1) {
      const arrival = arrive(address)
      assert.ok(arrival)
      silent.push(arrival)
    }
    assert.not.ok(arrive(address), 'no more of this prefix')
  }
  const refused = seen.limited
  const [oldest, next] = silent
  const honest = arrive('/ip4/192.0.2.1/tcp/1')
  assert.ok(honest)
  assert.ok(oldest?.aborted)
  assert.not.ok(next?.aborted)
  assert.is(seen.limited, refused + 1)
  // Once it is set up no newer one can drive it out, and its place is free.
  limits.settled(honest)
  assert.ok(arrive('/ip4/192.0.3.1/tcp/1'))
  assert.not.ok(next?.aborted)
  for (let prefix = 0; prefix < 2 * MAX_PENDING_CONNECTIONS; prefix += 1)
    assert.ok(arrive(`/ip4/203.0.${prefix}.1/tcp/1`))
  assert.ok(silent.every(({ aborted }) => aborted))
  assert.not.ok(honest.aborted)
})

test('on a local network too the oldest connection that is not set up makes room', () => {
  const { arrive } = door({ exemptLocal: true })
  const silent = Array.from({ length: MAX_PENDING_CONNECTIONS }, () => arrive('/ip4/127.0.0.1/tcp/1'))
  assert.ok(arrive('/ip4/127.0.0.1/tcp/1'))
  assert.ok(silent[0]?.aborted)
  assert.not.ok(silent[1]?.aborted)
})

test.run()
