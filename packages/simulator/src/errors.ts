import { AileeError, type AileeErrorOptions } from '@ailee/core'

/**
 * Codes of this package.
 *
 * | code | meaning |
 * |---|---|
 * | SIMULATION_INVALID | a parameter is unknown or out of its range |
 */
export type SimulatorErrorCode = 'SIMULATION_INVALID'

export class SimulatorError extends AileeError<SimulatorErrorCode> {
  constructor(code: SimulatorErrorCode, message: string, options: AileeErrorOptions = {}) {
    super(code, message, options)
    this.name = 'SimulatorError'
  }
}
