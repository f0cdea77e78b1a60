import { remoteText } from '@ailee/core'
import { auditLedger, type LedgerAudit, MAX_AUDIT_PROBLEMS } from '@ailee/settlement'
import { LedgerRepository, ReputationRepository } from '@ailee/store'
import type { Command } from 'commander'
import { DataDir } from '../../config/data-dir.js'
import { addSettings, type CommonOptions, describe, loadConfig, runCommand } from '../command.js'
import { exitCodes } from '../exit-code.js'
import { withStoppedStore } from '../stopped-store.js'
import { counted, type Terminal } from '../terminal.js'

export function auditCommand(program: Command): void {
  const command = program
    .command('audit')
    .description(
      'recompute the ledger of a stopped node from its journal, and compare every balance, stake and slash'
    )
    .action((options: CommonOptions & Record<string, unknown>) =>
      runCommand(options, async ({ terminal, signal }) => {
        const { dataDir } = await loadConfig(options)
        const audit = await auditOf(new DataDir(dataDir), signal)
        if (terminal.isJson) terminal.json({ ...audit, slashedUnits: Object.fromEntries(audit.slashedUnits) })
        else explain(terminal, audit)
        return audit.balanced ? exitCodes.success : exitCodes.notVerified
      })
    )
  describe(addSettings(command, ['dataDir']), [
    'ailee-node audit',
    'ailee-node audit --data-dir ./node-1 --json'
  ]).addHelpText('after', '\nExit codes: 0 balanced, 5 not balanced')
}

function auditOf(dataDir: DataDir, signal: AbortSignal): Promise<LedgerAudit> {
  return withStoppedStore(
    dataDir,
    'stop it first: a ledger that changes cannot be audited',
    async (store) => {
      const audit = await auditLedger(new LedgerRepository({ store }), { signal })
      return withReputations(audit, new ReputationRepository({ store }), signal)
    }
  )
}

/** The same, with what records of reputation say was slashed held against the journal. */
async function withReputations(
  audit: LedgerAudit,
  reputations: ReputationRepository,
  signal: AbortSignal
): Promise<LedgerAudit> {
  const slashed = new Map(audit.slashedUnits)
  const problems: string[] = []
  for await (const { record } of reputations.list({ signal })) {
    const { nodeId, slashedAmount, bannedAtMs, fault, slashedFor } = record
    const units = slashed.get(nodeId) ?? 0n
    slashed.delete(nodeId)
    // One that is owed may have been done and not noted: the node's next start does that.
    const isOwed = bannedAtMs > 0 && fault !== slashedFor
    if (units === slashedAmount || (isOwed && units > slashedAmount)) continue
    problems.push(`slashed of ${nodeId} is ${slashedAmount} by its reputation, but ${units} by the journal`)
  }
  for (const [nodeId, units] of slashed) problems.push(`${nodeId} lost ${units}, and has no reputation`)
  const problemCount = audit.problemCount + problems.length
  const listed = [...audit.problems, ...problems].slice(0, MAX_AUDIT_PROBLEMS)
  return { ...audit, balanced: problemCount === 0, problems: listed, problemCount }
}

function explain(terminal: Terminal, audit: LedgerAudit): void {
  const { totals, problems, problemCount } = audit
  const lines = [
    `journal    ${audit.entries} entries; ${audit.accounts} accounts, ${audit.escrows} escrows`,
    `supply     ${totals.mintedUnits - totals.burnedUnits} units = ${totals.mintedUnits} minted − ${totals.burnedUnits} burned`,
    `           of which ${totals.balancesUnits} in balances, ${totals.heldUnits} held: ${audit.stakedUnits} in ${counted(audit.stakes, 'stake')}, the rest in escrows`,
    `escrowed   ${totals.escrowedUnits} units = ${totals.paidUnits} paid + ${totals.refundedUnits} refunded + ${totals.slashedUnits} slashed + ${totals.heldUnits} held`,
    ...problems.map((problem) => `FAIL       ${problem}`),
    ...(problemCount > problems.length ? [`           and ${problemCount - problems.length} more`] : []),
    audit.balanced ? 'balanced' : `not balanced: ${problemCount} problems`
  ]
  for (const line of lines) terminal.text(remoteText(line, 400))
}
