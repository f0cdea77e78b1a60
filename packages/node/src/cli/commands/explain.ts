import type { Explanation } from '@ailee/coordinator'
import type { Command } from 'commander'
import { NodeError } from '../../errors.js'
import { fileOfNode, type NodeOptions, nodeAddress } from '../ask-node.js'
import { addSettings, describe, runCommand } from '../command.js'
import { explanationText } from '../explanation-text.js'
import { taskIdArgument } from '../task-options.js'

/** `explain <task>`: why a task of that coordinator went as it went. */
export function explainCommand(program: Command): void {
  describe(
    addSettings(
      program
        .command('explain')
        .argument('<task>', 'task id', taskIdArgument)
        .description(
          'tell why a task of that coordinator went as it went: who was asked and who was not, every bid with its ' +
            'score, every try, votes, how sure the result is, and where the money went'
        ),
      nodeAddress
    ).action((taskId: string, options: NodeOptions) =>
      runCommand(options, async ({ terminal }) => {
        const explanation = await explanationOf(options, taskId)
        if (terminal.isJson) terminal.json(explanation)
        else for (const line of explanationText(explanation)) terminal.text(line)
        return undefined
      })
    ),
    ['ailee-node explain 3f2a…', 'ailee-node explain 3f2a… --json --http 127.0.0.1:8080']
  )
}

/** Throws TASK_NOT_FOUND. */
async function explanationOf(options: NodeOptions, taskId: string): Promise<Explanation> {
  const missing = new NodeError('TASK_NOT_FOUND', 'that node coordinates no such task', {
    hint: 'ask the coordinator it was submitted to: --http names its address, --data-dir its folder'
  })
  const file = await fileOfNode(options, `/v1/explain/${taskId}`, missing)
  return JSON.parse(new TextDecoder().decode(file))
}
