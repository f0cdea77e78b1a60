import { type NodeId, seededRandom, type TaskId } from '@ailee/core'
import { nodeIdFromPublicKey } from '@ailee/protocol'
import { Checks, plainAssertions } from '../checks.js'
import { type Case, type ContractInit, type Fixture, registerCases } from '../contract.js'

type Units = { operationId: string; account: NodeId; amountUnits: bigint }

/** What can be asked of a ledger; amounts are integers of units. */
export type ContractOperation =
  | ({ kind: 'credit' | 'debit' | 'stake' | 'unstake' | 'burn' } & Units)
  | ({ kind: 'transfer'; to: NodeId; nonce: bigint } & Units)
  | ({ kind: 'hold' | 'release' | 'slash'; taskId: TaskId } & Units)
  | { kind: 'refund'; operationId: string; taskId: TaskId }

export interface ContractTotals {
  sequence: bigint
  mintedUnits: bigint
  burnedUnits: bigint
  balancesUnits: bigint
  escrowedUnits: bigint
  paidUnits: bigint
  refundedUnits: bigint
  slashedUnits: bigint
  heldUnits: bigint
}

/** The part of a ledger that the contract is about. */
export interface ContractLedger {
  apply(
    operations: readonly ContractOperation[]
  ): Promise<
    { committed: true; entries: readonly { sequence: bigint; movedUnits: bigint }[] } | { committed: false }
  >
  account(account: NodeId): Promise<{ balanceUnits: bigint; stakedUnits: bigint } | undefined>
  escrow(taskId: TaskId): Promise<{ paidUnits: bigint; refundedUnits: bigint; open: boolean } | undefined>
  totals(): Promise<ContractTotals>
}

export interface LedgerFixture extends Fixture {
  ledger: ContractLedger
  /** Another ledger object on the same data, as after a restart. */
  reopen(): Promise<ContractLedger>
  /** Reads everything that is stored: does it follow from the journal? */
  audit(): Promise<{ balanced: boolean; entries: number; problems: readonly string[] }>
}

const check = new Checks(plainAssertions)

const nodeId = (fill: number): NodeId => nodeIdFromPublicKey(new Uint8Array(32).fill(fill))
const taskOf = (fill: number): TaskId => fill.toString(16).padStart(64, '0')
const client = nodeId(1)
const worker = nodeId(2)
const other = nodeId(3)
const task = taskOf(1)
const SLASH_POOL = 'system:slash-pool'
const TREASURY = 'system:treasury'

function op<Kind extends 'credit' | 'debit' | 'stake' | 'unstake' | 'burn'>(
  kind: Kind,
  operationId: string,
  account: NodeId,
  amountUnits: bigint
) {
  return { kind, operationId, account, amountUnits }
}

function taskOp<Kind extends 'hold' | 'release' | 'slash'>(
  kind: Kind,
  operationId: string,
  account: NodeId,
  amountUnits: bigint,
  taskId = task
) {
  return { kind, operationId, taskId, account, amountUnits }
}

const refund = (operationId: string, taskId = task) => ({ kind: 'refund' as const, operationId, taskId })

const transfer = (operationId: string, amountUnits: bigint, nonce: bigint, to = worker) => ({
  ...{ kind: 'transfer' as const, operationId, account: client },
  ...{ to, amountUnits, nonce }
})

async function entriesOf(ledger: ContractLedger, ...operations: ContractOperation[]) {
  const outcome = await ledger.apply(operations)
  if (!outcome.committed) throw new Error('the operations are not committed')
  return outcome.entries
}

async function movedBy(ledger: ContractLedger, ...operations: ContractOperation[]): Promise<bigint[]> {
  return (await entriesOf(ledger, ...operations)).map(({ movedUnits }) => movedUnits)
}

/** The call is refused with `code` and changes nothing. */
async function refuses(
  ledger: ContractLedger,
  code: string,
  ...operations: ContractOperation[]
): Promise<void> {
  const before = await ledger.totals()
  await check.code(ledger.apply(operations), code)
  check.equal(await ledger.totals(), before)
}

async function balanceOf(ledger: ContractLedger, account: NodeId): Promise<bigint> {
  return (await ledger.account(account))?.balanceUnits ?? 0n
}

function assertConserved(totals: ContractTotals): void {
  const { escrowedUnits, paidUnits, refundedUnits, slashedUnits, heldUnits } = totals
  check.equal(escrowedUnits, paidUnits + refundedUnits + slashedUnits + heldUnits)
  check.equal(totals.balancesUnits + heldUnits, totals.mintedUnits - totals.burnedUnits)
}

