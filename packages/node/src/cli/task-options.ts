import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { AileeError, errorMessage, MIB } from '@ailee/core'
import {
  hexToBytes,
  inputFilesProblem,
  type Limits,
  MAX_MODULE_BYTES,
  MAX_OUTPUT_BYTES,
  type TaskInput
} from '@ailee/protocol'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { NodeError } from '../errors.js'
import { collect } from './command.js'

/** Options that `submit` and `run` share: what is run, with what, and how far it may go. */
export interface ModuleOptions {
  function?: string
  arg?: string[]
  stdin?: string
  env?: string[]
  file?: FileOption[]
  fuel: bigint
  memory: number
  timeout: number
  hashMemory?: boolean
  output?: string
}

/** `--file`: where the program finds it, and where it is here. */
export interface FileOption {
  path: string
  source: string
}

/** A number between bounds, for commander. */
export function numberBetween(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!(value >= min && value <= max)) throw new InvalidArgumentError(`use a number from ${min} to ${max}.`)
    return value
  }
}

/** A whole number between bounds, for commander. */
export function wholeBetween(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < min || value > max) {
      throw new InvalidArgumentError(`use a whole number from ${min} to ${max}.`)
    }
    return value
  }
}

/** The id of a task, for commander. */
export function taskIdArgument(text: string): string {
  return hashArgument('a task id')(text)
}

/** An id of 64 hex digits, for commander; `what` it is, as a sentence begins. */
export function hashArgument(what: string): (text: string) => string {
  return (text) => {
    if (!/^[0-9a-f]{64}$/.test(text)) throw new InvalidArgumentError(`${what} has 64 hex digits.`)
    return text
  }
}

/** 32 bytes in hex, for commander. */
export function seedBytes(text: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new InvalidArgumentError('use 64 hex digits.')
  return hexToBytes(text.toLowerCase())
}

/** An option that takes a whole number of units or fuel. The default is shown as text, since help is JSON inside, which has no bigint. */
export function amountOption(flags: string, description: string, fallback: bigint): Option {
  return new Option(flags, description).argParser(amount).default(fallback, String(fallback))
}

/** A whole number of units or fuel, for commander. */
export function amount(text: string): bigint {
  if (!/^\d{1,18}$/.test(text)) throw new InvalidArgumentError('use a whole number.')
  return BigInt(text)
}

function environmentEntry(text: string, previous: string[] | undefined): string[] {
  if (!/^[^=]+=/.test(text)) throw new InvalidArgumentError('use NAME=value.')
  return collect(text, previous)
}

/** A leading `/` may be written, since that is how programs name their root. */
function fileEntry(text: string, previous: FileOption[] | undefined): FileOption[] {
  const [, path, source] = /^\/?([^=]+)=(.+)$/s.exec(text) ?? []
  if (path === undefined || source === undefined) throw new InvalidArgumentError('use <path>=<file>.')
  const files = [...(previous ?? []), { path, source }]
  const problem = inputFilesProblem(files)
  if (problem !== undefined) throw new InvalidArgumentError(`${problem}.`)
  return files
}

export function addModuleOptions(command: Command): Command {
  return command
    .option('--function <name>', 'exported function to call; without it the module runs as a WASI command')
    .option('--arg <value>', 'argument; may be repeated', collect)
    .option('--stdin <file>', 'standard input of the program; - reads this command’s own')
    .option('--file <path=file>', 'file that the program finds in its root; may be repeated', fileEntry)
    .option('--env <NAME=value>', 'environment variable of the program; may be repeated', environmentEntry)
    .addOption(amountOption('--fuel <n>', 'most fuel the execution may use', 1_000_000_000n))
    .option('--memory <MiB>', 'most memory it may use', numberBetween(1, 4096), 128)
    .option('--timeout <s>', 'longest wall time of one execution', numberBetween(0.1, 600), 30)
    .option('--hash-memory', 'name the final content of the memory, which costs 1 fuel per byte of it')
    .option('--output <file>', 'write the program’s output here instead of to standard output')
}

export function limitsOf({ fuel, memory, timeout }: ModuleOptions): Limits {
  return {
    memoryBytes: Math.round(memory * MIB),
    fuel,
    wallTimeMs: Math.round(timeout * 1000),
    outputBytes: MAX_OUTPUT_BYTES
  }
}

/** Throws FILE_UNREADABLE. */
export async function inputOf(options: ModuleOptions): Promise<TaskInput> {
  const { arg = [], env = [], stdin, file = [] } = options
  const files = []
  for (const { path, source } of file) files.push({ path, bytes: await readFileOf(source) })
  return { args: arg, env, stdin: stdin === undefined ? new Uint8Array() : await readInput(stdin), files }
}

async function readInput(path: string): Promise<Uint8Array> {
  return path === '-' ? new Uint8Array(await buffer(process.stdin)) : readFileOf(path)
}

/** Reads a file named on the command line. Throws FILE_UNREADABLE. */
export async function readFileOf(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (cause) {
    throw new NodeError('FILE_UNREADABLE', `${path}: ${errorMessage(cause)}`, { cause })
  }
}

/** Reads a module and refuses at once what no worker could run. Throws FILE_UNREADABLE or MODULE_INVALID. */
export async function readModule(path: string): Promise<Uint8Array> {
  const module = await readFileOf(path)
  const isWasm = module[0] === 0x00 && module[1] === 0x61 && module[2] === 0x73 && module[3] === 0x6d
  if (!isWasm) {
    throw new AileeError('MODULE_INVALID', `${basename(path)} is not a WebAssembly module`, {
      hint: 'compile it to .wasm first; the examples folder shows how for C, Rust and AssemblyScript'
    })
  }
  if (module.length > MAX_MODULE_BYTES) {
    throw new AileeError(
      'MODULE_TOO_LARGE',
      `${basename(path)} has ${module.length} bytes, at most ${MAX_MODULE_BYTES} are taken`
    )
  }
  return module
}
