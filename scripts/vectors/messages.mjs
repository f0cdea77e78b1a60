/** `messages.json`: the payload of every message, read or refused. */

import * as protocol from '../../packages/protocol/dist/src/index.js'
import { ailee } from '../../packages/protocol/generated/messages.js'
import { bytes, codeOf, counting, expect, fieldsOf, hex, u64, utf8 } from './json.mjs'

const INVALID = 'WIRE_FIELD_INVALID'
const TOO_LARGE = 'WIRE_TOO_LARGE'
const MALFORMED = 'WIRE_MALFORMED'

const taskId = counting(32, 1)
const hash = counting(32, 64)
const worker = protocol.nodeIdFromPublicKey(counting(32, 128))
const coordinator = protocol.nodeIdFromPublicKey(counting(32, 160))
const time = u64(1_795_501_275_360n)
const latest = u64(2n ** 53n - 1n)
const tooLate = u64(2n ** 53n)
const largest = u64(2n ** 64n - 1n)
const MIB = 1024 * 1024

const limits = {
  memoryBytes: u64(128 * MIB),
  fuel: u64(10n ** 9n),
  wallTimeMs: 30_000,
  outputBytes: u64(16 * MIB)
}
const requirements = { regions: ['eu', 'é'], minReputationPermille: 500, isolation: 'full' }
const spec = {
  moduleHash: hash,
  moduleBytes: u64(28_628),
  inputHash: counting(32, 96),
  inputBytes: u64(7),
  function: 'run',
  limits,
  seed: counting(32, 32),
  clockMs: time,
  hashMemory: true
}
const signature = {
  publicKey: counting(32, 128),
  nonce: counting(16, 7),
  expiresAtMs: u64(1_795_501_395_360n),
  signature: counting(64, 100),
  treeSize: 5,
  leafIndex: 4,
  path: [counting(32, 200)]
}
const outcome = {
  outputHash: hash,
  outputBytes: u64(2),
  outputInline: utf8('ok'),
  stderr: Uint8Array.of(0xff, 0),
  detail: 'as asked'
}
const verdict = {
  coordinator,
  method: 2,
  replicas: 3,
  votes: 2,
  estimatedErrorPpm: 1_000_000,
  decidedAtMs: time,
  lotId: counting(32, 44),
  bidSetRoot: counting(32, 55),
  coordinatorSignature: { ...signature, treeSize: 1, leafIndex: 0, path: [] }
}
const receipt = {
  version: 1,
  network: 'local',
  taskId,
  worker,
  moduleHash: hash,
  function: 'run',
  inputHash: counting(32, 96),
  limits,
  meteringHash: counting(32, 11),
  seed: counting(32, 32),
  clockMs: time,
  outputRoot: counting(32, 22),
  outputBytes: u64(2),
  fuelUsed: u64(5806),
  code: 1,
  trap: '',
  exitCode: 0,
  memoryHash: counting(32, 33),
  startedAtMs: time,
  finishedAtMs: u64(1_795_501_275_572n),
  nonce: counting(16, 9),
  workerSignature: signature,
  verdict
}
const bare = { ...receipt, memoryHash: null, verdict: null }
const verification = { mode: 4, targetErrorPpm: 500, maxDelayMs: u64(60_000), quorum: 3 }
const status = {
  taskId,
  state: 5,
  bids: 3,
  workers: [worker],
  attempts: 1,
  submittedAtMs: time,
  updatedAtMs: time,
  code: '',
  message: '',
  rejections: [{ worker, code: 'WORKER_BUSY', message: '1 of its 1 slots are taken' }]
}

/** A field of fixed length that is missing, too short and too long. */
function lengths(field, length) {
  return [
    [`${field} is missing`, { [field]: null }, INVALID],
    [`${field} is too short`, { [field]: counting(length - 1) }, INVALID],
    [`${field} is too long`, { [field]: counting(length + 1) }, INVALID]
  ]
}

/** The same changes one level deeper. */
function inside(field, wire, changes) {
  return changes.map(([name, change, code]) => [
    `${field}: ${name}`,
    { [field]: { ...wire, ...change } },
    code
  ])
}

const missing = (field) => [`${field} is missing`, { [field]: null }, INVALID]
const notACode = [
  ['code is empty', { code: '' }, INVALID],
  ['code in lower case', { code: 'busy' }, INVALID],
  ['code of 65 characters', { code: `A${'0'.repeat(64)}` }, INVALID],
  ['code with a line break after it', { code: 'A\n' }, INVALID]
]
const aLongCode = ['the longest code', { code: `A${'_'.repeat(63)}` }]
const messageTooLong = ['message of 513 bytes', { message: 'x'.repeat(513) }, TOO_LARGE]

