import type { Must } from '../../../src/index.js'

/** Rules of streams, envelopes, signatures and blobs: each fails this requirement of all. */
export const channelRules = {
  acceptsSmallOrderKeys: 'MUST-002',
  resemblesProtocols: 'MUST-004',
  waitsForLongMessages: 'MUST-007',
  takesAnyRequestId: 'MUST-009',
  acceptsHelloOfOtherNetworks: 'MUST-011',
  encodesAgain: 'MUST-012',
  silentOnUnknownTypes: 'MUST-013',
  acceptsSecondHello: 'MUST-015',
  takesLongAgents: 'MUST-016',
  speaksBeforeHello: 'MUST-017',
  grantsTwoWindows: 'MUST-018',
  givesNoCreditBack: 'MUST-021',
  grantsLittleAtFirst: 'MUST-022',
  repliesAgainstTheStream: 'MUST-023',
  silentOnFailures: 'MUST-025',
  takesAnyStatusReplies: 'MUST-027',
  leavesRefusedStreamsOpen: 'MUST-028',
  acceptsCredit: 'MUST-029',
  opensAgain: 'MUST-030',
  checksSignatureFirst: 'MUST-031',
  ignoresDomain: 'MUST-032',
  acceptsAnySignature: 'MUST-036',
  acceptsUnsignedBids: 'MUST-037',
  acceptsOtherSigners: 'MUST-038',
  acceptsLongValidity: 'MUST-039',
  acceptsReplays: 'MUST-040',
  remembersRefused: 'MUST-041',
  findsEveryBlob: 'MUST-045',
  servesOtherNetworks: 'MUST-048',
  waitsForBlobRequests: 'MUST-049',
  acceptsOldDelegations: 'MUST-107'
} as const satisfies Record<string, Must>

/** Rules of gossip. */
export const gossipRules = {
  takesOtherTexts: 'MUST-003',
  namesMessagesOtherwise: 'MUST-050',
  passesLateMessagesOn: 'MUST-051',
  overlooksSignatures: 'MUST-052',
  inventsPower: 'MUST-053',
  punishesBoasts: 'MUST-143',
  passesOnAnyEvidence: 'MUST-153',
  passesEvidenceOnAgain: 'MUST-153',
  forgivesFalseEvidence: 'MUST-153'
} as const satisfies Record<string, Must>

/** Rules of defence. */
export const defenceRules = {
  countsHarmlessFaults: 'MUST-126',
  letsBannedPeersIn: 'MUST-127',
  gossipsBans: 'MUST-128',
  boundsNothing: 'MUST-129',
  forgivesFloods: 'MUST-130',
  takesManyStreams: 'MUST-131',
  waitsForSlowMessages: 'MUST-132'
} as const satisfies Record<string, Must>

/** Rules of a coordinator, up to the auction. */
export const intakeRules = {
  takesMoreThanGranted: 'MUST-020',
  startsAtOnceInAnyOrder: 'MUST-024',
  takesLargeBlobs: 'MUST-046',
  takesOtherBlobs: 'MUST-047',
  makesUpTaskIds: 'MUST-055',
  overlooksConflicts: 'MUST-056',
  takesWrongSizes: 'MUST-057',
  showsEveryTask: 'MUST-059',
  cancelsAgain: 'MUST-060',
  revivesTasks: 'MUST-075',
  takesAnyPriority: 'MUST-106',
  ignoresDelegations: 'MUST-108',
  takesAnyPath: 'MUST-125'
} as const satisfies Record<string, Must>

/** Rules of a coordinator that takes tasks of nobody. */
export const admissionRules = { fetchesFromAnybody: 'MUST-134' } as const satisfies Record<string, Must>

/** Rules of a coordinator, from the auction to the verdict. */
export const auctionRules = {
  expiringVerdicts: 'MUST-042',
  offersToSilentWorkers: 'MUST-044',
  silentOnChanges: 'MUST-058',
  changesOutputs: 'MUST-061',
  roundsUp: 'MUST-064',
  takesDearBids: 'MUST-065',
  blamesBusyWorkers: 'MUST-066',
  repeatsLeases: 'MUST-067',
  acknowledgesOnce: 'MUST-071',
  overlooksUnknownLeases: 'MUST-073',
  asksTheSameAgain: 'MUST-076',
  overlooksHeartbeats: 'MUST-077',
  triesForEver: 'MUST-079',
  believesTimeouts: 'MUST-081',
  failsOnExitCodes: 'MUST-085',
  namesAnotherCoordinator: 'MUST-089',
  picksTheDearest: 'MUST-160',
  namesNoBidSet: 'MUST-161',
  showsEveryBidSet: 'MUST-162',
  revealsAtOnce: 'MUST-166',
  takesChangedBids: 'MUST-168',
  takesOtherCommitments: 'MUST-177',
  asksTooEarly: 'MUST-178',
  believesWithoutCommitment: 'MUST-179'
} as const satisfies Record<string, Must>

/** Rules of a worker. */
export const workerRules = {
  trustsEverybody: 'MUST-043',
  overlooksLeaseConflicts: 'MUST-069',
  fetchesNothing: 'MUST-070',
  changesItsBids: 'MUST-151',
  bidsInTheOpen: 'MUST-165',
  showsBidsToAnybody: 'MUST-167',
  commitsToNothing: 'MUST-175',
  showsUnasked: 'MUST-176'
} as const satisfies Record<string, Must>

export const rules = {
  ...channelRules,
  ...gossipRules,
  ...defenceRules,
  ...intakeRules,
  ...admissionRules,
  ...auctionRules,
  ...workerRules
}

export type Rule = keyof typeof rules

/** What a fake is told to break. */
export type Broken = Partial<Record<Rule, boolean>>
