import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ledgerContract } from '@ailee/conformance/contracts'
import { noMetrics, silentLogger } from '@ailee/core'
import { LevelStore, MemoryStore } from '@ailee/store'
import { test } from 'uvu'
import { ledgerOn } from '../support/contract-ledger.js'

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