/** What every ledger must do. Assertions are the contract's own. */
export function ledgerContract(init: Omit<ContractInit<LedgerFixture>, 'assert'>): void {
  const cases: Case<LedgerFixture>[] = []
  /** Each case ends with a full audit. */
  const holds = (name: string, body: (subject: LedgerFixture) => Promise<void>): void =>
    void cases.push({
      name,
      run: async (subject) => {
        await body(subject)
        assertConserved(await (await subject.reopen()).totals())
        const { balanced, problems } = await subject.audit()
        check.ok(balanced, problems.join('; '))
      }
    })

  holds('an empty ledger is balanced', async ({ ledger, audit }) => {
    check.equal(await balanceOf(ledger, client), 0n)
    check.equal(await ledger.escrow(task), undefined)
    check.equal((await ledger.totals()).sequence, 0n)
    check.equal((await audit()).entries, 0)
  })

  holds('pays a worker from escrow and refunds the rest', async ({ ledger, reopen }) => {
    await ledger.apply([op('credit', 'c', client, 100n)])
    await ledger.apply([taskOp('hold', 'h', client, 70n)])
    check.equal(await balanceOf(ledger, client), 30n)
    check.equal((await ledger.totals()).heldUnits, 70n)
    check.equal(await movedBy(ledger, taskOp('release', 'r', worker, 25n), refund('f')), [25n, 45n])
    const later = await reopen()
    check.equal(await balanceOf(later, client), 75n)
    check.equal(await balanceOf(later, worker), 25n)
    const escrow = await later.escrow(task)
    check.equal([escrow?.paidUnits, escrow?.refundedUnits, escrow?.open], [25n, 45n, false])
  })

  holds('an operation takes effect once, also after a restart', async ({ ledger, reopen }) => {
    const once = op('credit', 'c', client, 5n)
    const first = await entriesOf(ledger, once)
    check.equal(await entriesOf(ledger, once), first)
    const later = await reopen()
    check.equal(await entriesOf(later, once), first)
    check.equal(await balanceOf(later, client), 5n)
    check.equal(await movedBy(later, op('credit', 'd', client, 2n), op('credit', 'd', client, 2n)), [2n, 2n])
    check.equal(await balanceOf(later, client), 7n)
    await refuses(later, 'LEDGER_OPERATION_CONFLICT', op('credit', 'c', client, 6n))
    await refuses(later, 'LEDGER_OPERATION_CONFLICT', op('credit', 'c', worker, 5n))
    await refuses(later, 'LEDGER_OPERATION_CONFLICT', op('debit', 'c', client, 5n))
  })

  holds('an id stands for every field of its operation', async ({ ledger }) => {
    const hold = taskOp('hold', 'h', client, 4n)
    await ledger.apply([op('credit', 'c', client, 20n), transfer('t', 1n, 0n), hold])
    for (const changed of [
      { ...transfer('t', 1n, 0n), to: other },
      { ...transfer('t', 1n, 0n), nonce: 1n },
      { ...hold, taskId: taskOf(2) },
      { ...hold, account: other },
      { ...hold, amountUnits: 5n },
      { ...hold, kind: 'release' as const }
    ]) {
      await refuses(ledger, 'LEDGER_OPERATION_CONFLICT', changed)
    }
    check.equal(await movedBy(ledger, hold, transfer('t', 1n, 0n)), [4n, 1n])
    check.equal(await balanceOf(ledger, client), 15n)
  })

  holds('an operation that was refused leaves its id free', async ({ ledger }) => {
    await refuses(ledger, 'LEDGER_FUNDS_INSUFFICIENT', op('burn', 'b', client, 1n))
    await ledger.apply([op('credit', 'c', client, 3n)])
    check.equal(await movedBy(ledger, op('burn', 'b', client, 2n)), [2n])
  })

  holds('nothing becomes negative', async ({ ledger }) => {
    await ledger.apply([op('credit', 'c', client, 10n), taskOp('hold', 'h', client, 4n)])
    for (const kind of ['debit', 'stake', 'burn'] as const) {
      await refuses(ledger, 'LEDGER_FUNDS_INSUFFICIENT', op(kind, kind, client, 7n))
    }
    await refuses(ledger, 'LEDGER_FUNDS_INSUFFICIENT', op('unstake', 'u', client, 1n))
    await refuses(ledger, 'LEDGER_FUNDS_INSUFFICIENT', transfer('t', 7n, 0n))
    await refuses(ledger, 'LEDGER_FUNDS_INSUFFICIENT', taskOp('hold', 'h2', client, 7n, taskOf(2)))
    await refuses(ledger, 'LEDGER_FUNDS_INSUFFICIENT', taskOp('release', 'r', worker, 5n))
  })

  holds('several operations happen together or not at all', async ({ ledger }) => {
    const code = 'LEDGER_FUNDS_INSUFFICIENT'
    await refuses(ledger, code, op('credit', 'c', client, 10n), op('burn', 'b', client, 11n))
    check.equal(await balanceOf(ledger, client), 0n)
    check.equal(await movedBy(ledger, op('credit', 'c', client, 10n), op('burn', 'b', client, 9n)), [10n, 9n])
  })

  holds('a task has one escrow, ever', async ({ ledger }) => {
    await refuses(ledger, 'LEDGER_ESCROW_NOT_FOUND', taskOp('release', 'r', worker, 1n))
    await refuses(ledger, 'LEDGER_ESCROW_NOT_FOUND', refund('f'))
    await ledger.apply([op('credit', 'c', client, 10n), taskOp('hold', 'h', client, 4n)])
    await refuses(ledger, 'LEDGER_ESCROW_EXISTS', taskOp('hold', 'h2', client, 1n))
    await ledger.apply([refund('f')])
    await refuses(ledger, 'LEDGER_ESCROW_CLOSED', taskOp('release', 'r', worker, 0n))
    await refuses(ledger, 'LEDGER_ESCROW_CLOSED', refund('f2'))
    await refuses(ledger, 'LEDGER_ESCROW_EXISTS', taskOp('hold', 'h3', client, 1n))
  })

  holds('a task may cost nothing', async ({ ledger }) => {
    const free = [taskOp('hold', 'h', client, 0n), taskOp('release', 'r', worker, 0n), refund('f')]
    check.equal(await movedBy(ledger, ...free), [0n, 0n, 0n])
  })

  holds('a stake is slashed for what it has, and no more', async ({ ledger }) => {
    await ledger.apply([op('credit', 'c', worker, 10n), op('stake', 's', worker, 8n)])
    check.equal(await movedBy(ledger, op('unstake', 'u', worker, 3n)), [3n])
    check.equal(await movedBy(ledger, taskOp('slash', 'x', worker, 4n)), [4n])
    check.equal(await movedBy(ledger, taskOp('slash', 'y', worker, 4n)), [1n])
    check.equal(await balanceOf(ledger, SLASH_POOL), 5n)
    check.equal(await balanceOf(ledger, worker), 5n)
    check.equal((await ledger.account(worker))?.stakedUnits, 0n)
    check.equal((await ledger.totals()).slashedUnits, 5n)
  })

  holds('transfers follow their nonces', async ({ ledger }) => {
    await ledger.apply([op('credit', 'c', client, 10n)])
    await refuses(ledger, 'LEDGER_NONCE_INVALID', transfer('t1', 1n, 1n))
    await ledger.apply([transfer('t0', 1n, 0n)])
    await refuses(ledger, 'LEDGER_NONCE_INVALID', transfer('t1', 1n, 0n))
    await ledger.apply([transfer('t1', 2n, 1n, other)])
    check.equal(await balanceOf(ledger, client), 7n)
    await refuses(ledger, 'LEDGER_OPERATION_INVALID', transfer('t2', 1n, 2n, client))
  })

  holds('fees go to the treasury, which only a burn empties', async ({ ledger }) => {
    await ledger.apply([op('credit', 'c', client, 10n), op('debit', 'd', client, 3n)])
    check.equal(await balanceOf(ledger, TREASURY), 3n)
    await refuses(ledger, 'LEDGER_ACCOUNT_INVALID', op('credit', 'e', TREASURY, 1n))
    await refuses(ledger, 'LEDGER_ACCOUNT_INVALID', taskOp('hold', 'h', TREASURY, 1n))
    await ledger.apply([op('burn', 'b', TREASURY, 3n)])
    check.equal((await ledger.totals()).burnedUnits, 3n)
  })

  holds('amounts are bounded by 64 bits', async ({ ledger }) => {
    const most = 2n ** 64n - 1n
    for (const amount of [-1n, 0n, most + 1n]) {
      await refuses(ledger, 'LEDGER_OPERATION_INVALID', op('credit', 'c', client, amount))
    }
    await refuses(ledger, 'LEDGER_OPERATION_INVALID', taskOp('hold', 'h', client, -1n))
    await ledger.apply([op('credit', 'c', client, most)])
    await refuses(ledger, 'LEDGER_SUPPLY_EXCEEDED', op('credit', 'd', worker, 1n))
    await ledger.apply([op('burn', 'b', client, most), op('credit', 'd', worker, most)])
    check.equal((await ledger.totals()).mintedUnits, 2n * most)
  })

  holds('what makes no sense is refused', async ({ ledger }) => {
    for (const id of ['', 'a/b', 'a b', 'é', 'x'.repeat(201)]) {
      await refuses(ledger, 'LEDGER_OPERATION_INVALID', op('credit', id, client, 1n))
    }
    await refuses(ledger, 'LEDGER_OPERATION_INVALID', refund('f', 'AB'.repeat(32)))
    for (const account of ['', 'a/b', client.slice(1), 'system:other']) {
      await refuses(ledger, 'LEDGER_ACCOUNT_INVALID', op('credit', 'c', account, 1n))
    }
  })

  holds('concurrent calls lose nothing, also from two ledgers on one store', async ({ ledger, reopen }) => {
    const second = await reopen()
    const random = seededRandom(11)
    const amounts = Array.from({ length: 40 }, () => BigInt(1 + (random.bytes(1)[0] ?? 0)))
    await Promise.all(
      amounts.map((amount, index) =>
        (index % 2 ? ledger : second).apply([op('credit', `c${index}`, client, amount)])
      )
    )
    check.equal(
      await balanceOf(ledger, client),
      amounts.reduce((sum, amount) => sum + amount, 0n)
    )
    check.equal((await second.totals()).sequence, 40n)
  })
  registerCases('ledger', init, cases)
}
