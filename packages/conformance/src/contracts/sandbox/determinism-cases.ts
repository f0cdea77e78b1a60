import { type ExecutionRequest, SEED_BYTES } from '@ailee/protocol'
import { text } from '../text.js'
import {
  clockModule,
  endlessModule,
  greedyModule,
  randomModule,
  recursiveModule,
  trappingModules,
  visitModule,
  writeModule
} from './modules.js'
import { addition, request, verdict } from './requests.js'
import type { SandboxCase } from './sandbox-contract.js'

const seedOf = (byte: number): Uint8Array => new Uint8Array(SEED_BYTES).fill(byte)
const visit = request(visitModule, { function: 'visit', hashMemory: true })

const various: readonly ExecutionRequest[] = [
  addition,
  visit,
  request(writeModule(1)),
  request(randomModule, { function: 'random', seed: seedOf(3) }),
  request(clockModule, { function: 'clock' }),
  request(endlessModule, { limits: { fuel: 1_000_000n } }),
  request(recursiveModule),
  request(greedyModule),
  ...trappingModules.map(([, module]) => request(module))
]

/** A run follows from its request alone. */
export const determinismCases: readonly SandboxCase[] = [
  {
    name: 'the same request ends the same, whatever ran in between',
    async run({ sandbox }, check) {
      const round = async (requests: readonly ExecutionRequest[]): Promise<unknown[]> => {
        const verdicts: unknown[] = []
        for (const one of requests) verdicts.push(verdict(await sandbox.run(one)))
        return verdicts
      }
      const first = await round(various)
      check.equal((await round(various.toReversed())).toReversed(), first)
    }
  },
  {
    name: 'nothing of a task is left for the next',
    async run({ sandbox }, check) {
      for (let count = 0; count < 6; count += 1) check.equal(text((await sandbox.run(visit)).output), '0\n')
    }
  },
  {
    name: 'random numbers follow from the seed, the clock from the request',
    async run({ sandbox }, check) {
      const random = async (seed: Uint8Array): Promise<unknown> =>
        text((await sandbox.run(request(randomModule, { function: 'random', seed }))).output)
      check.equal(await random(seedOf(1)), await random(seedOf(1)))
      check.ok((await random(seedOf(1))) !== (await random(seedOf(2))), 'another seed gives others')
      const clock = async (clockMs: number): Promise<bigint> =>
        BigInt(
          text((await sandbox.run(request(clockModule, { function: 'clock', clockMs }))).output)?.trim() ?? ''
        )
      const shown = await clock(1_000_000)
      check.equal(await clock(1_000_000), shown)
      check.equal((await clock(1_000_777)) - shown, 777_000_000n)
      check.ok(shown >= 10n ** 12n, 'it does not go back')
    }
  },
  {
    name: 'memory is hashed where that is asked for, and paid for',
    async run({ sandbox }, check) {
      const hashed = await sandbox.run(visit)
      const plain = await sandbox.run({ ...visit, hashMemory: false })
      check.equal([hashed.memoryHash?.length, plain.memoryHash], [32, undefined])
      check.ok(hashed.fuelUsed > plain.fuelUsed, 'hashing costs fuel')
      const short = await sandbox.run({ ...visit, limits: { ...visit.limits, fuel: plain.fuelUsed } })
      check.equal([short.code, short.memoryHash], ['FUEL_EXHAUSTED', undefined])
    }
  },
  {
    name: 'the hash of the metering rules is of 32 bytes and does not change',
    async run({ sandbox }, check) {
      const { meteringHash } = sandbox
      check.equal(meteringHash.length, 32)
      await sandbox.run(addition)
      check.equal(sandbox.meteringHash, meteringHash)
    }
  }
]
