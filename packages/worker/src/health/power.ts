import type { Clock } from '@ailee/core'
import { readNumber, type SystemFiles } from './system-files.js'

const POWERCAP = '/sys/class/powercap'
const SUPPLIES = '/sys/class/power_supply'

/** Readings closer together than this say more about the timing than about the power. */
const MIN_INTERVAL_MS = 500
/** No machine draws more: a counter that was reset, not a measurement. */
const MAX_WATTS = 100_000

interface Energy {
  microjoules: number
  atMs: number
}

/**
 * Watts drawn: of the whole machine where it runs on a battery, else of its processor packages by Linux's energy
 * counters (RAPL, which only root may read on most systems). Undefined where the system offers neither.
 */
export class PowerMeter {
  readonly #files: SystemFiles
  readonly #clock: Clock
  #last = new Map<string, Energy>()

  constructor(components: { files: SystemFiles; clock: Clock }) {
    this.#files = components.files
    this.#clock = components.clock
  }

  async watts(): Promise<number | undefined> {
    // Read even on a battery, so that the first reading after it is none over hours.
    const processors = await this.#processorWatts()
    return (await this.#batteryWatts()) ?? processors
  }

  async #batteryWatts(): Promise<number | undefined> {
    let microwatts: number | undefined
    for (const name of await this.#files.list(SUPPLIES)) {
      const folder = `${SUPPLIES}/${name}`
      if ((await this.#files.read(`${folder}/status`)) !== 'Discharging') continue
      // A mouse or headset has a battery too; its scope is Device.
      if ((await this.#files.read(`${folder}/scope`)) === 'Device') continue
      const drawn = await this.#batteryMicrowatts(folder)
      if (drawn !== undefined) microwatts = (microwatts ?? 0) + drawn
    }
    return plausible(microwatts === undefined ? undefined : microwatts / 1e6)
  }

  /** Some drivers give a discharging current or power as a negative number. */
  async #batteryMicrowatts(folder: string): Promise<number | undefined> {
    const power = await readNumber(this.#files, `${folder}/power_now`)
    if (power !== undefined) return Math.abs(power)
    const microvolts = await readNumber(this.#files, `${folder}/voltage_now`)
    const microamperes = await readNumber(this.#files, `${folder}/current_now`)
    if (microvolts === undefined || microamperes === undefined) return undefined
    return (microvolts * Math.abs(microamperes)) / 1e6
  }

  /** All packages have to be known over the same time, or the sum would be of another machine. */
  async #processorWatts(): Promise<number | undefined> {
    const previous = this.#last
    const current = new Map<string, Energy>()
    let watts: number | undefined
    let complete = true
    for (const zone of await this.#packages()) {
      const microjoules = await readNumber(this.#files, `${POWERCAP}/${zone}/energy_uj`)
      if (microjoules === undefined) {
        complete = false
        continue
      }
      const now: Energy = { microjoules, atMs: this.#clock.monotonic() }
      const before = previous.get(zone)
      const tooSoon = before !== undefined && now.atMs - before.atMs < MIN_INTERVAL_MS
      current.set(zone, tooSoon ? before : now)
      const drawn = before === undefined || tooSoon ? undefined : await this.#between(zone, before, now)
      if (drawn === undefined) complete = false
      else watts = (watts ?? 0) + drawn
    }
    this.#last = current
    return complete ? plausible(watts) : undefined
  }

  /** Top zones only: the others are parts of them. `psys` is the whole platform, so it alone counts where it is. */
  async #packages(): Promise<string[]> {
    const packages: string[] = []
    for (const zone of await this.#files.list(POWERCAP)) {
      // The same counters under another name are listed as intel-rapl-mmio.
      if (!/^intel-rapl:\d+$/.test(zone)) continue
      const name = await this.#files.read(`${POWERCAP}/${zone}/name`)
      if (name === 'psys') return [zone]
      packages.push(zone)
    }
    return packages
  }

  async #between(zone: string, before: Energy, now: Energy): Promise<number | undefined> {
    let microjoules = now.microjoules - before.microjoules
    if (microjoules < 0) {
      // The counter began anew at its end.
      const range = await readNumber(this.#files, `${POWERCAP}/${zone}/max_energy_range_uj`)
      if (range === undefined) return undefined
      microjoules += range
    }
    return microjoules < 0 ? undefined : microjoules / 1000 / (now.atMs - before.atMs)
  }
}

function plausible(watts: number | undefined): number | undefined {
  return watts !== undefined && watts > 0 && watts <= MAX_WATTS ? watts : undefined
}
