import { remoteText } from '@ailee/core'
import { auditLedger, type LedgerAudit } from '@ailee/settlement'
import { LedgerRepository } from '@ailee/store'
import type { Command } from 'commander'
import { DataDir } from '../../config/data-dir.js'
import { addSettings, type CommonOptions, describe, loadConfig, runCommand } from '../command.js'
import { exitCodes } from '../exit-code.js'
import { withStoppedStore } from '../stopped-store.js'
import type { Terminal } from '../terminal.js'

export function auditCommand(program: Command): void {
  const command = program
    .command('audit')
    .description('recompute the ledger of a stopped node from its journal, and compare every balance')
    .action((options: CommonOptions & Record<string, unknown>) =>
      runCommand(options, async ({ terminal, signal }) => {
        const { dataDir } = await loadConfig(options)
        const audit = await auditOf(new DataDir(dataDir), signal)
        if (terminal.isJson) terminal.json(audit)
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
  return withStoppedStore(dataDir, 'stop it first: a ledger that changes cannot be audited', (store) =>
    auditLedger(new LedgerRepository({ store }), { signal })
  )
}

function explain(terminal: Terminal, audit: LedgerAudit): void {
  const { totals, problems, problemCount } = audit
  const lines = [
    `journal    ${audit.entries} entries; ${audit.accounts} accounts, ${audit.escrows} escrows`,
    `supply     ${totals.mintedUnits - totals.burnedUnits} units = ${totals.mintedUnits} minted − ${totals.burnedUnits} burned`,
    `           of which ${totals.balancesUnits} in balances, ${totals.heldUnits} held`,
    `escrowed   ${totals.escrowedUnits} units = ${totals.paidUnits} paid + ${totals.refundedUnits} refunded + ${totals.slashedUnits} slashed + ${totals.heldUnits} held`,
    ...problems.map((problem) => `FAIL       ${problem}`),
    ...(problemCount > problems.length ? [`           and ${problemCount - problems.length} more`] : []),
    audit.balanced ? 'balanced' : `not balanced: ${problemCount} problems`
  ]
  for (const line of lines) terminal.text(remoteText(line, 400))
}
