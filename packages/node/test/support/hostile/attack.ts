/** What the attacking process is told to do. */
export interface AttackInit {
  network: string
  role: 'coordinator' | 'worker'
  /** Multiaddr of the node that is attacked. */
  target: string
  /** Which IP prefixes to come from: no two rounds share one. */
  round: number
  /** True: attacks that have to wait for the target's timeouts go on until they are banned. */
  patient: boolean
}

/** What one attacker saw of it. */
export interface AttackReport {
  attack: string
  role: 'coordinator' | 'worker'
  nodeId: string
  /** Codes it was told, and how often. */
  told: Record<string, number>
  /** Connections that the target closed or did not take. */
  refusedConnections: number
  /** How long it took until nothing more was to be had. */
  seconds: number
  /** Why it stopped, if something went otherwise than planned. */
  failure?: string
}

/** What an attack must come to. */
export interface Expectation {
  /** The code that the attacker is told; undefined: it is told nothing, as with gossip and connections. */
  told?: string
  /** The code under which the target counts it. */
  penalty?: string
  /** `patient`: not without a second round of waiting. */
  ban: boolean | 'patient'
}

/** The attacks by name, each with what is due. */
export const expectations = {
  oversize: { told: 'WIRE_TOO_LARGE', penalty: 'WIRE_TOO_LARGE', ban: true },
  truncated: { told: 'WIRE_MALFORMED', penalty: 'WIRE_MALFORMED', ban: true },
  'bad signature': { told: 'SIGNATURE_INVALID', penalty: 'SIGNATURE_INVALID', ban: true },
  'wrong network': { told: 'WIRE_NETWORK_MISMATCH', penalty: 'WIRE_NETWORK_MISMATCH', ban: true },
  'wrong version': { told: 'WIRE_VERSION_UNSUPPORTED', penalty: 'WIRE_VERSION_UNSUPPORTED', ban: true },
  replayed: { told: 'MESSAGE_REPLAYED', penalty: 'MESSAGE_REPLAYED', ban: true },
  duplicated: { told: 'MESSAGE_REPLAYED', penalty: 'MESSAGE_REPLAYED', ban: true },
  reordered: { told: 'TASK_STREAM_HELLO_MISSING', penalty: 'TASK_STREAM_HELLO_MISSING', ban: true },
  // Newer peers may speak of what is not known here yet.
  'unknown type': { told: 'UNSUPPORTED', ban: false },
  'half-open': { told: 'TASK_STREAM_HELLO_MISSING', penalty: 'TASK_STREAM_HELLO_MISSING', ban: true },
  'slow loris': { told: 'TASK_STREAM_TOO_SLOW', penalty: 'TASK_STREAM_TOO_SLOW', ban: 'patient' },
  'credit violation': {
    told: 'TASK_STREAM_CREDIT_EXCEEDED',
    penalty: 'TASK_STREAM_CREDIT_EXCEEDED',
    ban: true
  },
  'flood of streams': { told: 'TASK_STREAM_TOO_MANY', penalty: 'TASK_STREAM_TOO_MANY', ban: true },
  'flood of connections': { penalty: 'RATE_LIMITED', ban: true },
  'flood of gossip': { penalty: 'RATE_LIMITED', ban: true },
  'forged sender': { told: 'SIGNATURE_INVALID', penalty: 'SIGNATURE_INVALID', ban: true },
  'forged gossip': { penalty: 'GOSSIP_PUBLISHER_FORGED', ban: true }
} as const satisfies Record<string, Expectation>

export type AttackName = keyof typeof expectations
