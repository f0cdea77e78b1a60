import type { LogContext, Logger } from '@ailee/core'
import pino from 'pino'

/** Fields that must never reach a log, wherever they stand. */
const secrets = [
  'privateKey',
  'secret',
  'token',
  'password',
  '*.privateKey',
  '*.secret',
  '*.token',
  '*.password'
]

/** JSON lines on standard error; standard output belongs to the command. */
export function createLogger(level: string): Logger {
  const destination = pino.destination({ fd: 2, sync: true })
  const root = pino(
    { level, base: undefined, redact: secrets, serializers: { error: pino.stdSerializers.err } },
    destination
  )
  return wrap(root)
}

function wrap(log: pino.Logger): Logger {
  return {
    debug: (message: string, context?: LogContext) => log.debug(context ?? {}, message),
    info: (message: string, context?: LogContext) => log.info(context ?? {}, message),
    warn: (message: string, context?: LogContext) => log.warn(context ?? {}, message),
    error: (message: string, context?: LogContext) => log.error(context ?? {}, message),
    child: (context: LogContext) => wrap(log.child(context))
  }
}
