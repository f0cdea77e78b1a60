import { errorMessage, type NodeId } from '@ailee/core'
import { bytesEqual, type Check, PPM } from '@ailee/protocol'
import { MarketError } from '../errors.js'
import { baseRate } from './base-rate/base-rate.js'
import { checkDraws, type DrawProblem } from './check-draws.js'
import { auditLevel } from './levels.js'
import { drawOf } from './lot/lot-result.js'
import type { Draw, DrawState, LotRecord } from './policy.js'

/** First field of every lot file. */
const FORMAT = 'ailee-lot/v1'
const encoder = new TextEncoder()
/** Longest lot file: it is sent as a blob. */
const MAX_FILE_BYTES = 16 * 1024 * 1024
const states: readonly DrawState[] = ['open', 'auditing', 'equal', 'different', 'requeued', 'withdrawn']

/** A closed lot as its coordinator publishes it. */
export interface LotFile {
  network: string
  coordinator: NodeId
  /** Parts per million: the chance of a wrong result that the lot was held to. */
  targetErrorPpm: number
  record: Omit<LotRecord, 'lotId'>
}

/** The one form of a lot file: JSON without spaces, keys in this order, and a final newline. */
export function writeLotFile({ network, coordinator, targetErrorPpm, record }: LotFile): string {
  const { commitment, secret, size, catches, draws } = record
  const head = { format: FORMAT, network, coordinator, lot: commitment, secret, targetErrorPpm, size }
  const file = { ...head, baseRate: record.baseRate, catches, draws: draws.map(drawOf) }
  return `${JSON.stringify(file)}\n`
}

/** Throws LOT_FILE_MALFORMED unless it is, byte for byte, what {@link writeLotFile} writes. */
export function readLotFile(bytes: Uint8Array): LotFile {
  if (bytes.length > MAX_FILE_BYTES) throw malformed(`it has more than ${MAX_FILE_BYTES} bytes`)
  const file = parse(bytes)
  if (!bytesEqual(encoder.encode(writeLotFile(file)), bytes)) throw malformed('it is not in its one form')
  return file
}

/** True for bytes that may be a lot file, so that `readLotFile` should say what is wrong with them. */
export function looksLikeLot(bytes: Uint8Array): boolean {
  const start = encoder.encode(`{"format":"${FORMAT}"`)
  return bytesEqual(bytes.subarray(0, start.length), start)
}

/** Checks a lot by itself: that every audit its draws wanted was made, at the rate its target asks for. */
export function judgeLot({ targetErrorPpm, record }: LotFile): Check[] {
  const epsilon = targetErrorPpm / PPM
  const tasks = new Set(record.draws.filter(({ state }) => state !== 'withdrawn').map(({ taskId }) => taskId))
    .size
  const announced = baseRate({ epsilon, lotSize: record.size })
  // A lot that closed with fewer tasks needs the base rate of so many.
  const wanted =
    tasks === 0
      ? announced
      : Math.max(announced, baseRate({ epsilon, lotSize: Math.min(tasks, record.size) }))
  const isFull = tasks <= record.size
  const isRate = record.baseRate >= wanted
  const problems = checkDraws(
    { lotId: 0, ...record, baseRate: wanted },
    { commitment: record.commitment, baseRate: announced }
  )
  const of = (code: DrawProblem['code']): DrawProblem[] => problems.filter((problem) => problem.code === code)
  const level = auditLevel(wanted, record.catches)
  return [
    check('commitment', of('COMMITMENT_DIFFERS'), 'the lot is named by the hash of its secret'),
    { name: 'size', ok: isFull, detail: `${tasks} tasks in a lot for ${record.size}` },
    {
      name: 'base-rate',
      ok: isRate,
      detail: `${record.baseRate}, where ${targetErrorPpm} ppm of ${tasks} tasks need ${wanted}`
    },
    check('catches', of('CATCHES_DIFFER'), `${record.catches} wrong results were found by draws`),
    check('draws-once', of('DRAW_REPEATED'), 'no result was drawn for twice'),
    check('draws-decided', of('DRAW_UNDECIDED'), 'every audit has ended'),
    check('audits', of('AUDIT_MISSING'), `every result drawn below the level (${level}) was audited`)
  ]
}

function check(name: string, problems: readonly DrawProblem[], detail: string): Check {
  if (problems.length === 0) return { name, ok: true, detail }
  const [first] = problems
  const where = first?.draw === undefined ? '' : `, first task ${first.draw.taskId}`
  return { name, ok: false, detail: `${first?.code}: ${problems.length}${where}` }
}

// biome-ignore lint/suspicious/noExplicitAny: what JSON.parse gives
type Json = any

function parse(bytes: Uint8Array): LotFile {
  try {
    const json: Json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (json.format !== FORMAT) throw new Error(`its format is not ${FORMAT}`)
    return {
      network: text(json.network),
      coordinator: text(json.coordinator),
      targetErrorPpm: whole(json.targetErrorPpm, 1, PPM),
      record: {
        commitment: text(json.lot),
        secret: text(json.secret),
        size: whole(json.size, 1),
        baseRate: fraction(json.baseRate),
        catches: whole(json.catches, 0),
        draws: Array.from(json.draws, readDraw)
      }
    }
  } catch (cause) {
    throw malformed(errorMessage(cause), cause)
  }
}

function readDraw(json: Json): Draw {
  if (!states.includes(json.state)) throw new Error('a draw has no known state')
  return {
    taskId: text(json.taskId),
    attempt: whole(json.attempt, 1),
    worker: text(json.worker),
    resultKey: text(json.resultKey),
    priorResults: whole(json.priorResults, 0),
    probationResults: whole(json.probationResults, 0),
    valueWeight: weight(json.valueWeight),
    state: json.state,
    certain: json.certain === true
  }
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error('a text is missing')
  return value
}

function whole(value: unknown, min: number, max = Number.MAX_SAFE_INTEGER): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
    throw new Error(`a number is not from ${min} to ${max}`)
  }
  return value
}

function fraction(value: unknown): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) throw new Error('a rate is not from 0 to 1')
  return value
}

function weight(value: unknown): number {
  if (typeof value !== 'number' || !(value >= 1)) throw new Error('a weight is not 1 or more')
  return value
}

function malformed(why: string, cause?: unknown): MarketError {
  return new MarketError('LOT_FILE_MALFORMED', `not a lot file: ${why}`, { cause })
}
