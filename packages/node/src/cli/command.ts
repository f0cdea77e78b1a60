import { type Command, Option } from 'commander'
import { resolveConfig } from '../config/config.js'
import { readConfigFile } from '../config/config-file.js'
import { DataDir } from '../config/data-dir.js'
import { readEnv } from '../config/env.js'
import { type Config, type SettingKey, settings } from '../config/settings.js'
import { NodeError } from '../errors.js'
import { exitCodeOf, exitCodes } from './exit-code.js'
import { watchNpxParent } from './parent-watch.js'
import { Terminal } from './terminal.js'

/** Options every command has. */
export interface CommonOptions {
  json?: boolean
  quiet?: boolean
  config?: string
}

/** What a command works with. */
export interface CommandContext {
  terminal: Terminal
  /** Aborts at the first SIGINT or SIGTERM. */
  signal: AbortSignal
}

/** Collects the values of an option that may be repeated. */
export function collect(value: string, previous: string[] | undefined): string[] {
  return [...(previous ?? []), value]
}

/** Gives a command the flags of these settings; what is on by default can be turned off. */
export function addSettings(command: Command, keys: readonly SettingKey[]): Command {
  for (const key of keys) {
    const setting = settings[key]
    const option = new Option(
      setting.flag,
      `${setting.description} (${setting.env}; default: ${JSON.stringify(setting.fallback)})`
    )
    if ('list' in setting) option.argParser(collect)
    command.addOption(option)
    if (setting.fallback === true)
      command.option(`--no-${setting.flag.slice(2)}`, `do not ${setting.description}`)
  }
  return command.option('--config <file>', 'YAML file of settings')
}

/** `--json`, and examples below the help. */
export function describe(command: Command, examples: readonly string[]): Command {
  return command
    .option('--json', 'print JSON for programs')
    .addHelpText('after', `\nExamples:\n${examples.map((line) => `  $ ${line}`).join('\n')}`)
}

/** The configuration from flags, environment and file. Without `--config`, the data directory's own file is read if it is there. */
export async function loadConfig(options: CommonOptions & Record<string, unknown>): Promise<Config> {
  const { config: path, json: _json, quiet: _quiet, ...flags } = options
  const env = readEnv(process.env)
  if (path !== undefined) return resolveConfig({ flags, env, file: await readConfigFile(path) })
  const { dataDir } = resolveConfig({ flags, env, file: {} })
  const file = await readConfigFile(new DataDir(dataDir).config).catch((error: unknown) => {
    if (isMissing(error)) return {}
    throw error
  })
  return resolveConfig({ flags, env, file })
}

function isMissing(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
}

/** Ctrl-C reaches a whole group of processes, and a parent may pass it on: within this time it is one wish, not two. */
const SAME_SIGNAL_MS = 1_000

/**
 * Runs a command to its end: errors become one message and an exit code, signals abort. The first SIGINT or SIGTERM
 * asks the command to end, a second one ends it.
 */
export async function runCommand(
  options: CommonOptions,
  work: (context: CommandContext) => Promise<number | undefined>
): Promise<never> {
  const terminal = new Terminal(options)
  const controller = new AbortController()
  let firstAtMs = 0
  const stop = (signal: NodeJS.Signals): void => {
    if (!controller.signal.aborted) {
      firstAtMs = Date.now()
      controller.abort(new NodeError('INTERRUPTED', `interrupted by ${signal}`))
    } else if (Date.now() - firstAtMs > SAME_SIGNAL_MS) {
      process.exit(exitCodes.interrupted)
    }
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  watchNpxParent(() => stop('SIGTERM'))
  // A reader that goes away, as `head` does, is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.success)
  })
  // Timers of the packages do not keep a process alive; a command that only waits, as for a coordinator that
  // restarts, must live until it has said how it ended.
  setInterval(() => {}, 2 ** 30)
  try {
    const code = await work({ terminal, signal: controller.signal })
    terminal.clearProgress()
    process.exit(code ?? exitCodes.success)
  } catch (error) {
    terminal.error(error)
    process.exit(exitCodeOf(error))
  }
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
