import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { noMetrics, silentLogger, systemClock } from '@ailee/core'
import { nodeIdFromPublicKey } from '@ailee/protocol'
import { LedgerBook, slashForTask } from '@ailee/settlement'
import { LedgerRepository, LevelStore, type ReputationRecord, ReputationRepository } from '@ailee/store'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { cli, errorOf, lastJson } from '../support/cli.js'
import { withTempFolder } from '../support/temp-folder.js'

const client = nodeIdFromPublicKey(new Uint8Array(32).fill(1))

async function withStore(dataDir: string, use: (store: LevelStore) => Promise<unknown>): Promise<void> {
  const path = join(dataDir, 'store')
  const store = new LevelStore({ log: silentLogger, metrics: noMetrics }, { path })
  await store.start()
  try {
    await use(store)
  } finally {
    await store.stop()
  }
}

const audit = (dataDir: string, ...args: string[]) => cli(['audit', '--data-dir', dataDir, ...args])

test('a sound ledger is balanced, a changed one is not', () =>
  withTempFolder(async (dataDir) => {
    await withStore(dataDir, async (store) => {
      const ledger = new LedgerBook({ store: new LedgerRepository({ store }), clock: systemClock })
      await ledger.apply([{ kind: 'credit', operationId: 'c', account: client, amountUnits: 2n ** 63n }])
    })
    const sound = await audit(dataDir, '--json')
    assert.is(sound.code, 0, sound.stderr)
    const { balanced, entries, accounts, totals } = lastJson(sound)
    assert.equal({ balanced, entries, accounts }, { balanced: true, entries: 1, accounts: 1 })
    assert.is((totals as Record<string, unknown>).mintedUnits, String(2n ** 63n))
    const text = await audit(dataDir)
    assert.is(text.code, 0)
    assert.ok(text.stdout.toString().endsWith('\nbalanced\n'), text.stdout.toString())

    await withStore(dataDir, (store) =>
      store.commit({ operations: [{ delete: `ledger/accounts/${client}` }] })
    )
    const changed = await audit(dataDir, '--json')
    assert.is(changed.code, 5)
    assert.is(lastJson(changed).balanced, false)
    assert.match(String(lastJson(changed).problems), /no record of balance/)
    assert.match((await audit(dataDir)).stdout.toString(), /FAIL {7}no record[\s\S]*not balanced: 1 problems/)
  }))

test('what a reputation says was slashed is held against the journal', () =>
  withTempFolder(async (dataDir) => {
    const counts = {
      tasks: 1,
      successes: 0,
      failures: 0,
      disputes: 0,
      byzantineActs: 1,
      streak: 0,
      changes: 2
    }
    const fault = `result:${'ab'.repeat(32)}:1`
    const times = { updatedAtMs: 1, bannedAtMs: 1 }
    const record = {
      nodeId: client,
      score: 0.25,
      ...counts,
      ...times,
      fault,
      slashedFor: '',
      slashedAmount: 0n
    }
    const save = (fields: Partial<ReputationRecord>) =>
      withStore(dataDir, (store) => new ReputationRepository({ store }).save([{ ...record, ...fields }]))
    await withStore(dataDir, async (store) => {
      const ledger = new LedgerBook({ store: new LedgerRepository({ store }), clock: systemClock })
      const stake = { kind: 'stake', operationId: 's', account: client, amountUnits: 5n } as const
      await ledger.apply([{ kind: 'credit', operationId: 'c', account: client, amountUnits: 9n }, stake])
      await ledger.apply([slashForTask('ab'.repeat(32), 1, client, 3n)])
    })
    assert.match(String(lastJson(await audit(dataDir, '--json')).problems), /lost 3, and has no reputation/)
    await save({})
    assert.is((await audit(dataDir)).code, 0, 'the slash is still to be noted')
    await save({ slashedFor: fault, slashedAmount: 2n })
    const wrong = await audit(dataDir, '--json')
    assert.is(wrong.code, 5)
    assert.match(String(lastJson(wrong).problems), /is 2 by its reputation, but 3 by the journal/)
    await save({ slashedFor: fault, slashedAmount: 3n })
    const right = await audit(dataDir, '--json')
    assert.is(right.code, 0, right.stderr)
    const { stakes, stakedUnits, slashedUnits } = lastJson(right)
    assert.equal(
      { stakes, stakedUnits, slashedUnits },
      { stakes: 1, stakedUnits: '2', slashedUnits: { [client]: '3' } }
    )
    assert.match((await audit(dataDir)).stdout.toString(), /2 held: 2 in 1 stake,/)
  }))

test('a store without a ledger is balanced, a folder without a store is none', () =>
  withTempFolder(async (dataDir) => {
    const missing = await audit(dataDir, '--json')
    assert.is(missing.code, 1)
    assert.is(errorOf(missing).code, 'STORE_NOT_FOUND')
    assert.is(existsSync(join(dataDir, 'store')), false)
    await withStore(dataDir, async () => {})
    assert.equal(lastJson(await audit(dataDir, '--json')).balanced, true)
  }))

test('a running node is told of, by its run file or by the lock of its store', () =>
  withTempFolder(async (dataDir) => {
    await withStore(dataDir, async () => {
      assert.is(errorOf(await audit(dataDir, '--json')).code, 'NODE_RUNNING')
    })
    await mkdir(dataDir, { recursive: true })
    const run = { pid: process.pid, peerId: '12D3KooWA', multiaddrs: [], http: null }
    await writeFile(join(dataDir, 'node.json'), JSON.stringify(run))
    const refused = await audit(dataDir, '--json')
    assert.is(refused.code, 1)
    assert.is(errorOf(refused).code, 'NODE_RUNNING')
    assert.match(errorOf(refused).message, /12D3KooWA/)
  }))

test.run()
