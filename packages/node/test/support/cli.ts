import { spawn } from 'node:child_process'
import { program } from './paths.js'

export interface CliResult {
  code: number | null
  stdout: Buffer
  stderr: string
}

/** Longest any command may take here; one that hangs is a failure with its output. */
const TIMEOUT_MS = 300_000

/** Without the colour settings of the test runner, of which Node itself would complain on standard error. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _force, NO_COLOR: _no, ...env } = process.env
  return env
}

/** Runs `ailee-node` to its end. */
export function cli(
  args: readonly string[],
  options: { stdin?: string; env?: NodeJS.ProcessEnv } = {}
): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      env: { ...plainEnvironment(), ...options.env },
      stdio: ['pipe', 'pipe', 'pipe']
    })
    const stdout: Buffer[] = []
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`${args.join(' ')} hung: ${stderr}`))
    }, TIMEOUT_MS)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code, stdout: Buffer.concat(stdout), stderr })
    })
    child.stdin.on('error', () => {})
    child.stdin.end(options.stdin ?? '')
  })
}

/** The last line of standard output as JSON. */
export function lastJson(result: CliResult): Record<string, unknown> {
  const line = result.stdout.toString().trimEnd().split('\n').at(-1) ?? ''
  return JSON.parse(line) as Record<string, unknown>
}

/** The `error` object a command in JSON mode ends with. */
export function errorOf(result: CliResult): { code: string; message: string; hint: string | null } {
  const line = result.stderr.trimEnd().split('\n').at(-1) ?? ''
  return (JSON.parse(line) as { error: { code: string; message: string; hint: string | null } }).error
}