const limitChanges = [
  ['no memory', { memoryBytes: u64(0) }, INVALID],
  ['more memory than 4096 MiB', { memoryBytes: u64(2n ** 32n + 1n) }, INVALID],
  ['no wall time', { wallTimeMs: 0 }, INVALID],
  ['more wall time than a day', { wallTimeMs: 86_400_001 }, INVALID],
  ['more output than 16 MiB', { outputBytes: u64(16 * MIB + 1) }, INVALID]
]
const requirementChanges = [
  ['17 regions', { regions: new Array(17).fill('eu') }, TOO_LARGE],
  ['an empty region', { regions: ['eu', ''] }, INVALID],
  ['a region of 65 bytes', { regions: ['x'.repeat(65)] }, TOO_LARGE],
  ['reputation above 1000', { minReputationPermille: 1001 }, INVALID],
  ['an isolation that is none', { isolation: 'FULL' }, INVALID]
]
const specChanges = [
  ...lengths('moduleHash', 32),
  ...lengths('inputHash', 32),
  ...lengths('seed', 32),
  ['an empty module', { moduleBytes: u64(0) }, INVALID],
  ['a module above 4 MiB', { moduleBytes: u64(4 * MIB + 1) }, INVALID],
  ['an input above 16 MiB', { inputBytes: u64(16 * MIB + 1) }, INVALID],
  ['function name of 257 bytes', { function: 'x'.repeat(257) }, TOO_LARGE],
  ['function name of 86 characters and 258 bytes', { function: '€'.repeat(86) }, TOO_LARGE],
  ['clock above 2^53 − 1', { clockMs: tooLate }, INVALID],
  missing('limits'),
  ...inside('limits', limits, limitChanges)
]
const signatureChanges = [
  ...lengths('publicKey', 32),
  ...lengths('nonce', 16),
  ...lengths('signature', 64),
  ['expiry above 2^53 − 1', { expiresAtMs: tooLate }, INVALID],
  ['an empty tree', { treeSize: 0, leafIndex: 0 }, INVALID],
  ['a tree of 65 537 leaves', { treeSize: 65_537 }, INVALID],
  ['a leaf outside its tree', { leafIndex: 5 }, INVALID],
  ['a path of 17 hashes', { path: new Array(17).fill(hash) }, TOO_LARGE],
  ['a hash of 31 bytes in the path', { path: [counting(31)] }, INVALID]
]
const outcomeChanges = [
  ...lengths('outputHash', 32),
  ['an output above 16 MiB', { outputBytes: u64(16 * MIB + 1) }, INVALID],
  ['detail of 513 bytes', { detail: 'x'.repeat(513) }, TOO_LARGE]
]
const verdictChanges = [
  ['no coordinator', { coordinator: '' }, INVALID],
  ['method 0', { method: 0 }, INVALID],
  ['method 6', { method: 6 }, INVALID],
  ['lot id of 31 bytes', { lotId: counting(31) }, INVALID],
  ['bid set root of 33 bytes', { bidSetRoot: counting(33) }, INVALID],
  ['no replicas', { replicas: 0 }, INVALID],
  ['10 replicas', { replicas: 10 }, INVALID],
  ['10 votes', { votes: 10 }, INVALID],
  ['an error above 1 000 000 ppm', { estimatedErrorPpm: 1_000_001 }, INVALID],
  ['decided above 2^53 − 1', { decidedAtMs: tooLate }, INVALID],
  missing('coordinatorSignature')
]
const receiptChanges = [
  ['version 0', { version: 0 }, 'WIRE_VERSION_UNSUPPORTED'],
  ['version 2', { version: 2 }, 'WIRE_VERSION_UNSUPPORTED'],
  ['no network', { network: '' }, INVALID],
  ['network of 65 bytes', { network: 'x'.repeat(65) }, TOO_LARGE],
  ...['taskId', 'moduleHash', 'inputHash', 'meteringHash', 'seed', 'outputRoot'].flatMap((field) =>
    lengths(field, 32)
  ),
  ...lengths('nonce', 16),
  ['no worker', { worker: '' }, INVALID],
  ['worker of 129 bytes', { worker: 'x'.repeat(129) }, TOO_LARGE],
  ['an output above 16 MiB', { outputBytes: u64(16 * MIB + 1) }, INVALID],
  ['code 0', { code: 0, memoryHash: null }, INVALID],
  ['code 16', { code: 16, memoryHash: null }, INVALID],
  ['trap of 65 bytes', { trap: 'x'.repeat(65) }, TOO_LARGE],
  ['memory hash of 31 bytes', { memoryHash: counting(31) }, INVALID],
  ['memory hash of a run that failed', { code: 8 }, INVALID],
  ['started above 2^53 − 1', { startedAtMs: tooLate }, INVALID],
  ['finished above 2^53 − 1', { finishedAtMs: tooLate }, INVALID],
  missing('limits'),
  missing('workerSignature'),
  ...inside('workerSignature', signature, signatureChanges),
  ...inside('verdict', verdict, verdictChanges)
]
const statusChanges = [
  ['of a sealed auction', { auction: { strategy: 5, sealed: true } }],
  ['strategy 7', { auction: { strategy: 7 } }, INVALID],
  ...lengths('taskId', 32),
  ['state 0', { state: 0 }, INVALID],
  ['state 11', { state: 11 }, INVALID],
  ['10 workers', { workers: new Array(10).fill(worker) }, TOO_LARGE],
  ['an empty worker', { workers: [''] }, INVALID],
  ['a code that is none', { code: 'not a code' }, INVALID],
  ['updated above 2^53 − 1', { updatedAtMs: tooLate }, INVALID],
  messageTooLong,
  ['65 rejections', { rejections: new Array(65).fill({ worker: 'w', code: 'A' }) }, TOO_LARGE],
  ['a rejection without a code', { rejections: [{ worker, code: '' }] }, INVALID]
]

