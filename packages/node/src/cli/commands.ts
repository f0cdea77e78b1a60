import type { Command } from 'commander'

/** Commands that stand in one file. */
interface CommandGroup {
  names: readonly string[]
  load(): Promise<(program: Command) => void>
}

/** All commands, in the order of the help. */
const groups: readonly CommandGroup[] = [
  { names: ['start'], load: async () => (await import('./commands/start.js')).startCommand },
  { names: ['submit'], load: async () => (await import('./commands/submit.js')).submitCommand },
  { names: ['run'], load: async () => (await import('./commands/run.js')).runModuleCommand },
  { names: ['inspect'], load: async () => (await import('./commands/inspect.js')).inspectCommand },
  { names: ['verify'], load: async () => (await import('./commands/verify.js')).verifyCommand },
  {
    names: ['tasks', 'task', 'cancel'],
    load: async () => (await import('./commands/tasks.js')).taskCommands
  },
  {
    names: ['bid-set', 'bid'],
    load: async () => (await import('./commands/bid-set.js')).bidSetCommands
  },
  {
    names: ['status', 'peers'],
    load: async () => (await import('./commands/status.js')).statusCommands
  },
  { names: ['evidence'], load: async () => (await import('./commands/evidence.js')).evidenceCommand },
  { names: ['bans'], load: async () => (await import('./commands/bans.js')).bansCommand },
  { names: ['audit'], load: async () => (await import('./commands/audit.js')).auditCommand },
  {
    names: ['reputation'],
    load: async () => (await import('./commands/reputation.js')).reputationCommand
  },
  {
    names: ['telemetry'],
    load: async () => (await import('./commands/telemetry.js')).telemetryCommand
  },
  { names: ['init'], load: async () => (await import('./commands/init.js')).initCommand },
  { names: ['config'], load: async () => (await import('./commands/config.js')).configCommand },
  { names: ['testnet'], load: async () => (await import('./commands/testnet.js')).testnetCommand },
  {
    names: ['conformance'],
    load: async () => (await import('./commands/conformance.js')).conformanceCommand
  },
  { names: ['simulate'], load: async () => (await import('./commands/simulate.js')).simulateCommand }
]

/**
 * Adds the command that is called, or all of them where it is none of ours (help, a slip of the pen). libp2p alone takes
 * more than half a second to load: `status` does not wait for it.
 */
export async function addCommands(program: Command, args: readonly string[]): Promise<void> {
  const called = args.find((arg) => !arg.startsWith('-'))
  const group = groups.find(({ names }) => called !== undefined && names.includes(called))
  for (const { load } of group === undefined ? groups : [group]) {
    const add = await load()
    add(program)
  }
}
