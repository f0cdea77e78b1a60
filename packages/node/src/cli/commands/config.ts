import type { Command } from 'commander'
import { stringify } from 'yaml'
import { addSettings, type CommonOptions, describe, loadConfig, runCommand } from '../command.js'
import { nodeSettings } from '../node-settings.js'

export function configCommand(program: Command): void {
  const command = program
    .command('config')
    .description(
      'print the configuration that `start` would use, from flags, environment and file; no setting is a secret'
    )
    .action((options: CommonOptions & Record<string, unknown>) =>
      runCommand(options, async ({ terminal }) => {
        const config = await loadConfig(options)
        if (terminal.isJson) terminal.json(config)
        else terminal.text(stringify(config).trimEnd())
        return undefined
      })
    )
  describe(addSettings(command, nodeSettings), [
    'ailee-node config',
    'AILEE_ROLE=coordinator ailee-node config --json'
  ])
}
