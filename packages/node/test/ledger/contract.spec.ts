import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ledgerContract } from '@ailee/conformance/contracts'
import { type KeyValueStore, noMetrics, silentLogger, systemClock } from '@ailee/core'
import { auditLedger, LedgerBook } from '@ailee/settlement'
import { LedgerRepository, LevelStore, MemoryStore } from '@ailee/store'
import { test } from 'uvu'
import { joinCommits } from '../../src/node.js'

/** A ledger over a store, as the contract looks at it. */
function ledgerOn(store: KeyValueStore) {
  const repository = new LedgerRepository({ store })
  const open = () => new LedgerBook({ store: repository, clock: systemClock, join: joinCommits })
  return { ledger: open(), reopen: async () => open(), audit: () => auditLedger(repository) }
}

ledgerContract({
  test: (name, body) => test(`memory, ${name}`, body),
  async factory() {
    const store = new MemoryStore()
    await store.start()
    return { ...ledgerOn(store), dispose: () => store.stop() }
  }
})

ledgerContract({
  test: (name, body) => test(`LevelDB, ${name}`, body),
  async factory() {
    const path = await mkdtemp(join(tmpdir(), 'ailee-ledger-'))
    const store = new LevelStore({ log: silentLogger, metrics: noMetrics }, { path })
    await store.start()
    const dispose = async (): Promise<void> => {
      await store.stop()
      await rm(path, { recursive: true, force: true })
    }
    return { ...ledgerOn(store), dispose }
  }
})

test.run()
