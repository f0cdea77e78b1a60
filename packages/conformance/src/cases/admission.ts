import { encodeSubmitTask } from '@ailee/protocol'
import type { Case } from '../case.js'
import { OPEN_TIMEOUT_MS } from '../constants.js'
import { expect, expectEqual, NotApplicable } from '../errors.js'
import { RawPeer } from '../raw/raw-peer.js'
import { submission } from '../task/submission.js'
import { isTurnedAway } from '../task/turned-away.js'

/** Section 11 and 19: who is let in. Both are choices of an operator, so they only apply to targets that made them. */
export const admissionCases: readonly Case[] = [
  {
    must: 'MUST-133',
    part: 'that nobody gets in without the key',
    async run({ network, target, networkKey, patience, defer, peer }) {
      if (networkKey === undefined) throw new NotApplicable('the target is on an open network')
      const other = Buffer.from(networkKey)
      other.set([other.at(-1) === 0x30 ? 0x31 : 0x30], other.length - 1)
      const member = await peer()
      for (const [what, key] of [
        ['without a key', undefined],
        ['with another key', new Uint8Array(other)]
      ] as const) {
        const stranger = await RawPeer.create({ network, target, networkKey: key, stepMs: patience.stepMs })
        defer(() => stranger.stop())
        const connects = (): Promise<boolean> =>
          stranger.dial(AbortSignal.timeout(OPEN_TIMEOUT_MS)).then(
            () => true,
            () => false
          )
        expect(await isTurnedAway(connects, member), `it takes a connection ${what}`)
      }
      return 'connections without the key, and with another, come to nothing'
    }
  },
  {
    must: 'MUST-134',
    role: 'coordinator',
    uninvited: true,
    part: 'that it is decided before anything is fetched',
    async run({ peer, admitted }) {
      if (admitted) throw new NotApplicable('it takes tasks of everybody')
      const probe = await peer()
      await probe.join()
      for (const admissionToken of [undefined, 'a token of the probe']) {
        const { submit, module, input } = submission()
        probe.blobs.put(module)
        probe.blobs.put(input)
        const payload = encodeSubmitTask({ ...submit, ...(admissionToken ? { admissionToken } : {}) })
        expectEqual('the answer', await probe.codeOf('SUBMIT_TASK', payload), 'NOT_ADMITTED')
      }
      expectEqual('the number of blobs that were asked for', probe.blobs.requests.items.length, 0)
      return 'refused without and with a wrong token, and nothing was fetched'
    }
  }
]
