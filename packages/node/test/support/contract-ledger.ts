import type { LedgerFixture } from '@ailee/conformance/contracts'
import { type KeyValueStore, systemClock } from '@ailee/core'
import { auditLedger, LedgerBook } from '@ailee/settlement'
import { LedgerRepository } from '@ailee/store'
import { joinCommits } from '../../src/node.js'

/** A ledger over a store, as the contract looks at it. */
export function ledgerOn(store: KeyValueStore): Omit<LedgerFixture, 'dispose'> {
  const repository = new LedgerRepository({ store })
  const open = () => new LedgerBook({ store: repository, clock: systemClock, join: joinCommits })
  return { ledger: open(), reopen: async () => open(), audit: () => auditLedger(repository) }
}
