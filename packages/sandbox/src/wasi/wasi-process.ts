import type { Meter } from '../execution/meter.js'
import { meteringParameters } from '../instrument/index.js'
import { type Descriptor, DescriptorTable } from './descriptor-table.js'
import { FileSystem, type InitialFile } from './file-system.js'
import { MemoryView } from './memory-view.js'
import { RandomStream, type Sha3 } from './random.js'
import { DIRECTORY_RIGHTS, FILE_RIGHTS, INPUT_RIGHTS, OUTPUT_RIGHTS } from './rights.js'
import { InputStream, OutputOverflow, OutputStream } from './streams.js'
import { VirtualClock } from './virtual-clock.js'

export interface WasiInit {
  /** argv, with the program's name first. */
  args: readonly string[]
  /** `NAME=value` each. */
  env: readonly string[]
  stdin: Uint8Array
  /** What the root directory holds at first. */
  files?: readonly InitialFile[]
  /** 32 bytes. */
  seed: Uint8Array
  clockMs: number
  /** Most bytes of stdout; one more ends the program. */
  outputBytes: number
  /** Most bytes of stderr that are kept. */
  stderrBytes: number
  sha3: Sha3
}

/** Thrown through the module to end it where it called `proc_exit`. */
export class ProcessExit extends Error {}

/**
 * The state of one WASI program. An end (`exitCode` set, or `overflowed`) is final: a module with exception
 * handling may catch what carries it out, but every further call throws it again and the result is the same.
 */
export class WasiProcess {
  readonly memory = new MemoryView((bytes) => this.charge(bytes * meteringParameters.hostByteFuel))
  /** Set once the module is instantiated; before that nothing of it runs. */
  meter: Meter | undefined
  readonly args: readonly Uint8Array[]
  readonly env: readonly Uint8Array[]
  /** All of `stdin`, whatever has been read of it. */
  readonly input: Uint8Array
  readonly stdin: InputStream
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  readonly clock: VirtualClock
  readonly random: RandomStream
  readonly fileSystem: FileSystem
  /** At first the three standard streams and the root directory. */
  readonly descriptors: DescriptorTable
  exitCode: number | undefined
  overflowed = false

  constructor(init: WasiInit) {
    const encoder = new TextEncoder()
    const terminated = (text: string): Uint8Array => encoder.encode(`${text}\0`)
    this.args = init.args.map(terminated)
    this.env = init.env.map(terminated)
    this.input = init.stdin
    this.stdin = new InputStream(init.stdin)
    this.stdout = new OutputStream(init.outputBytes)
    this.stderr = new OutputStream(init.stderrBytes)
    this.clock = new VirtualClock(init.clockMs)
    this.random = new RandomStream(init.seed, init.sha3)
    this.fileSystem = new FileSystem(init.files ?? [], this.clock, (fuel) => this.charge(fuel))
    const stream = (kind: 'stdin' | 'stdout' | 'stderr', rights: number): Descriptor => {
      return { kind, rights, inheriting: 0, flags: 0 }
    }
    this.descriptors = new DescriptorTable([
      stream('stdin', INPUT_RIGHTS),
      stream('stdout', OUTPUT_RIGHTS),
      stream('stderr', OUTPUT_RIGHTS),
      {
        kind: 'directory',
        node: this.fileSystem.root,
        preopened: true,
        rights: DIRECTORY_RIGHTS,
        inheriting: DIRECTORY_RIGHTS | FILE_RIGHTS,
        flags: 0
      }
    ])
  }

  /** How every host call begins. Throws if the program has ended already, or cannot pay. */
  enterCall(): void {
    this.checkAlive()
    this.charge(meteringParameters.hostCallFuel)
  }

  /** Throws if the program has ended already. */
  checkAlive(): void {
    if (this.overflowed) throw new OutputOverflow()
    if (this.exitCode !== undefined) throw new ProcessExit()
  }

  /** Pays for work that a host call is about to do. Throws OutOfFuel. */
  charge(fuel: number): void {
    this.meter?.charge(fuel)
  }

  /** What is left of the fuel; exact in a host call. */
  get fuelLeft(): bigint {
    return this.meter?.left ?? 0n
  }

  exit(code: number): never {
    this.exitCode = code >>> 0
    throw new ProcessExit()
  }

  overflow(): never {
    this.overflowed = true
    throw new OutputOverflow()
  }
}
