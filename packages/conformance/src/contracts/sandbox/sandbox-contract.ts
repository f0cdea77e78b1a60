import type { Service } from '@ailee/core'
import type { Executor } from '@ailee/protocol'
import { type Case, type ContractInit, type Fixture, registerCases } from '../contract.js'
import { controlCases } from './control-cases.js'
import { determinismCases } from './determinism-cases.js'
import { endCases } from './end-cases.js'

export interface SandboxFixture extends Fixture {
  /** Started. Runs one task at a time, and lets WAITING_TASKS more wait. */
  sandbox: Executor & Service
}

/** Tasks that may wait in a sandbox made for this contract. */
export const WAITING_TASKS = 2

export type SandboxCase = Case<SandboxFixture>

/** What every `Executor` must do. */
export function sandboxContract(init: ContractInit<SandboxFixture>): void {
  registerCases('sandbox', init, [...endCases, ...determinismCases, ...controlCases])
}
