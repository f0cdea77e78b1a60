import { type Must, probe } from '@ailee/conformance'
import { MIB, noMetrics, silentLogger, systemClock } from '@ailee/core'
import { type ExecutionOutcome, type ExecutionRequest, Sandbox } from '@ailee/sandbox'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { startWorkerPart } from '../support/byzantine/worker-part.js'

/** One rule that a worker breaks: in what it has its sandbox run, or in what it says came out. */
interface BrokenRule {
  request?: (request: ExecutionRequest) => Partial<ExecutionRequest>
  outcome?: (outcome: ExecutionOutcome) => Partial<ExecutionOutcome>
}

/** A sandbox that runs modules as it should, but for one rule. */
class BrokenSandbox extends Sandbox {
  rule: BrokenRule = {}

  override async run(
    request: ExecutionRequest,
    options: { signal?: AbortSignal } = {}
  ): Promise<ExecutionOutcome> {
    const { rule } = this
    const outcome = await super.run({ ...request, ...rule.request?.(request) }, options)
    return { ...outcome, ...rule.outcome?.(outcome) }
  }
}

const insteadOf =
  (code: ExecutionOutcome['code'], other: ExecutionOutcome['code']): BrokenRule['outcome'] =>
  (outcome) =>
    outcome.code === code ? { code: other } : {}

/** Each broken rule, and the requirements that must fail for it: no others may. */
const brokenRules: readonly [name: string, rule: BrokenRule, fails: Must[]][] = [
  ['nothing', {}, []],
  ['the seed is not used', { request: () => ({ seed: new Uint8Array(32) }) }, ['MUST-100']],
  ['the clock is a millisecond late', { request: ({ clockMs }) => ({ clockMs: clockMs + 1 }) }, ['MUST-101']],
  [
    'memory is not limited',
    { request: ({ limits }) => ({ limits: { ...limits, memoryBytes: 64 * MIB } }) },
    ['MUST-095', 'MUST-096']
  ],
  [
    'one byte of output too many is let through',
    { request: ({ limits }) => ({ limits: { ...limits, outputBytes: limits.outputBytes + 1 } }) },
    ['MUST-104']
  ],
  [
    'a unit of fuel too many is stated of each success',
    { outcome: ({ code, fuelUsed }) => (code === 'SUCCESS' ? { fuelUsed: fuelUsed + 1n } : {}) },
    ['MUST-110', 'MUST-111', 'MUST-112', 'MUST-113', 'MUST-114']
  ],
  [
    'a trap takes only what it used',
    { outcome: ({ code }) => (code === 'TRAP' ? { fuelUsed: 7n } : {}) },
    ['MUST-096', 'MUST-114', 'MUST-119']
  ],
  [
    'large modules are malformed',
    { outcome: insteadOf('MODULE_TOO_COMPLEX', 'MODULE_INVALID') },
    ['MUST-092']
  ],
  [
    'unknown imports do not link',
    { outcome: insteadOf('IMPORT_DENIED', 'INSTANTIATION_FAILED') },
    ['MUST-094']
  ],
  ['depth is a trap', { outcome: insteadOf('DEPTH_EXHAUSTED', 'TRAP') }, ['MUST-115']],
  [
    'arguments are dropped',
    { request: ({ input }) => ({ input: { ...input, args: [] } }) },
    [
      'MUST-097',
      'MUST-098',
      'MUST-099',
      'MUST-105',
      'MUST-110',
      'MUST-113',
      'MUST-115',
      'MUST-116',
      'MUST-118'
    ]
  ],
  [
    'files are dropped',
    { request: ({ input }) => ({ input: { ...input, files: [] } }) },
    ['MUST-120', 'MUST-121', 'MUST-122', 'MUST-123']
  ],
  ['exit codes are signed', { outcome: ({ exitCode }) => ({ exitCode: exitCode % 2 ** 31 }) }, ['MUST-097']],
  [
    'standard error is cut short',
    { outcome: ({ stderr }) => ({ stderr: stderr.subarray(0, 100) }) },
    ['MUST-104']
  ]
]

/** One of each kind, which a broken rule of another kind must leave alone. */
const controls: readonly Must[] = ['MUST-094', 'MUST-099', 'MUST-100', 'MUST-101', 'MUST-110', 'MUST-121']

/** Section 15, and the one requirement about outputs of workers. */
const musts = [...range(92, 105), ...range(109, 123), 'MUST-072'] as Must[]

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `MUST-${String(from + index).padStart(3, '0')}`)
}

const network = 'local-broken-workers'
const test = suite<{ sandbox: BrokenSandbox; target: string; stop(): Promise<void> }>('broken workers')

test.before(async (context) => {
  const components = { log: silentLogger, metrics: noMetrics, clock: systemClock }
  context.sandbox = new BrokenSandbox(components, { processes: 2, maxMemoryBytes: 128 * MIB })
  const part = await startWorkerPart(context.sandbox, { network, slots: 2 })
  context.target = part.address
  context.stop = part.stop
})

test.after(({ stop }) => stop())

for (const [name, rule, fails] of brokenRules) {
  test(`${name}: ${fails.length === 0 ? 'none fails' : fails.join(', ')}`, async ({ sandbox, target }) => {
    sandbox.rule = rule
    const only = fails.length === 0 ? musts : [...controls, ...fails]
    const reports = await probe({ target, network, only })
    const failed = reports.filter(({ status }) => status !== 'pass')
    const details = failed.map(({ must, status, detail }) => `${must} ${status} ${detail}`).join('\n')
    assert.equal(
      failed.map(({ must }) => must),
      [...fails].sort(),
      details
    )
  })
}

test.run()
