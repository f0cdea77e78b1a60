import * as assert from 'uvu/assert'
import { ProtocolError, type ProtocolErrorCode } from '../../src/index.js'

/** What `run` throws, which must be a ProtocolError, with this code if one is given. */
export function throwsCode(run: () => unknown, code?: ProtocolErrorCode, place = ''): ProtocolError {
  let result: unknown
  try {
    result = run()
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    if (code !== undefined) assert.is(error.code, code, `${place} ${error.message}`)
    return error
  }
  throw new Error(`${place} expected ${code ?? 'a ProtocolError'}, got ${String(result)}`)
}
