import type { Command } from 'commander'
import { NodeError } from '../../errors.js'
import type { EvidenceStatus } from '../../http/node-view.js'
import { askNode, fileOfNode, type NodeOptions, nodeAddress } from '../ask-node.js'
import { addSettings, describe, runCommand } from '../command.js'
import { hashArgument } from '../task-options.js'
import { ago, table } from '../terminal.js'

/** `evidence [id]`: what nodes convicted themselves by, as that node has taken it. */
export function evidenceCommand(program: Command): void {
  describe(
    addSettings(
      program
        .command('evidence')
        .argument('[id]', 'print the file of this evidence', hashArgument('an id of evidence'))
        .description('list the evidence that node has taken, the latest first, or print one as a file'),
      nodeAddress
    ).action((id: string | undefined, options: NodeOptions) =>
      runCommand(options, async ({ terminal }) => {
        if (id !== undefined) {
          await terminal.bytes(await fileOf(options, id))
          return undefined
        }
        const evidence: EvidenceStatus[] = await askNode(options, '/v1/evidence')
        if (terminal.isJson) terminal.json(evidence)
        else terminal.text(evidence.length === 0 ? 'no evidence yet' : evidenceTable(evidence))
        return undefined
      })
    ),
    ['ailee-node evidence', 'ailee-node evidence 5b0c… > evidence.json', 'ailee-node evidence --json']
  )
}

/** Throws EVIDENCE_NOT_FOUND where the node does not keep it whole. */
function fileOf(options: NodeOptions, id: string): Promise<Uint8Array> {
  const missing = new NodeError('EVIDENCE_NOT_FOUND', 'the node keeps no such evidence', {
    hint: 'see `ailee-node evidence` for what it has'
  })
  return fileOfNode(options, `/v1/evidence/${id}`, missing)
}

function evidenceTable(evidence: readonly EvidenceStatus[]): string {
  const rows = evidence.map(({ id, kind, offender, takenAtMs }) => [
    id,
    kind ?? '-',
    offender,
    ago(takenAtMs)
  ])
  return table(['EVIDENCE', 'KIND', 'OFFENDER', 'TAKEN'], rows)
}
