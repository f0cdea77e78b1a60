import type { Case } from './case.js'
import { admissionCases } from './cases/admission.js'
import { auctionCases } from './cases/auction.js'
import { banCases } from './cases/bans.js'
import { bidSetCases } from './cases/bid-sets.js'
import { blobCases } from './cases/blobs.js'
import { channelCases } from './cases/channel.js'
import { clientRefereeCases } from './cases/client-referee.js'
import { commitmentCases } from './cases/commitments.js'
import { compatibilityCases } from './cases/compatibility.js'
import { creditCases } from './cases/credit.js'
import { envelopeCases } from './cases/envelopes.js'
import { evidenceCases } from './cases/evidence.js'
import { framingCases } from './cases/framing.js'
import { gossipCases } from './cases/gossip.js'
import { helloCases } from './cases/hello.js'
import { identityCases } from './cases/identity.js'
import { limitCases } from './cases/limits.js'
import { orderCases } from './cases/order.js'
import { resultCases } from './cases/results.js'
import { runningCallCases } from './cases/running-calls.js'
import { runningFileCases } from './cases/running-files.js'
import { runningHostCases } from './cases/running-host.js'
import { runningMeteringCases } from './cases/running-metering.js'
import { runningModuleCases } from './cases/running-modules.js'
import { signatureCases } from './cases/signatures.js'
import { submitCases } from './cases/submit.js'
import { verificationCases } from './cases/verification.js'
import { workerCases } from './cases/worker.js'
import type { Must } from './musts.js'

const all: readonly Case[] = [
  ...identityCases,
  ...framingCases,
  ...envelopeCases,
  ...helloCases,
  ...creditCases,
  ...channelCases,
  ...signatureCases,
  ...blobCases,
  ...submitCases,
  ...auctionCases,
  ...bidSetCases,
  ...resultCases,
  ...workerCases,
  ...commitmentCases,
  ...clientRefereeCases,
  ...verificationCases,
  ...runningModuleCases,
  ...runningMeteringCases,
  ...runningCallCases,
  ...runningHostCases,
  ...runningFileCases,
  ...compatibilityCases,
  ...gossipCases,
  ...evidenceCases,
  ...orderCases,
  ...banCases,
  ...limitCases,
  ...admissionCases
]

/** The case of each requirement that has one. Two cases of one requirement are a mistake of ours. */
export const cases: ReadonlyMap<Must, Case> = byMust(all)

function byMust(list: readonly Case[]): Map<Must, Case> {
  const map = new Map<Must, Case>()
  for (const entry of list) {
    if (map.has(entry.must)) throw new Error(`${entry.must} has two cases`)
    map.set(entry.must, entry)
  }
  return map
}
