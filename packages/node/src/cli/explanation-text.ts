import type { ExplainedAuction, ExplainedBid, ExplainedExecution, Explanation } from '@ailee/coordinator'
import { formatDuration, remoteText } from '@ailee/core'
import { counted, table } from './terminal.js'

/** An explanation for people, line by line. */
export function explanationText(explanation: Explanation): string[] {
  const { taskId, client, state, code, message, submittedAtMs, updatedAtMs, auctions, executions } =
    explanation
  const since = (atMs: number): string => `+${formatDuration(atMs - submittedAtMs)}`
  return [
    `task        ${taskId}`,
    `client      ${client}`,
    `state       ${state}${code === '' ? '' : `, ${code}: ${remoteText(message, 500)}`}`,
    `submitted   ${new Date(submittedAtMs).toISOString()}, ended or changed ${since(updatedAtMs)}`,
    `deadline    ${since(explanation.deadlineAtMs)}`,
    ...termLines(explanation.terms),
    ...auctions.flatMap((auction) => ['', ...auctionLines(auction, since)]),
    ...(auctions.length === 0 ? ['', 'no auction of it is kept'] : []),
    ...(executions.length === 0 ? [] : ['', ...executionLines(executions, since)]),
    '',
    ...verificationLines(explanation, since),
    '',
    ...moneyLines(explanation.money, since)
  ]
}

type Since = (atMs: number) => string

function termLines({
  reward,
  replicas,
  quorum,
  priority,
  strategy,
  sealed,
  ...terms
}: Explanation['terms']): string[] {
  const { regions, minReputation, isolation, verification, targetErrorPpm, maxDelayMs } = terms
  const wants = [
    ...(regions.length === 0 ? [] : [`regions ${remoteText(regions.join(', '), 200)}`]),
    ...(minReputation === 0 ? [] : [`reputation at least ${minReputation}`]),
    ...(isolation === null ? [] : [`isolation ${isolation}`])
  ]
  return [
    `reward      ${reward} at most, ${counted(replicas, 'replica')}${quorum === 0 ? '' : `, ${quorum} must agree`}`,
    `auction     ${strategy}${sealed ? ', sealed' : ''}, priority ${priority}`,
    `verified    ${verification}, wrong in ${targetErrorPpm} ppm at most, provisional for ${formatDuration(maxDelayMs)} at most`,
    ...(wants.length === 0 ? [] : [`requires    ${wants.join(', ')}`])
  ]
}

function auctionLines(auction: ExplainedAuction, since: Since): string[] {
  const { attempt, openedAtMs, closedAtMs, strategy, sealed, maxCost, eligible, asked, rejections, bids } =
    auction
  const left = rejections.map(({ worker, code, message }) => [worker, code, remoteText(message, 200)])
  return [
    `auction ${attempt}, ${since(openedAtMs)} to ${since(closedAtMs)}: ${strategy}${sealed ? ', sealed' : ''}, at most ${maxCost}; ` +
      `${asked.length} of ${counted(eligible, 'eligible worker')} asked, ${counted(bids.length, 'bid')}`,
    ...(bids.length === 0 ? [] : [bidTable(bids)]),
    ...(left.length === 0 ? [] : [table(['LEFT OUT', 'CODE', 'WHY'], left)]),
    `bid set     ${auction.bidSetRoot}`
  ]
}

function bidTable(bids: readonly ExplainedBid[]): string {
  const share = (value: number): string => value.toFixed(3)
  const rows = bids.map(
    ({ worker, outcome, score, cost, load, slots, reputation, health, green, latencyMs }) => [
      worker,
      outcome,
      score?.toFixed(6) ?? 'does not count',
      cost ?? '-',
      `${load ?? '-'}/${slots ?? '-'}`,
      share(reputation),
      share(health),
      share(green),
      latencyMs === null ? '-' : formatDuration(latencyMs)
    ]
  )
  return table(['BID OF', 'OUTCOME', 'SCORE', 'COST', 'LOAD', 'REPUTATION', 'HEALTH', 'GREEN', 'PING'], rows)
}

function executionLines(executions: readonly ExplainedExecution[], since: Since): string[] {
  const rows = executions.map(
    ({ attempt, worker, state, assignedAtMs, endedAtMs, cost, code, message, result }) => [
      String(attempt),
      worker,
      state,
      since(assignedAtMs),
      endedAtMs === null ? '-' : since(endedAtMs),
      cost,
      result === null ? '-' : `${result.code}, ${result.fuelUsed} fuel`,
      remoteText([code, message].filter((text) => text !== '').join(': '), 200)
    ]
  )
  return [table(['TRY', 'WORKER', 'STATE', 'ASSIGNED', 'ENDED', 'COST', 'RESULT', 'WHY'], rows)]
}

function verificationLines({ votes, verification }: Explanation, since: Since): string[] {
  const { policy, method, estimatedErrorPpm, auditPending, lot, finalByMs } = verification
  const error = estimatedErrorPpm === null ? 'no estimate' : `${estimatedErrorPpm} ppm`
  return [
    ...votes.map(
      ({ result, workers }) =>
        `${counted(workers.length, 'vote')}    ${remoteText(result, 60)} by ${workers.join(', ')}`
    ),
    policy === null
      ? 'no result has come'
      : `verified by ${policy}${method === null ? ', no verdict yet' : `: ${method}, chance to be wrong: ${error}`}`,
    ...(auditPending ? ['the referee still owes an execution'] : []),
    ...(lot === null
      ? []
      : [`lot         ${lot}${finalByMs === null ? '' : `, final by ${since(finalByMs)}`}`])
  ]
}

function moneyLines({ escrow, movements }: Explanation['money'], since: Since): string[] {
  if (escrow === null) return ['money       none was held']
  const rows = movements.map(({ operation, units, from, to, atMs }) => [
    since(atMs),
    operation.split(':')[0] ?? '',
    units,
    from,
    to
  ])
  return [
    `money       ${escrow.funded} held at first: ${escrow.paid} paid, ${escrow.refunded} refunded, ${escrow.held} still held`,
    table(['TIME', 'WHAT', 'UNITS', 'FROM', 'TO'], rows)
  ]
}
