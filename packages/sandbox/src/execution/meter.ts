import { type MeterExports, meteringParameters, Reason } from '../instrument/index.js'

/** More fuel than any run can use; the account is a signed 64-bit number. */
const MAX_FUEL = 2n ** 62n

/** Thrown through the module where a host call finds the account empty. */
export class OutOfFuel extends Error {}

/** The account of one instance: its fuel, its depth, and why its code ended it. */
export class Meter {
  readonly limit: bigint
  readonly #fuel: WebAssembly.Global<'i64'>
  readonly #reason: WebAssembly.Global<'i32'>
  readonly #deepest: WebAssembly.Global<'i32'> | undefined

  constructor(exports: WebAssembly.Exports, names: MeterExports, fuelLimit: bigint) {
    this.limit = fuelLimit < MAX_FUEL ? fuelLimit : MAX_FUEL
    this.#fuel = exports[names.fuel] as WebAssembly.Global<'i64'>
    this.#reason = exports[names.reason] as WebAssembly.Global<'i32'>
    this.#fuel.value = this.limit
    const depth = exports[names.depth] as WebAssembly.Global<'i32'>
    depth.value = meteringParameters.depthUnits
    if (names.deepest === undefined) return
    this.#deepest = exports[names.deepest] as WebAssembly.Global<'i32'>
    this.#deepest.value = meteringParameters.depthUnits
  }

  /** Pays for work that is about to be done. Throws {@link OutOfFuel} if too little is left. */
  charge(amount: number): void {
    const left = this.#fuel.value - BigInt(amount)
    this.#fuel.value = left
    if (left < 0n) throw new OutOfFuel()
  }

  /** What has been used; more than `limit` = the run is void. Exact only where the code is not in the middle of something: at a normal end or in a host call. */
  get used(): bigint {
    return this.limit - this.#fuel.value
  }

  /** What has not been used. Exact where `used` is. */
  get left(): bigint {
    return this.#fuel.value
  }

  get isExhausted(): boolean {
    return this.#fuel.value < 0n || this.#reason.value === Reason.fuelExhausted
  }

  get depthExhausted(): boolean {
    return this.#reason.value === Reason.depthExhausted
  }

  /** Most units of depth that recursion has used; undefined unless the module's code keeps it. */
  get deepest(): number | undefined {
    return this.#deepest && meteringParameters.depthUnits - this.#deepest.value
  }

  get hostRefusedMemory(): boolean {
    return this.#reason.value === Reason.hostRefusedMemory
  }

  /** True if `memory.grow` has met the task's limit. */
  get memoryLimitMet(): boolean {
    return this.#reason.value === Reason.memoryLimitMet
  }
}
