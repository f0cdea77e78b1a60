import { type ChildProcess as NodeProcess, spawn } from 'node:child_process'

/**
 * Kills the children when their parent dies, where the kernel cannot be asked to (`setpriv --pdeathsig`).
 * It is a shell that reads pids from a pipe and, when the pipe ends because the parent is gone, kills what it
 * has been told of. A child in an endless loop cannot notice by itself that its parent is gone.
 */
export class Watchdog {
  readonly #shell: NodeProcess

  private constructor(shell: NodeProcess) {
    this.#shell = shell
    shell.on('error', () => {})
    shell.stdin?.on('error', () => {})
  }

  /** undefined where there is no POSIX shell. */
  static start(): Watchdog | undefined {
    if (process.platform === 'win32') return undefined
    const script = `
      trap '' INT TERM HUP
      all=' '
      while read -r sign pid; do
        case $sign in
          +) all="$all$pid " ;;
          -) all="\${all%% $pid *} \${all#* $pid }" ;;
        esac
      done
      for pid in $all; do kill -9 "$pid"; done`
    const shell = spawn('/bin/sh', ['-c', script], {
      cwd: '/',
      env: {},
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true
    })
    return new Watchdog(shell)
  }

  /** Watches a child until it is gone. */
  watch(child: { readonly pid: number; readonly exited: Promise<unknown> }): void {
    this.#shell.stdin?.write(`+ ${child.pid}\n`)
    void child.exited.then(() => this.#shell.stdin?.write(`- ${child.pid}\n`))
  }

  /** Call it when no watched child is left. */
  async stop(): Promise<void> {
    if (this.#shell.exitCode !== null || this.#shell.signalCode !== null || this.#shell.pid === undefined)
      return
    const gone = new Promise((resolve) => this.#shell.once('exit', resolve))
    this.#shell.stdin?.end()
    await gone
  }
}
