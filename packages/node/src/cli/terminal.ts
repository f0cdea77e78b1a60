import { errorCode, errorMessage, formatDuration, isAileeError } from '@ailee/core'

/** What a command says: results to standard output, everything else to standard error. */
export class Terminal {
  readonly #json: boolean
  readonly #quiet: boolean
  #line = ''

  constructor(options: { json?: boolean; quiet?: boolean }) {
    this.#json = options.json ?? false
    this.#quiet = options.quiet ?? false
  }

  get isJson(): boolean {
    return this.#json
  }

  /** One JSON object on a line of standard output. */
  json(value: unknown): void {
    process.stdout.write(`${JSON.stringify(value, jsonValue)}\n`)
  }

  /** Text for standard output. Nothing in JSON mode, where only objects belong there. */
  text(line: string): void {
    if (!this.#json) process.stdout.write(`${line}\n`)
  }

  /** Exactly these bytes on standard output; resolves when they are out. */
  bytes(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()))
    })
  }

  /** A note on standard error. */
  note(line: string): void {
    this.clearProgress()
    if (!this.#json && !this.#quiet) process.stderr.write(`${line}\n`)
  }

  /** The state of long work: one line that is overwritten on a terminal, a line for each change elsewhere. */
  progress(line: string): void {
    if (this.#json || this.#quiet || line === this.#line) return
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${line}`)
    else process.stderr.write(`${line}\n`)
    this.#line = line
  }

  clearProgress(): void {
    if (this.#line !== '' && process.stderr.isTTY) process.stderr.write('\r\x1b[2K')
    this.#line = ''
  }

  /** Code, message and way out of an error, on standard error. */
  error(error: unknown): void {
    this.clearProgress()
    const code = errorCode(error)
    const message = errorMessage(error)
    const hint = isAileeError(error) ? error.hint : undefined
    if (this.#json) {
      process.stderr.write(`${JSON.stringify({ error: { code, message, hint: hint ?? null } })}\n`)
      return
    }
    process.stderr.write(`error ${code}: ${message}\n`)
    if (hint !== undefined) process.stderr.write(`  hint: ${hint}\n`)
    if (!isAileeError(error) && error instanceof Error && error.stack !== undefined) {
      process.stderr.write(`${error.stack}\n`)
    }
  }
}

/** Big integers as decimal texts: JSON numbers end at 2^53. */
function jsonValue(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}

/** Rows as aligned columns. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length))
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return [line(header), ...rows.map(line)].join('\n')
}

/** `12D3KooWabc…xyz`: enough of a peer id to tell nodes apart. */
export function shortId(id: string): string {
  return id.length > 16 ? `${id.slice(0, 8)}…${id.slice(-6)}` : id
}

/** `3 s ago` */
export function ago(atMs: number, nowMs = Date.now()): string {
  return `${formatDuration(Math.max(0, nowMs - atMs))} ago`
}

/** `1 bid`, `2 bids` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
