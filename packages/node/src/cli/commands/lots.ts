import type { Command } from 'commander'
import { NodeError } from '../../errors.js'
import type { LotStatus } from '../../http/node-view.js'
import { askNode, fileOfNode, type NodeOptions, nodeAddress } from '../ask-node.js'
import { addSettings, describe, runCommand } from '../command.js'
import { hashArgument } from '../task-options.js'
import { ago, table } from '../terminal.js'

/** `lots [id]`: the closed lots of that coordinator, with what shows that their audits were made. */
export function lotsCommand(program: Command): void {
  describe(
    addSettings(
      program
        .command('lots')
        .argument('[id]', 'print the file of this lot', hashArgument('a lot'))
        .description('list the closed lots of that coordinator, the latest first, or print one for `verify`'),
      nodeAddress
    ).action((id: string | undefined, options: NodeOptions) =>
      runCommand(options, async ({ terminal }) => {
        if (id !== undefined) {
          await terminal.bytes(await fileOf(options, id))
          return undefined
        }
        const lots: LotStatus[] = await askNode(options, '/v1/lots')
        if (terminal.isJson) terminal.json(lots)
        else terminal.text(lots.length === 0 ? 'no lot has closed yet' : lotTable(lots))
        return undefined
      })
    ),
    [
      'ailee-node lots',
      'ailee-node lots 9c41… > lot.json',
      'ailee-node verify lot.json --receipt receipt.json'
    ]
  )
}

/** Throws LOT_NOT_FOUND. */
function fileOf(options: NodeOptions, id: string): Promise<Uint8Array> {
  const missing = new NodeError('LOT_NOT_FOUND', 'that node has closed no such lot', {
    hint: 'see `ailee-node lots` for what it has; a lot is shown when it has closed'
  })
  return fileOfNode(options, `/v1/lots/${id}`, missing)
}

function lotTable(lots: readonly LotStatus[]): string {
  const rows = lots.map(({ lot, closedAtMs, targetErrorPpm, draws, catches }) => [
    lot,
    ago(closedAtMs),
    String(targetErrorPpm),
    String(draws),
    String(catches)
  ])
  return table(['LOT', 'CLOSED', 'PPM', 'RESULTS', 'WRONG'], rows)
}
