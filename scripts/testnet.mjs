/** `node scripts/testnet.mjs …` is `ailee-node testnet …`, with set-up first. */
import { spawn } from 'node:child_process'
import { setup } from './setup.mjs'
import { nodeProgram, program } from './workspace.mjs'

await setup()
const child = spawn(nodeProgram(), [program, 'testnet', ...process.argv.slice(2)], { stdio: 'inherit' })
// The terminal sends Ctrl-C to the whole group; this process only waits for the testnet to be taken down.
process.on('SIGINT', () => {}).on('SIGTERM', () => child.kill('SIGTERM'))
child.on('close', (code) => process.exit(code ?? 1))
