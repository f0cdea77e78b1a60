import { readFile } from 'node:fs/promises'
import { ManualClock, silentLogger } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { BAN_MEMORY_MS, MAX_BANS, PENALTY_HALF_LIFE_MS } from '../../src/constants.js'
import { BanList } from '../../src/defence/ban-list.js'
import { BAN_DURATIONS_MS, banDurationMs, penalties, penaltyOf } from '../../src/defence/penalties.js'
import { PenaltyBook } from '../../src/defence/penalty-book.js'
import { MemoryBans } from '../support/memory-bans.js'

test('a code outside the table costs nothing, and neither does a name that objects have', () => {
  assert.is(penaltyOf('SIGNATURE_INVALID'), penalties.SIGNATURE_INVALID)
  for (const code of ['TASK_NOT_FOUND', 'INTERNAL', 'toString', '']) assert.is(penaltyOf(code), 0)
  assert.ok(penalties.SIGNATURE_INVALID > penalties.WIRE_MALFORMED)
  assert.ok(penalties.WIRE_MALFORMED > penalties.WIRE_FIELD_INVALID)
})

test('the specification has the same tables, by code and by offence', async () => {
  const text = await readFile(new URL('../../../../../proto/SPEC.md', import.meta.url), 'utf8')
  const between = (from: string, to: string): string => {
    const start = text.indexOf(from)
    return text.slice(start, text.indexOf(to, start + from.length))
  }
  const byCode = between('### Wire and stream', '###').matchAll(/^\| (`[A-Z_]+`) .*\| (\d+) +\|$/gm)
  const byOffence = between('**MUST-126**', '**MUST-127**').matchAll(/^ *\| (.*) \| (\d+) +\|$/gm)
  const listed = [...byCode, ...byOffence].flatMap(([, codes = '', points]) =>
    [...codes.matchAll(/`([A-Z_]+)`/g)].map(([, code = '']) => ({ code, points: Number(points) }))
  )
  assert.ok(listed.length > 40, `${listed.length} rows`)
  for (const { code, points } of listed) assert.is(penaltyOf(code), points, code)
  const costly = Object.keys(penalties).filter((code) => penaltyOf(code) > 0)
  assert.equal(
    costly.filter((code) => !listed.some((row) => row.code === code)),
    []
  )
})

test('points add up, fade by half each half-life, and are each peer’s own', () => {
  const book = new PenaltyBook()
  assert.is(book.add('a', 40, 0), 40)
  assert.is(book.add('a', 40, 0), 80)
  assert.is(book.add('b', 5, 0), 5)
  assert.is(book.points('a', PENALTY_HALF_LIFE_MS), 40)
  assert.is(book.add('a', 10, 2 * PENALTY_HALF_LIFE_MS), 30)
  book.clear('a')
  assert.is(book.points('a', 0), 0)
  assert.is(book.points('c', 0), 0)
})

function listOn(clock: ManualClock, store: MemoryBans): BanList {
  return new BanList({ clock, log: silentLogger, store })
}
const nobody = (): boolean => false

test('each ban of a peer is longer than the last, up to the longest', () => {
  const clock = new ManualClock()
  const list = listOn(clock, new MemoryBans())
  for (let strikes = 1; strikes <= BAN_DURATIONS_MS.length + 1; strikes += 1) {
    const ban = list.ban('a', 'WIRE_MALFORMED')
    assert.is(ban.strikes, strikes)
    assert.is(ban.untilMs - ban.bannedAtMs, banDurationMs(strikes))
    assert.ok(list.has('a'))
    clock.advance(banDurationMs(strikes) - 1)
    assert.ok(list.has('a'))
    clock.advance(1)
    assert.not.ok(list.has('a'))
    assert.equal(list.active(), [])
  }
  assert.is(banDurationMs(99), BAN_DURATIONS_MS.at(-1))
  clock.advance(BAN_MEMORY_MS + 1)
  assert.is(list.ban('a', 'WIRE_MALFORMED').strikes, 1, 'long ago is forgotten')
})

test('bans outlive a restart; forgotten and lifted ones leave the store', async () => {
  const clock = new ManualClock()
  const store = new MemoryBans()
  const first = listOn(clock, store)
  first.ban('old', 'WIRE_MALFORMED')
  await first.flush()
  clock.advance(banDurationMs(1) + BAN_MEMORY_MS + 1)
  const ban = first.ban('a', 'SIGNATURE_INVALID')
  first.ban('lifted', 'WIRE_MALFORMED')
  await first.flush()
  assert.equal([...store.records.keys()], ['old', 'a', 'lifted'])
  const second = listOn(clock, store)
  await second.load((peer) => peer === 'lifted')
  await second.flush()
  assert.equal(second.active(), [ban])
  assert.equal([...store.records.keys()], ['a'])
  clock.advance(banDurationMs(1))
  const third = listOn(clock, store)
  await third.load(nobody)
  assert.not.ok(third.has('a'))
  assert.is(third.ban('a', 'WIRE_MALFORMED').strikes, 2)
})

test('the list is bounded, and those whose ban ends first go first', async () => {
  const clock = new ManualClock()
  const store = new MemoryBans()
  const list = listOn(clock, store)
  for (let peer = 0; peer <= MAX_BANS; peer += 1) {
    list.ban(`peer-${peer}`, 'WIRE_MALFORMED')
    if (peer === 0) clock.advance(1)
  }
  await list.flush()
  assert.not.ok(list.has('peer-0'))
  assert.ok(list.has(`peer-${MAX_BANS}`))
  assert.ok(list.active().length <= MAX_BANS && list.active().length > MAX_BANS / 2)
  assert.is(store.records.size, list.active().length)
})

test.run()
