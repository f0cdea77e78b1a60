import type { LogContext, Logger } from '../../src/index.js'

/** A logger that keeps its error lines. */
export class RecordingLogger implements Logger {
  readonly errors: { message: string; context: LogContext | undefined }[] = []

  debug(): void {}
  info(): void {}
  warn(): void {}
  error(message: string, context?: LogContext): void {
    this.errors.push({ message, context })
  }
  child(): Logger {
    return this
  }
}
