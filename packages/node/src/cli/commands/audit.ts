import { access } from 'node:fs/promises'
import { noMetrics, remoteText, silentLogger } from '@ailee/core'
import { auditLedger, type LedgerAudit } from '@ailee/settlement'
import { LedgerRepository, LevelStore } from '@ailee/store'
import type { Command } from 'commander'
import { DataDir } from '../../config/data-dir.js'
import { NodeError } from '../../errors.js'
import { addSettings, type CommonOptions, describe, loadConfig, runCommand } from '../command.js'
import { exitCodes } from '../exit-code.js'
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

async function auditOf(dataDir: DataDir, signal: AbortSignal): Promise<LedgerAudit> {
  const run = await dataDir.readRunFile()
  if (run !== undefined) {
    throw new NodeError('NODE_RUNNING', `node ${run.peerId} (process ${run.pid}) uses ${dataDir.path}`, {
      hint: 'stop it first: a ledger that changes cannot be audited'
    })
  }
  // Opening a store makes it where it is missing, and an audit of nothing would look like a good one.
  await access(dataDir.store).catch((cause: unknown) => {
    throw new NodeError('STORE_NOT_FOUND', `${dataDir.path} holds no store`, {
      cause,
      hint: 'name the data directory of a node with --data-dir'
    })
  })
  const store = new LevelStore({ log: silentLogger, metrics: noMetrics }, { path: dataDir.store })
  await store.start()
  try {
    return await auditLedger(new LedgerRepository({ store }), { signal })
  } finally {
    await store.stop()
  }
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
