import { type Errno, errno } from './errno.js'
import type { HostCalls } from './preview1.js'
import { REALTIME } from './time.js'
import type { WasiProcess } from './wasi-process.js'

const MAX_SUBSCRIPTIONS = 1_024
const SUBSCRIPTION_BYTES = 48
const EVENT_BYTES = 32
const CLOCK_EVENT = 0
const READ_EVENT = 1
const WRITE_EVENT = 2
const ABSOLUTE_FLAG = 1

interface Subscription {
  userdata: bigint
  kind: number
  error: Errno
  /** Moves the clock to the moment this is due; undefined = it is ready now. */
  wait: (() => void) | undefined
  /** How long from now, in nanoseconds; negative for a moment that has passed. */
  dueNs: bigint
}

/**
 * `poll_oneoff`, which is how programs sleep: nobody waits, the virtual clock moves instead. Looking at a clock to see
 * when it is due is no reading of the program's: it moves by the sleep and by nothing else.
 * Descriptors are always ready; if any is polled, the clocks do not move. Else the earliest
 * clock subscription (the first of equals) becomes due and is the one event.
 */
export function pollFunctions({ memory, descriptors, clock }: WasiProcess): HostCalls<'poll_oneoff'> {
  const clockSubscription = (at: number, userdata: bigint): Subscription => {
    const id = memory.u32(at + 16)
    const timeout = memory.u64(at + 24)
    const absolute = (memory.u16(at + 40) & ABSOLUTE_FLAG) !== 0
    const known = id <= 3
    const name = id === REALTIME ? 'realtime' : 'monotonic'
    const now = clock.standsAtNs(name)
    return {
      userdata,
      kind: CLOCK_EVENT,
      error: known ? errno.SUCCESS : errno.INVAL,
      wait: known ? () => (absolute ? clock.sleepUntil(name, timeout) : clock.sleepFor(timeout)) : undefined,
      dueNs: absolute ? timeout - now : timeout
    }
  }
  const streamSubscription = (at: number, userdata: bigint, kind: number): Subscription => {
    const known = descriptors.has(memory.u32(at + 16))
    return { userdata, kind, error: known ? errno.SUCCESS : errno.BADF, wait: undefined, dueNs: 0n }
  }
  const readSubscription = (at: number): Subscription | undefined => {
    const userdata = memory.u64(at)
    const kind = memory.u8(at + 8)
    if (kind === CLOCK_EVENT) return clockSubscription(at, userdata)
    return kind === READ_EVENT || kind === WRITE_EVENT ? streamSubscription(at, userdata, kind) : undefined
  }
  return {
    poll_oneoff: (subscriptionsAt: number, eventsAt: number, count: number, storedAt: number) => {
      const length = count >>> 0
      if (length === 0 || length > MAX_SUBSCRIPTIONS) return errno.INVAL
      memory.bytes(subscriptionsAt, length * SUBSCRIPTION_BYTES)
      memory.bytes(eventsAt, length * EVENT_BYTES)
      memory.bytes(storedAt, 4)
      const subscriptions: Subscription[] = []
      for (let index = 0; index < length; index++) {
        const subscription = readSubscription((subscriptionsAt >>> 0) + index * SUBSCRIPTION_BYTES)
        if (subscription === undefined) return errno.INVAL
        subscriptions.push(subscription)
      }
      const events = subscriptions.filter(({ wait }) => wait === undefined)
      if (events.length === 0) {
        const first = subscriptions.reduce((a, b) => (b.dueNs < a.dueNs ? b : a))
        first.wait?.()
        events.push(first)
      }
      let at = eventsAt >>> 0
      for (const { userdata, error, kind } of events) {
        memory.bytes(at, EVENT_BYTES).fill(0)
        memory.setU64(at, userdata)
        memory.setU32(at + 8, error | (kind << 16))
        if (kind !== CLOCK_EVENT) memory.setU64(at + 16, 1n)
        at += EVENT_BYTES
      }
      memory.setU32(storedAt, events.length)
      return errno.SUCCESS
    }
  }
}
