import { writeFile } from 'node:fs/promises'
import { loadOrCreateIdentity } from '@ailee/network'
import type { Command } from 'commander'
import { configTemplate } from '../../config/config-file.js'
import { DataDir } from '../../config/data-dir.js'
import { addSettings, type CommonOptions, describe, loadConfig, runCommand } from '../command.js'

export function initCommand(program: Command): void {
  const command = program
    .command('init')
    .description('make a data directory with keys and a commented configuration; what is there stays')
    .action((options: CommonOptions & Record<string, unknown>) =>
      runCommand(options, async ({ terminal }) => {
        const config = await loadConfig(options)
        const dataDir = new DataDir(config.dataDir)
        await dataDir.create()
        const node = await loadOrCreateIdentity(dataDir.nodeKey)
        const client = await loadOrCreateIdentity(dataDir.clientKey)
        // wx: an existing configuration is the operator's.
        const written = await writeFile(dataDir.config, configTemplate(), { flag: 'wx' }).then(
          () => true,
          () => false
        )
        if (terminal.isJson) {
          terminal.json({
            dataDir: dataDir.path,
            peerId: node.nodeId,
            clientId: client.nodeId,
            config: dataDir.config
          })
          return undefined
        }
        terminal.text(`data directory  ${dataDir.path}`)
        terminal.text(`node            ${node.nodeId}`)
        terminal.text(`client          ${client.nodeId}`)
        terminal.text(`configuration   ${dataDir.config}${written ? '' : ' (was there, unchanged)'}`)
        return undefined
      })
    )
  describe(addSettings(command, ['dataDir']), ['ailee-node init', 'ailee-node init --data-dir ./node-1'])
}
