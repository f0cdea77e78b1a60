import { homedir } from 'node:os'
import { join } from 'node:path'
import { MAX_LOT_SIZE } from '@ailee/coordinator'
import { defaultStakeRule } from '@ailee/market'
import { z } from 'zod'

/** One setting: the same thing under three names, checked by one rule. */
export interface Setting<T = unknown> {
  /** Of the command line, with its argument; `--no-x` is added for booleans. */
  flag: string
  env: string
  description: string
  schema: z.ZodType<T>
  fallback: T
  /** Several values: the flag may be repeated, the environment separates them by commas. */
  list?: boolean
}

const setting = <T>(entry: Setting<T>): Setting<T> => entry

const count = (max: number) => z.coerce.number().int().min(1).max(max)
const flag = z.union([z.boolean(), z.stringbool()])
const peerId = z
  .string()
  .regex(/^12D3KooW[1-9A-HJ-NP-Za-km-z]{44}$/, 'a peer id has 52 characters and begins with 12D3KooW')
const label = z.string().regex(/^[a-z0-9-]{0,64}$/, 'use lower-case letters, digits and dashes')

/** Every setting of the program, once. Flag, environment name and key of the configuration file follow from it. */
export const settings = {
  role: setting({
    flag: '--role <role>',
    env: 'AILEE_ROLE',
    description: 'worker, coordinator or all',
    schema: z.enum(['worker', 'coordinator', 'all']),
    fallback: 'worker'
  }),
  network: setting({
    flag: '--network <name>',
    env: 'AILEE_NETWORK',
    description: 'network to belong to: mainnet, testnet, regtest, local, or local-<name>',
    schema: z
      .string()
      .regex(
        /^(mainnet|testnet|regtest|local(-[a-z0-9-]{1,32})?)$/,
        'use mainnet, testnet, regtest, local or local-<name>'
      ),
    fallback: 'local'
  }),
  dataDir: setting({
    flag: '--data-dir <folder>',
    env: 'AILEE_DATA_DIR',
    description: 'where keys and state are kept',
    schema: z.string().min(1),
    fallback: join(homedir(), '.ailee')
  }),
  listen: setting({
    flag: '--listen <multiaddr>',
    env: 'AILEE_LISTEN',
    description: 'address to listen on; may be repeated',
    schema: z.array(z.string().startsWith('/', 'a multiaddr starts with "/", as in /ip4/0.0.0.0/tcp/4001')),
    fallback: ['/ip4/0.0.0.0/tcp/4001'],
    list: true
  }),
  bootstrap: setting({
    flag: '--bootstrap <multiaddr>',
    env: 'AILEE_BOOTSTRAP',
    description: 'node to join the network by, ending in /p2p/<peer id>; may be repeated',
    schema: z.array(
      z.string().startsWith('/', 'a multiaddr starts with "/", as in /ip4/192.0.2.1/tcp/4001/p2p/12D3Koo…')
    ),
    fallback: [],
    list: true
  }),
  http: setting({
    flag: '--http <host:port>',
    env: 'AILEE_HTTP',
    description: 'where health, metrics and status are served, or "off"',
    schema: z
      .string()
      .regex(/^(off|(\[[0-9a-fA-F:]+\]|[^:\s]+):\d{1,5})$/, 'use host:port, as in 127.0.0.1:8080, or off'),
    fallback: '127.0.0.1:8080'
  }),
  mdns: setting({
    flag: '--mdns',
    env: 'AILEE_MDNS',
    description: 'find nodes on the local network',
    schema: flag,
    fallback: true
  }),
  allowPeers: setting({
    flag: '--allow-peer <peer id>',
    env: 'AILEE_ALLOW_PEERS',
    description: 'peer that is never limited or banned; lifts a ban; may be repeated',
    schema: z.array(peerId),
    fallback: [],
    list: true
  }),
  denyPeers: setting({
    flag: '--deny-peer <peer id>',
    env: 'AILEE_DENY_PEERS',
    description: 'peer that is never let in nor dialled; may be repeated',
    schema: z.array(peerId),
    fallback: [],
    list: true
  }),
  allowedOnly: setting({
    flag: '--allowed-only',
    env: 'AILEE_ALLOWED_ONLY',
    description: 'let in nobody but the peers of allowPeers',
    schema: flag,
    fallback: false
  }),
  admission: setting({
    flag: '--admission <rule>',
    env: 'AILEE_ADMISSION',
    description: 'whose tasks a coordinator takes: open, allow-list or token',
    schema: z.enum(['open', 'allow-list', 'token']),
    fallback: 'open'
  }),
  admitClients: setting({
    flag: '--admit-client <client id>',
    env: 'AILEE_ADMIT_CLIENTS',
    description: 'client whose tasks are taken with --admission allow-list; may be repeated',
    schema: z.array(peerId),
    fallback: [],
    list: true
  }),
  admissionToken: setting({
    flag: '--admission-token <file>',
    env: 'AILEE_ADMISSION_TOKEN',
    description: 'file with the token that --admission token asks for, or that a submitter shows',
    schema: z.string(),
    fallback: ''
  }),
  maxBidders: setting({
    flag: '--max-bidders <n>',
    env: 'AILEE_MAX_BIDDERS',
    description: 'workers that a coordinator asks in one auction, 1 to 64',
    schema: count(64),
    fallback: 16
  }),
  grant: setting({
    flag: '--grant <units>',
    env: 'AILEE_GRANT',
    description:
      'units that a coordinator gives every new client; they are worth nothing until there is settlement',
    schema: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
    fallback: 1_000_000_000_000
  }),
  lotSize: setting({
    flag: '--lot-size <tasks>',
    env: 'AILEE_LOT_SIZE',
    description: 'tasks whose results a coordinator makes sure of together, at most: larger lots cost less',
    schema: count(MAX_LOT_SIZE),
    fallback: MAX_LOT_SIZE
  }),
  stakeShare: setting({
    flag: '--stake-share <percent>',
    env: 'AILEE_STAKE_SHARE',
    description: 'of each pay, what a coordinator keeps as the stake of the worker; 0: no stakes',
    schema: z.coerce.number().min(0).max(100).multipleOf(0.1),
    fallback: defaultStakeRule.sharePermille / 10
  }),
  stakePays: setting({
    flag: '--stake-pays <n>',
    env: 'AILEE_STAKE_PAYS',
    description: 'a stake is large enough when it is so many times the pay at hand',
    schema: count(100_000),
    fallback: defaultStakeRule.pays
  }),
  clientTasks: setting({
    flag: '--client-tasks <n>',
    env: 'AILEE_CLIENT_TASKS',
    description:
      'open tasks of one client that a coordinator takes at most; never more than it has room left for others',
    schema: count(10_000),
    fallback: 5_000
  }),
  networkKey: setting({
    flag: '--network-key <file>',
    env: 'AILEE_NETWORK_KEY',
    description: 'file with the key of a private network; empty: the network is open',
    schema: z.string(),
    fallback: ''
  }),
  logLevel: setting({
    flag: '--log-level <level>',
    env: 'AILEE_LOG_LEVEL',
    description: 'debug, info, warn, error or silent',
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
    fallback: 'info'
  }),
  region: setting({
    flag: '--region <name>',
    env: 'AILEE_REGION',
    description: 'region this worker says it is in',
    schema: label,
    fallback: ''
  }),
  deviceClass: setting({
    flag: '--device-class <class>',
    env: 'AILEE_DEVICE_CLASS',
    description: 'smartphone, gateway, pc, miner, server or iot',
    schema: z.enum(['smartphone', 'gateway', 'pc', 'miner', 'server', 'iot']),
    fallback: 'pc'
  }),
  slots: setting({
    flag: '--slots <n>',
    env: 'AILEE_SLOTS',
    description: 'executions at once; default: one for each core',
    schema: z.union([z.literal('auto'), count(1024)]),
    fallback: 'auto'
  }),
  memoryMib: setting({
    flag: '--worker-memory <MiB>',
    env: 'AILEE_WORKER_MEMORY_MIB',
    description: 'memory one execution may use',
    schema: count(4096),
    fallback: 512
  }),
  price: setting({
    flag: '--price <units>',
    env: 'AILEE_PRICE',
    description: 'units asked for 10⁹ fuel where nothing runs; no bid is lower',
    schema: z.coerce.number().int().min(0).max(1_000_000_000),
    fallback: 100
  }),
  maxPrice: setting({
    flag: '--max-price <units>',
    env: 'AILEE_MAX_PRICE',
    description:
      'the same where the worker is full or overloaded; no bid is higher; default: half as much again',
    schema: z.union([z.literal('auto'), z.coerce.number().int().min(0).max(1_000_000_000)]),
    fallback: 'auto'
  }),
  cacheMib: setting({
    flag: '--cache <MiB>',
    env: 'AILEE_CACHE_MIB',
    description: 'modules kept on disk',
    schema: count(1_048_576),
    fallback: 1024
  }),
  strictSandbox: setting({
    flag: '--strict-sandbox',
    env: 'AILEE_STRICT_SANDBOX',
    description: 'run every execution in a process of its own: safer, and some 5 to 20 a second',
    schema: flag,
    fallback: false
  }),
  drainSeconds: setting({
    flag: '--drain <s>',
    env: 'AILEE_DRAIN_SECONDS',
    description: 'how long stopping waits for runs before they are handed back',
    schema: z.coerce.number().min(0).max(3600),
    fallback: 5
  })
} as const

export type SettingKey = keyof typeof settings

/** The resolved configuration. */
export type Config = {
  readonly [K in SettingKey]: z.output<(typeof settings)[K]['schema']>
}

export const settingKeys = Object.keys(settings) as SettingKey[]

/** Name of a setting's value among commander's options: `--data-dir <folder>` → `dataDir`. */
export function flagName(key: SettingKey): string {
  const long = settings[key].flag.split(' ')[0] ?? ''
  return long.slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
