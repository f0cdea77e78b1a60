import { noMetrics, silentLogger, systemClock } from '@ailee/core'
import { bytesToHex, contentHash, encodeTaskInput, outputRoot } from '@ailee/protocol'
import { type ExecutionOutcome, type ExecutionRequest, Sandbox } from '@ailee/sandbox'

/** A run and what it was asked to be. */
export interface LocalRun {
  request: ExecutionRequest
  ran: ExecutionOutcome
  meteringHash: Uint8Array
  isolation: string
}

/** A sandbox of one command's own, which it has to stop. */
export async function startSandbox(maxMemoryBytes: number): Promise<Sandbox> {
  const components = { log: silentLogger, metrics: noMetrics, clock: systemClock }
  const sandbox = new Sandbox(components, { processes: 1, maxMemoryBytes })
  await sandbox.start()
  return sandbox
}

/** Runs a module in a sandbox of its own. */
export async function runHere(request: ExecutionRequest, signal: AbortSignal): Promise<LocalRun> {
  const sandbox = await startSandbox(request.limits.memoryBytes)
  try {
    const ran = await sandbox.run(request, { signal })
    return { request, ran, meteringHash: sandbox.meteringHash, isolation: sandbox.isolation }
  } finally {
    await sandbox.stop()
  }
}

/** What `run --json` prints. */
export function summaryOf({ request, ran, meteringHash, isolation }: LocalRun): Record<string, unknown> {
  const { instrumentMs, compileMs, runMs } = ran.times
  return {
    code: ran.code,
    trap: ran.trap,
    detail: ran.detail,
    exitCode: ran.exitCode,
    stdout: Buffer.from(ran.output).toString('base64'),
    fuelUsed: Number(ran.fuelUsed),
    staticDepth: ran.staticDepth,
    depthUsed: ran.depthUsed ?? null,
    memoryPeakBytes: ran.memoryPeakBytes,
    moduleHash: request.moduleHash,
    inputHash: contentHash(encodeTaskInput(request.input)),
    outputHash: contentHash(ran.output),
    outputRoot: bytesToHex(outputRoot(ran.output)),
    memoryHash: ran.memoryHash === undefined ? null : bytesToHex(ran.memoryHash),
    meteringHash: bytesToHex(meteringHash),
    seed: bytesToHex(request.seed),
    clockMs: request.clockMs,
    isolation,
    durationMs: Math.round(ran.wallTimeMs),
    times: { instrumentMs: rounded(instrumentMs), compileMs: rounded(compileMs), runMs: rounded(runMs) }
  }
}

/** To the microsecond. */
function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