/** Parts of a bid set, written as they are on the wire. */
const head = {
  network: 'local',
  taskId,
  attempt: 2,
  coordinator,
  openedAtMs: time,
  closesAtMs: u64(1_795_501_276_110n),
  strategy: 1,
  maxCost: u64(333),
  wanted: 1
}
const bidOf = (fields) =>
  ailee.v1.Bid.encode({ taskId, attempt: 2, cost: u64(250), load: 1, slots: 4, ...fields }).finish()
const signedAs = (first, payload) => ({
  payload,
  signature: { ...signature, publicKey: counting(32, first) }
})
const numbers = { reputationPpm: 500_000, healthPpm: 400_000, greenPpm: 0, latencyUs: 20_000, waited: 3 }
const headOf = (fields = {}) => ailee.v1.BidSetHead.encode({ ...head, ...fields }).finish()
const entryOf = (fields = {}) =>
  ailee.v1.BidSetEntry.encode({ bid: signedAs(128, bidOf({})), ...numbers, outcome: 1, ...fields }).finish()
const second = entryOf({ bid: signedAs(160, bidOf({ cost: u64(300) })), latencyUs: null, outcome: 0 })
const openSet = { head: headOf(), entries: [entryOf(), second] }
const sealedBid = bidOf({ salt: counting(32, 5) })
const committedTo = (commitment) => ({
  commitment: signedAs(128, ailee.v1.BidCommitment.encode({ taskId, attempt: 2, commitment }).finish())
})
const commitment = protocol.bidCommitment('local', worker, sealedBid)
const commitmentsRoot = protocol.commitmentsRoot({ taskId: protocol.bytesToHex(taskId), attempt: 2 }, [
  { worker, commitment }
])
const shown = { bid: signedAs(128, sealedBid), ...committedTo(commitment) }
const bidSetChanges = [
  ['nobody bid', { entries: [] }],
  ['sealed', { head: headOf({ commitmentsRoot }), entries: [entryOf(shown)] }],
  [
    'sealed, a bid that never came',
    { head: headOf({ commitmentsRoot }), entries: [entryOf({ ...shown, bid: null, outcome: 0 })] }
  ],
  ['no head', { head: null }, INVALID],
  ['head: attempt 0', { head: headOf({ attempt: 0 }) }, INVALID],
  ['head: strategy 7', { head: headOf({ strategy: 7 }) }, INVALID],
  ['head: nobody wanted', { head: headOf({ wanted: 0 }) }, INVALID],
  ['head: 10 wanted', { head: headOf({ wanted: 10 }) }, INVALID],
  ['head: no network', { head: headOf({ network: '' }) }, INVALID],
  [
    'a bid of another auction',
    { entries: [entryOf({ bid: signedAs(128, bidOf({ attempt: 3 })) })] },
    INVALID
  ],
  [
    'a bid above the maximum',
    { entries: [entryOf({ bid: signedAs(128, bidOf({ cost: u64(334) })) })] },
    INVALID
  ],
  ['out of order', { entries: [second, entryOf()] }, INVALID],
  ['a worker twice', { entries: [entryOf(), entryOf()] }, INVALID],
  ['no bid in an open auction', { entries: [entryOf({ bid: null, outcome: 0 })] }, INVALID],
  ['a commitment in an open auction', { entries: [entryOf(shown)] }, INVALID],
  ['sealed, a bid without commitment', { head: headOf({ commitmentsRoot }) }, INVALID],
  [
    'sealed, another bid than was committed to',
    { head: headOf({ commitmentsRoot }), entries: [entryOf({ ...shown, bid: signedAs(128, bidOf({})) })] },
    INVALID
  ],
  [
    'sealed, another root of commitments',
    { head: headOf({ commitmentsRoot: hash }), entries: [entryOf(shown)] },
    INVALID
  ],
  [
    'sealed, a winner that showed no bid',
    { head: headOf({ commitmentsRoot }), entries: [entryOf({ ...shown, bid: null })] },
    INVALID
  ],
  ['reputation above 1 000 000', { entries: [entryOf({ reputationPpm: 1_000_001 })] }, INVALID],
  ['latency above 10^9', { entries: [entryOf({ latencyUs: 1_000_000_001 })] }, INVALID],
  ['waited above 10^9', { entries: [entryOf({ waited: 1_000_000_001 })] }, INVALID],
  ['outcome 3', { entries: [entryOf({ outcome: 3 })] }, INVALID],
  ['65 entries', { entries: new Array(65).fill(entryOf()) }, TOO_LARGE]
]

