import { AileeError, type AileeErrorOptions } from '@ailee/core'

/**
 * Codes of this package. Codes a coordinator answers with are passed on as they are.
 *
 * | code | meaning |
 * |---|---|
 * | MODULE_TOO_LARGE | the module is larger than the network takes |
 * | INPUT_TOO_LARGE | arguments, environment and standard input together are |
 * | COORDINATOR_UNREACHABLE | the coordinator was lost and did not come back in time |
 * | AUDIT_REFUSED | a coordinator asks for the execution of a task that is not to be executed here |
 * | RESULT_NOT_TRUSTED | what came back is not signed, or does not fit what was asked |
 */
export type ClientErrorCode =
  | 'MODULE_TOO_LARGE'
  | 'INPUT_TOO_LARGE'
  | 'COORDINATOR_UNREACHABLE'
  | 'AUDIT_REFUSED'
  | 'RESULT_NOT_TRUSTED'

export class ClientError extends AileeError<ClientErrorCode> {
  constructor(code: ClientErrorCode, message: string, options: AileeErrorOptions = {}) {
    super(code, message, options)
    this.name = 'ClientError'
  }
}
