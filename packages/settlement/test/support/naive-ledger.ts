import type { LedgerOperation } from '../../src/index.js'

type Verdict = 'applied' | 'repeated' | 'conflict' | 'refused'

/** The ledger as one would write it on a page, with none of the code under test. */
export class NaiveLedger {
  readonly balances: Record<string, bigint> = {}
  readonly stakes: Record<string, bigint> = {}
  readonly transfers: Record<string, bigint> = {}
  readonly tasks: Record<string, { client: string; left: bigint; open: boolean }> = {}
  /** Units moved by each kind of operation. */
  readonly moved: Record<string, bigint> = {}
  readonly done = new Map<string, string>()

  apply(operation: LedgerOperation): Verdict {
    const text = JSON.stringify(operation, (_, value) => (typeof value === 'bigint' ? `${value}` : value))
    const before = this.done.get(operation.operationId)
    if (before !== undefined) return before === text ? 'repeated' : 'conflict'
    if (!this.#move(operation)) return 'refused'
    this.done.set(operation.operationId, text)
    return 'applied'
  }

  #move(operation: LedgerOperation): boolean {
    const { balances, stakes, transfers, tasks } = this
    const count = (units: bigint) => {
      this.moved[operation.kind] = (this.moved[operation.kind] ?? 0n) + units
    }
    if (operation.kind === 'refund') {
      const task = tasks[operation.taskId]
      if (!task?.open) return false
      balances[task.client] = (balances[task.client] ?? 0n) + task.left
      count(task.left)
      task.left = 0n
      task.open = false
      return true
    }
    const { account, amountUnits: units } = operation
    const balance = balances[account] ?? 0n
    const stake = stakes[account] ?? 0n
    const give = (to: string, amount: bigint) => {
      balances[to] = (balances[to] ?? 0n) + amount
    }
    if (operation.kind === 'credit') give(account, units)
    else if (operation.kind === 'release') {
      const task = tasks[operation.taskId]
      if (!task?.open || task.left < units) return false
      task.left -= units
      give(account, units)
    } else if (operation.kind === 'unstake') {
      if (stake < units) return false
      stakes[account] = stake - units
      give(account, units)
    } else if (operation.kind === 'slash') {
      const taken = stake > units ? units : stake
      stakes[account] = stake - taken
      give('system:slash-pool', taken)
      count(taken)
    } else {
      if (balance < units) return false
      if (operation.kind === 'transfer') {
        const made = transfers[account] ?? 0n
        if (operation.nonce !== made || operation.to === account) return false
        transfers[account] = made + 1n
        give(operation.to, units)
      }
      if (operation.kind === 'hold') {
        if (tasks[operation.taskId]) return false
        tasks[operation.taskId] = { client: account, left: units, open: true }
      }
      if (operation.kind === 'debit') give('system:treasury', units)
      if (operation.kind === 'stake') stakes[account] = stake + units
      give(account, -units)
    }
    if (operation.kind !== 'slash') count(units)
    return true
  }
}
