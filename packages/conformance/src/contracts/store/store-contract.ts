import type { KeyValueStore } from '@ailee/core'
import { type Case, type ContractInit, type Fixture, registerCases } from '../contract.js'
import { commitCases } from './commit-cases.js'
import { entryCases } from './entry-cases.js'
import { lifecycleCases } from './lifecycle-cases.js'
import { modelCases } from './model-cases.js'
import { rangeCases } from './range-cases.js'
import { watchCases } from './watch-cases.js'

export interface StoreFixture extends Fixture {
  /** Started and empty. */
  store: KeyValueStore
  /**
   * A store on the same data, not started, once `store` has been stopped: another object, as after a restart of the
   * program, or the same one where data live only in it. `dispose` stops it too.
   */
  reopen(): Promise<KeyValueStore>
}

export type StoreCase = Case<StoreFixture>

/** What every `KeyValueStore` must do. */
export function storeContract(init: ContractInit<StoreFixture>): void {
  const cases = [
    ...entryCases,
    ...commitCases,
    ...rangeCases,
    ...watchCases,
    ...lifecycleCases,
    ...modelCases
  ]
  registerCases('store', init, cases)
}
