import type { ContentHash } from '@ailee/core'
import { ailee } from '#generated'
import { MAX_INLINE_OUTPUT_BYTES, MAX_OUTPUT_BYTES, MAX_STDERR_BYTES, MAX_TEXT_BYTES } from '../limits.js'
import { boundedBytes, hash, hashBytes, integer, parseMessage, text, toU64 } from './fields.js'

/** What a run left behind besides its receipt. Only the output is proven, by the receipt's output root. */
export interface Outcome {
  /** sha-256 of the output. */
  outputHash: ContentHash
  outputBytes: number
  /** The output itself where it is at most 64 KiB; else it is fetched as a blob. */
  outputInline: Uint8Array | undefined
  stderr: Uint8Array
  /** What went wrong, for people. */
  detail: string
}

export function readOutcome(wire: ailee.v1.IOutcome): Outcome {
  const outputBytes = integer(wire.outputBytes, 0, MAX_OUTPUT_BYTES, 'outcome.output_bytes')
  const inline = boundedBytes(wire.outputInline, MAX_INLINE_OUTPUT_BYTES, 'outcome.output_inline')
  return {
    outputHash: hash(wire.outputHash, 'outcome.output_hash'),
    outputBytes,
    outputInline: inline.length === outputBytes ? inline : undefined,
    stderr: boundedBytes(wire.stderr, MAX_STDERR_BYTES, 'outcome.stderr'),
    detail: text(wire.detail, MAX_TEXT_BYTES, 'outcome.detail')
  }
}

export function writeOutcome(outcome: Outcome): ailee.v1.IOutcome {
  return {
    ...outcome,
    outputHash: hashBytes(outcome.outputHash),
    outputBytes: toU64(outcome.outputBytes),
    outputInline: outcome.outputInline ?? null
  }
}

export function encodeOutcome(outcome: Outcome): Uint8Array {
  return ailee.v1.Outcome.encode(writeOutcome(outcome)).finish()
}

export function decodeOutcome(bytes: Uint8Array): Outcome {
  return readOutcome(parseMessage('Outcome', (data) => ailee.v1.Outcome.decode(data), bytes))
}
