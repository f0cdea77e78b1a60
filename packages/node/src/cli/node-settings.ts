import type { SettingKey } from '../config/settings.js'

/** What a node can be told, by `start`; `config` prints the same. */
export const nodeSettings: readonly SettingKey[] = [
  'role',
  'network',
  'dataDir',
  'listen',
  'bootstrap',
  'http',
  'mdns',
  'allowPeers',
  'denyPeers',
  'allowedOnly',
  'networkKey',
  'admission',
  'admitClients',
  'admissionToken',
  'grant',
  'stakeShare',
  'stakePays',
  'clientTasks',
  'logLevel',
  'region',
  'deviceClass',
  'slots',
  'memoryMib',
  'price',
  'cacheMib',
  'strictSandbox',
  'drainSeconds'
]
