/** Options of {@link AileeError}: `cause` keeps the original failure, `hint` names the way out for the person reading it. */
export interface AileeErrorOptions {
  cause?: unknown
  hint?: string
}

/**
 * The one error class of the project. `code` is stable and machine-readable (`TASK_NOT_FOUND`); its meaning
 * never changes. `message` is for people and may change. Each package documents its codes in its `errors.ts`.
 */
export class AileeError<Code extends string = string> extends Error {
  readonly code: Code
  readonly hint: string | undefined

  constructor(code: Code, message: string, options: AileeErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AileeError'
    this.code = code
    this.hint = options.hint
  }
}

/** True if `error` is an {@link AileeError}, optionally with exactly this code. */
export function isAileeError(error: unknown, code?: string): error is AileeError {
  return error instanceof AileeError && (code === undefined || error.code === code)
}

/** The code of any thrown value: its own if it is coded, else `INTERNAL`. */
export function errorCode(error: unknown): string {
  return error instanceof AileeError ? error.code : 'INTERNAL'
}

/** The message of any thrown value. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Shortens text that came from a remote peer, and replaces control characters, line separators and bidirectional overrides, so that it cannot flood or forge a log or terminal line. */
export function remoteText(text: string, maxLength = 200): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
  const printable = text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '�')
  return printable.length > maxLength ? `${printable.slice(0, maxLength)}…` : printable
}
