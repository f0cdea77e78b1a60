import type { Clock } from '@ailee/core'
import { SENSOR_TIMEOUT_MS } from '../constants.js'
import { PowerMeter } from './power.js'
import { type SystemFiles, systemFiles } from './system-files.js'
import { readTemperatureCelsius } from './temperature.js'

/** What the machine's sensors say; undefined where it has none. */
export interface SensorReadings {
  temperatureCelsius: number | undefined
  powerWatts: number | undefined
}

const nothing: SensorReadings = { temperatureCelsius: undefined, powerWatts: undefined }

/** Reads the sensors that Linux shows as files. Some sit behind a slow bus: one that hangs is not asked again meanwhile. */
export class Sensors {
  readonly #files: SystemFiles
  readonly #clock: Clock
  readonly #power: PowerMeter
  #reading: Promise<SensorReadings> | undefined

  constructor(components: { clock: Clock; files?: SystemFiles }) {
    this.#files = components.files ?? systemFiles
    this.#clock = components.clock
    this.#power = new PowerMeter({ files: this.#files, clock: components.clock })
  }

  /** Nothing where the sensors do not answer in time. */
  async read(): Promise<SensorReadings> {
    if (this.#reading !== undefined) return nothing
    const { promise: late, resolve } = Promise.withResolvers<SensorReadings>()
    const timer = this.#clock.setTimer(SENSOR_TIMEOUT_MS, () => resolve(nothing))
    const reading = this.#readAll().finally(() => {
      this.#reading = undefined
    })
    this.#reading = reading
    try {
      return await Promise.race([reading, late])
    } finally {
      timer.cancel()
    }
  }

  async #readAll(): Promise<SensorReadings> {
    const temperatureCelsius = await readTemperatureCelsius(this.#files)
    return { temperatureCelsius, powerWatts: await this.#power.watts() }
  }
}