/**
 * Every message: its type where it has one, the fields of a usual one, and changes to them: `[name, fields]` where
 * the changed message is good as well, `[name, fields, code]` where it is refused.
 */
const messages = [
  [
    'Hello',
    'HELLO',
    { worker: true, agent: 'ailee-node/0.1.0', delegation: signature },
    [
      ['without a delegation', { delegation: null, client: true }],
      ['the longest agent', { agent: 'é'.repeat(32) }],
      ['agent of 65 bytes', { agent: 'x'.repeat(65) }, TOO_LARGE],
      ...inside('delegation', signature, signatureChanges)
    ]
  ],
  [
    'Credit',
    'CREDIT',
    { messages: 1024, bytes: 2 * MIB },
    [
      ['nothing', { messages: 0, bytes: 0 }],
      ['1025 messages', { messages: 1025 }, INVALID],
      ['2 MiB and a byte', { bytes: 2 * MIB + 1 }, INVALID]
    ]
  ],
  [
    'Status',
    'STATUS',
    { code: 'QUEUE_FULL', message: 'try later', retryAfterMs: 1000 },
    [aLongCode, ...notACode, messageTooLong]
  ],
  [
    'SubmitTask',
    'SUBMIT_TASK',
    {
      clientTaskId: counting(16, 3),
      spec,
      reward: u64(10n ** 18n),
      requirements,
      replicas: 3,
      deadlineMs: u64(600_000),
      priority: 2,
      verification
    },
    [
      [
        'a WASI command without requirements',
        { spec: { ...spec, function: '', hashMemory: false }, requirements: null, priority: 0 }
      ],
      [
        'the largest numbers',
        {
          reward: largest,
          replicas: 9,
          verification: { ...verification, quorum: 9 },
          deadlineMs: u64(604_800_000),
          priority: 3,
          spec: {
            ...spec,
            clockMs: latest,
            limits: { ...limits, fuel: largest, memoryBytes: u64(2n ** 32n) }
          }
        }
      ],
      ...lengths('clientTaskId', 16),
      ['no replicas', { replicas: 0 }, INVALID],
      ['10 replicas', { replicas: 10 }, INVALID],
      ['no deadline', { deadlineMs: u64(0) }, INVALID],
      ['a deadline above 7 days', { deadlineMs: u64(604_800_001) }, INVALID],
      ['priority 4', { priority: 4 }, INVALID],
      ['no terms of verification: AUTO, 1000 ppm, no delay', { verification: null }],
      [
        'a lot of one wrong in a million',
        { replicas: 1, verification: { mode: 1, targetErrorPpm: 1, maxDelayMs: u64(604_800_000), quorum: 0 } }
      ],
      ...inside('verification', verification, [
        ['mode 6', { mode: 6 }, INVALID],
        ['mode LEDGER with 3 replicas', { mode: 2, quorum: 0 }, INVALID],
        ['an error above 1 000 000 ppm', { targetErrorPpm: 1_000_001 }, INVALID],
        ['a delay above 7 days', { maxDelayMs: u64(604_800_001) }, INVALID],
        ['a quorum of half of the replicas', { quorum: 1 }, INVALID],
        ['a quorum above the replicas', { quorum: 4 }, INVALID]
      ]),
      ['unverified', { replicas: 1, verification: { mode: 5 } }],
      ['a sealed auction that goes by the lowest cost', { auction: { strategy: 1, sealed: true } }],
      ['the last strategy', { auction: { strategy: 6 } }],
      ['strategy 7', { auction: { strategy: 7 } }, INVALID],
      ['the client as referee', { replicas: 1, verification: { mode: 3, referee: 1 } }],
      ['referee 2', { replicas: 1, verification: { mode: 3, referee: 2 } }, INVALID],
      ['the client as referee of replicas', { verification: { ...verification, referee: 1 } }, INVALID],
      ['the client as referee of nothing', { replicas: 1, verification: { mode: 5, referee: 1 } }, INVALID],
      ['mode REPLICAS with one replica', { replicas: 1, verification: { mode: 4 } }, INVALID],
      ['a quorum of one replica', { replicas: 1, verification: { quorum: 1 } }, INVALID],
      missing('spec'),
      ...inside('spec', spec, specChanges),
      ...inside('requirements', requirements, requirementChanges)
    ]
  ],
  [
    'TaskStatus',
    'TASK_STATUS',
    status,
    [
      [
        'failed',
        { state: 8, code: 'NO_QUORUM', message: 'the executions disagree', workers: [], rejections: [] }
      ],
      ...statusChanges
    ]
  ],
  ['GetTask', 'GET_TASK', { taskId, follow: true }, lengths('taskId', 32)],
  ['CancelTask', 'CANCEL_TASK', { taskId }, lengths('taskId', 32)],
  [
    'ListTasks',
    'LIST_TASKS',
    { limit: 10 },
    [
      ['no limit asks for 100', { limit: 0 }],
      ['101 tasks', { limit: 101 }, INVALID]
    ]
  ],
  [
    'TaskList',
    'TASK_LIST',
    { tasks: [status, { ...status, taskId: hash }] },
    [
      ['no tasks', { tasks: [] }],
      ['101 tasks', { tasks: new Array(101).fill({ taskId, state: 2 }) }, TOO_LARGE],
      ['a task without an id', { tasks: [status, { ...status, taskId: null }] }, INVALID]
    ]
  ],
  [
    'TaskProvisional',
    'TASK_PROVISIONAL',
    {
      status: { ...status, state: 6 },
      outcome,
      receipt: { ...receipt, verdict: null },
      lotId: new Uint8Array(32).fill(7),
      finalByMs: time
    },
    [
      missing('status'),
      missing('outcome'),
      missing('receipt'),
      missing('lotId'),
      ['a lot of 31 bytes', { lotId: new Uint8Array(31) }, INVALID],
      ['final above 2^53 − 1', { finalByMs: tooLate }, INVALID],
      ['a receipt without a version', { receipt: {} }, 'WIRE_VERSION_UNSUPPORTED'],
      ['an outcome without a hash', { outcome: {} }, INVALID]
    ]
  ],
  [
    'TaskComplete',
    'TASK_COMPLETE',
    { status: { ...status, state: 7 }, outcome, receipts: [receipt] },
    [
      [
        'cancelled before it ran',
        { status: { ...status, state: 9, code: 'CANCELLED_BY_CLIENT' }, outcome: null, receipts: [] }
      ],
      missing('status'),
      ['10 receipts', { receipts: new Array(10).fill({ version: 1 }) }, TOO_LARGE],
      ['a receipt without a version', { receipts: [{}] }, 'WIRE_VERSION_UNSUPPORTED'],
      ['an outcome without a hash', { outcome: {} }, INVALID]
    ]
  ],
  [
    'TaskOffer',
    'TASK_OFFER',
    {
      taskId,
      attempt: 1,
      moduleHash: hash,
      moduleBytes: u64(28_628),
      inputBytes: u64(7),
      limits,
      requirements,
      maxCost: u64(333),
      closesAtMs: time
    },
    [
      ['without requirements', { requirements: null, maxCost: largest }],
      ['of a sealed auction', { sealed: true }],
      ...lengths('taskId', 32),
      ...lengths('moduleHash', 32),
      ['an empty module', { moduleBytes: u64(0) }, INVALID],
      ['an input above 16 MiB', { inputBytes: u64(16 * MIB + 1) }, INVALID],
      ['closes above 2^53 − 1', { closesAtMs: tooLate }, INVALID],
      missing('limits'),
      ...inside('limits', limits, limitChanges),
      ...inside('requirements', requirements, requirementChanges)
    ]
  ],
  [
    'BidCommitment',
    'BID_COMMITMENT',
    { taskId, attempt: 2, commitment: hash },
    [...lengths('taskId', 32), ...lengths('commitment', 32)]
  ],
  [
    'RevealBid',
    'REVEAL_BID',
    { taskId, attempt: 2, commitment: hash, commitmentsRoot: counting(32, 70) },
    [...lengths('taskId', 32), ...lengths('commitment', 32), ...lengths('commitmentsRoot', 32)]
  ],
  [
    'GetBidSet',
    'GET_BID_SET',
    { taskId, attempt: 2 },
    [['the last one with a winner', { attempt: 0 }], ...lengths('taskId', 32)]
  ],
  ['BidSet', 'BID_SET', openSet, bidSetChanges],
  [
    'Bid',
    'BID',
    { taskId, attempt: 2, cost: u64(250), load: 1, slots: 4, moduleCached: true },
    [
      ['the largest numbers', { attempt: 2 ** 32 - 1, cost: largest, load: 1_000_000, slots: 65_536 }],
      ...lengths('taskId', 32),
      ['load above 10^6', { load: 1_000_001 }, INVALID],
      ['no slots', { slots: 0 }, INVALID],
      ['65 537 slots', { slots: 65_537 }, INVALID],
      ['in a series', { series: counting(16, 3) }],
      ['a series of 15 bytes', { series: counting(15) }, INVALID],
      ['with the salt of a sealed auction', { salt: counting(32, 5) }],
      ['a salt of 31 bytes', { salt: counting(31) }, INVALID],
      ['above 1024 bytes', { series: counting(1024) }, TOO_LARGE]
    ]
  ],
  [
    'Decline',
    'DECLINE',
    { taskId, attempt: 2, code: 'WORKER_BUSY', message: 'full' },
    [...lengths('taskId', 32), ...notACode, messageTooLong]
  ],
  [
    'AssignTask',
    'ASSIGN_TASK',
    { taskId, attempt: 1, leaseId: largest, leaseMs: 2500, spec, nonce: counting(16, 9), cost: u64(250) },
    [
      ['the shortest lease', { leaseMs: 100 }],
      ['a commitment wanted first', { commitFirst: true }],
      ...lengths('taskId', 32),
      ...lengths('nonce', 16),
      ['a lease of 99 ms', { leaseMs: 99 }, INVALID],
      ['a lease above an hour', { leaseMs: 3_600_001 }, INVALID],
      missing('spec')
    ]
  ],
  ['AssignAck', 'ASSIGN_ACK', { taskId, leaseId: u64(7) }, lengths('taskId', 32)],
  [
    'Heartbeat',
    'HEARTBEAT',
    { leaseIds: [u64(1), u64(2n ** 53n), largest] },
    [
      ['no leases', { leaseIds: [] }],
      ['4097 leases', { leaseIds: new Array(4097).fill(u64(1)) }, TOO_LARGE]
    ]
  ],
  [
    'Result',
    'RESULT',
    { taskId, leaseId: u64(7), receipt: { ...receipt, verdict: null }, outcome },
    [
      ['a trap, its output elsewhere', { receipt: { ...bare, code: 8, trap: 'unreachable', exitCode: 0 } }],
      [
        'an output that is not inline',
        { outcome: { ...outcome, outputBytes: u64(100_000), outputInline: null } }
      ],
      ...lengths('taskId', 32),
      missing('receipt'),
      missing('outcome'),
      ['revealed after a commitment', { salt: counting(32, 21) }],
      ['a salt of 31 bytes', { salt: counting(31, 21) }, INVALID],
      ...inside('receipt', receipt, receiptChanges),
      ...inside('outcome', outcome, outcomeChanges)
    ]
  ],
  [
    'ResultCommitment',
    'RESULT_COMMITMENT',
    { taskId, leaseId: u64(7), commitment: counting(32, 22) },
    [...lengths('taskId', 32), ...lengths('commitment', 32)]
  ],
  [
    'AuditTask',
    'AUDIT_TASK',
    { taskId, attempt: 1, nonce: counting(16, 9) },
    [...lengths('taskId', 32), ...lengths('nonce', 16)]
  ],
  [
    'AuditResult',
    'AUDIT_RESULT',
    { taskId, attempt: 1, receipt: { ...receipt, verdict: null } },
    [...lengths('taskId', 32), missing('receipt')]
  ],
  ['CommitmentAck', 'COMMITMENT_ACK', { leaseId: u64(7) }, [['the largest lease', { leaseId: largest }]]],
  ['RevealResult', 'REVEAL_RESULT', { leaseId: u64(7) }, [['the largest lease', { leaseId: largest }]]],
  ['ResultAck', 'RESULT_ACK', { leaseId: u64(7) }, [['the largest lease', { leaseId: largest }]]],
  ['RevokeLease', 'REVOKE_LEASE', { leaseId: u64(7), code: 'LEASE_UNKNOWN' }, notACode],
  [
    'WorkerStatus',
    'WORKER_STATUS',
    {
      slots: 4,
      memoryBytes: u64(2n ** 31n),
      cores: 8,
      region: 'eu',
      deviceClass: 'desktop',
      isolation: 'full'
    },
    [
      ['draining', { slots: 0, draining: true, isolation: 'reduced', region: '', deviceClass: '' }],
      ['65 537 slots', { slots: 65_537 }, INVALID],
      ['memory above 2^53 − 1', { memoryBytes: tooLate }, INVALID],
      ['no cores', { cores: 0 }, INVALID],
      ['region of 65 bytes', { region: 'x'.repeat(65) }, TOO_LARGE],
      ['no isolation', { isolation: '' }, INVALID]
    ]
  ],
  ['ReturnLease', 'RETURN_LEASE', { leaseId: u64(7), code: 'WORKER_DRAINING' }, [aLongCode, ...notACode]],
  [
    'Receipt',
    undefined,
    receipt,
    [
      ['without verdict and memory hash', { memoryHash: null, verdict: null }],
      ['a memory hash of no bytes is none', { memoryHash: counting(0) }],
      [
        'the largest numbers',
        {
          ...bare,
          code: 8,
          trap: 'x'.repeat(64),
          exitCode: 2 ** 32 - 1,
          fuelUsed: largest,
          finishedAtMs: latest
        }
      ]
    ]
  ],
  [
    'Input',
    undefined,
    {
      args: ['Alice', ''],
      env: ['A=1'],
      stdin: Uint8Array.of(0, 255),
      files: [
        { path: 'data/in.csv', bytes: utf8('a;b') },
        { path: 'x', bytes: null }
      ]
    },
    [
      ['nothing', { args: [], env: [], stdin: null, files: [] }],
      ['16 names in a path', { files: [{ path: `${'a/'.repeat(15)}a` }] }],
      ['1025 arguments', { args: new Array(1025).fill('') }, TOO_LARGE],
      ['1025 environment entries', { env: new Array(1025).fill('') }, TOO_LARGE],
      ['a path of 257 bytes', { files: [{ path: 'x'.repeat(257) }] }, TOO_LARGE],
      ['17 names in a path', { files: [{ path: `${'a/'.repeat(16)}a` }] }, INVALID],
      ...['', '/a', 'a/', 'a//b', '.', '../a', 'a/..', 'a\0b'].map((path) => [
        `the path ${JSON.stringify(path)}`,
        { files: [{ path }] },
        INVALID
      ]),
      ['a path twice', { files: [{ path: 'a' }, { path: 'a' }] }, INVALID],
      ['a file that is a folder of another', { files: [{ path: 'a/b' }, { path: 'a' }] }, INVALID]
    ]
  ],
  [
    'BlobRequest',
    undefined,
    { network: 'local', hash },
    [
      ...lengths('hash', 32),
      ['no network', { network: '' }, INVALID],
      ['network of 65 bytes', { network: 'x'.repeat(65) }, TOO_LARGE]
    ]
  ],
  [
    'BlobHeader',
    undefined,
    { found: true, bytes: u64(16 * MIB) },
    [
      ['not found', { found: false, bytes: u64(0) }],
      ['more than 16 MiB', { bytes: u64(16 * MIB + 1) }, INVALID],
      ['2^64 − 1 bytes', { bytes: largest }, INVALID]
    ]
  ],
  ['BlobChunk', undefined, { data: counting(20) }, [['no bytes', { data: null }, INVALID]]],
  [
    'TelemetrySample',
    undefined,
    {
      network: 'local',
      nodeId: worker,
      sequence: u64(12),
      timestampMs: time,
      region: 'eu',
      deviceClass: 'desktop',
      cpuUtilization: 0.25,
      availableMemoryBytes: u64(2n ** 33n),
      totalMemoryBytes: u64(2n ** 34n),
      gflops: 12.5,
      latencyMs: 20,
      slots: 4,
      slotsFree: 3,
      cachedModules: 2,
      errors: 1
    },
    [
      [
        'measures nothing',
        {
          region: '',
          deviceClass: '',
          cpuUtilization: null,
          availableMemoryBytes: null,
          totalMemoryBytes: null,
          gflops: null,
          latencyMs: null
        }
      ],
      ['zero is not absent', { cpuUtilization: 0, gflops: 0, temperatureCelsius: -100 }],
      [
        'measures all there is',
        { bandwidthMbps: 941.5, powerWatts: 48.25, temperatureCelsius: 61, eventLoopLagMs: 3.5 }
      ],
      ['a negative latency', { latencyMs: -1 }, INVALID],
      ['a negative power', { powerWatts: -0.5 }, INVALID],
      ['a negative bandwidth', { bandwidthMbps: -1 }, INVALID],
      ['an event loop more than 10^6 ms late', { eventLoopLagMs: 1e6 + 1 }, INVALID],
      ['no network', { network: '' }, INVALID],
      ['no node id', { nodeId: '' }, INVALID],
      ['sequence above 2^53 − 1', { sequence: tooLate }, INVALID],
      ['more than one processor', { cpuUtilization: 1.01 }, INVALID],
      ['not a number', { latencyMs: Number.NaN }, INVALID],
      ['infinite', { gflops: Number.POSITIVE_INFINITY }, INVALID],
      ['colder than −100', { temperatureCelsius: -101 }, INVALID],
      ['65 537 slots', { slots: 65_537 }, INVALID],
      ['above 8 KiB', { region: 'x'.repeat(8192) }, TOO_LARGE]
    ]
  ],
  [
    'CoordinatorAnnouncement',
    undefined,
    {
      network: 'local',
      nodeId: coordinator,
      timestampMs: time,
      multiaddrs: ['/ip4/127.0.0.1/tcp/4001'],
      tasksPending: 3,
      lots: [new Uint8Array(32).fill(7), new Uint8Array(32).fill(8)]
    },
    [
      ['no addresses', { multiaddrs: [], tasksPending: 0 }],
      ['no lots', { lots: [] }],
      ['17 lots', { lots: new Array(17).fill(new Uint8Array(32)) }, TOO_LARGE],
      ['a lot of 31 bytes', { lots: [new Uint8Array(31)] }, INVALID],
      ['no network', { network: '' }, INVALID],
      ['no node id', { nodeId: '' }, INVALID],
      ['timestamp above 2^53 − 1', { timestampMs: tooLate }, INVALID],
      ['9 addresses', { multiaddrs: new Array(9).fill('/a') }, TOO_LARGE],
      ['an empty address', { multiaddrs: [''] }, INVALID],
      ['an address of 513 bytes', { multiaddrs: ['x'.repeat(513)] }, TOO_LARGE]
    ]
  ]
]

