/** Structured context of one log line. */
export type LogContext = Record<string, unknown>

/** What packages log through; the program binds it to pino. Message first, context second. */
export interface Logger {
  debug(message: string, context?: LogContext): void
  info(message: string, context?: LogContext): void
  warn(message: string, context?: LogContext): void
  error(message: string, context?: LogContext): void
  child(context: LogContext): Logger
}

/** A logger that drops everything, for tests and short-lived programs. */
export const silentLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => silentLogger
}
