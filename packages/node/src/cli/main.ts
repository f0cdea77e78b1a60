import { Command, CommanderError } from 'commander'
import { version } from '../version.js'
import { addCommands } from './commands.js'
import { exitCodes } from './exit-code.js'

/** The `ailee-node` program. Ends the process. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('ailee-node')
    .description('Lend idle compute to a peer-to-peer network, or have tasks run by it.')
    .version(version)
    // What follows a command is the command's.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(usageError(text, argv.includes('--json'))) })
    .configureHelp({ sortSubcommands: false })
    .addHelpText(
      'after',
      '\nExamples:\n  $ ailee-node testnet\n  $ ailee-node start --role coordinator\n  $ ailee-node submit examples/modules/hello.wasm --arg Alice'
    )
  await addCommands(program, argv.slice(2))
  try {
    await program.parseAsync(argv)
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    process.exit(error.exitCode === 0 ? exitCodes.success : exitCodes.usage)
  }
}

/** What commander says of a command line that makes no sense; for programs in the form of every other error. */
function usageError(text: string, json: boolean): string {
  if (!json) return text
  const message = text.trim().replace(/^error: /, '')
  return `${JSON.stringify({ error: { code: 'USAGE_INVALID', message, hint: 'see --help' } })}\n`
}