const codecs = new Map(Object.entries(protocol))
/** What our functions call a message, where that is not its name on the wire. */
const ownNames = { Input: 'TaskInput' }
/** Messages of one field that decode to the field. */
const unwrapped = { TaskList: 'tasks', BlobChunk: 'data' }
/** A set keeps its parts as they came. */
const asSent = { BidSet: ({ parts: [head, ...entries] }) => ({ head, entries }) }

/** Field 2000 as varint, bytes and fixed64, as a later version might send them. */
const unknownFields = bytes('807d05827d03010203817d0102030405060708')

function casesOf([message, type, wire, changes]) {
  const decode = codecs.get(`decode${ownNames[message] ?? message}`)
  const encode = (fields) => ailee.v1[message].encode({ ...wire, ...fields }).finish()
  const head = (name) => ({ name, message, ...(type && { type, number: protocol.messageTypes[type] }) })
  const good = (name, encoded) => {
    const decoded = (asSent[message] ?? ((value) => value))(decode(encoded))
    const field = unwrapped[message]
    return {
      ...head(name),
      bytes: hex(encoded),
      fields: fieldsOf(message, field ? { [field]: decoded } : decoded)
    }
  }
  const bad = (name, encoded, code) => {
    expect(
      codeOf(() => decode(encoded)),
      code,
      `${message}, ${name}`
    )
    return { ...head(name), bytes: hex(encoded), code }
  }
  const usual = encode({})
  return [
    good('as usual', usual),
    good('unknown fields are ignored', Buffer.concat([unknownFields, usual, unknownFields])),
    ...changes.map(([name, fields, code]) =>
      code === undefined ? good(name, encode(fields)) : bad(name, encode(fields), code)
    ),
    // Field 15 as 127 bytes of which none follows.
    bad('cut off', Buffer.concat([usual, Uint8Array.of(0x7a, 0x7f)]), MALFORMED),
    bad('a wire type that does not exist', Uint8Array.of(0x0f), MALFORMED)
  ]
}

/** Texts that are no UTF-8: a lone continuation byte, an overlong slash, half a surrogate pair. */
const notUtf8 = ['80', 'c0af', 'eda080'].map((text) => {
  const encoded = Uint8Array.of(0x22, text.length / 2, ...bytes(text))
  expect(
    codeOf(() => protocol.decodeHello(encoded)),
    MALFORMED,
    `agent ${text}`
  )
  return {
    name: `agent ${text} is no UTF-8`,
    message: 'Hello',
    type: 'HELLO',
    number: 1,
    bytes: hex(encoded),
    code: MALFORMED
  }
})

export const description =
  'Payloads of every message: what they hold, or the code with which they are refused.'
export const cases = () => [...messages.flatMap(casesOf), ...notUtf8]
