import type { ailee } from '#generated'
import {
  MAX_FUNCTION_NAME_BYTES,
  MAX_INPUT_BYTES,
  MAX_MEMORY_BYTES,
  MAX_MODULE_BYTES,
  MAX_OUTPUT_BYTES,
  MAX_WALL_TIME_MS,
  SEED_BYTES
} from '../limits.js'
import type { Limits, TaskSpec } from '../task-spec.js'
import { exactBytes, hash, hashBytes, integer, required, text, timestamp, toU64, u64 } from './fields.js'

export function readLimits(wire: ailee.v1.ILimits, field: string): Limits {
  return {
    memoryBytes: integer(wire.memoryBytes, 1, MAX_MEMORY_BYTES, `${field}.memory_bytes`),
    fuel: u64(wire.fuel),
    wallTimeMs: integer(wire.wallTimeMs, 1, MAX_WALL_TIME_MS, `${field}.wall_time_ms`),
    outputBytes: integer(wire.outputBytes, 0, MAX_OUTPUT_BYTES, `${field}.output_bytes`)
  }
}

export function writeLimits(limits: Limits): ailee.v1.ILimits {
  return {
    memoryBytes: toU64(limits.memoryBytes),
    fuel: toU64(limits.fuel),
    wallTimeMs: limits.wallTimeMs,
    outputBytes: toU64(limits.outputBytes)
  }
}

export function readTaskSpec(wire: ailee.v1.ITaskSpec): TaskSpec {
  return {
    moduleHash: hash(wire.moduleHash, 'spec.module_hash'),
    moduleBytes: integer(wire.moduleBytes, 1, MAX_MODULE_BYTES, 'spec.module_bytes'),
    inputHash: hash(wire.inputHash, 'spec.input_hash'),
    inputBytes: integer(wire.inputBytes, 0, MAX_INPUT_BYTES, 'spec.input_bytes'),
    function: text(wire.function, MAX_FUNCTION_NAME_BYTES, 'spec.function'),
    limits: readLimits(required(wire.limits, 'spec.limits'), 'spec.limits'),
    seed: exactBytes(wire.seed, SEED_BYTES, 'spec.seed'),
    clockMs: timestamp(wire.clockMs, 'spec.clock_ms'),
    hashMemory: wire.hashMemory ?? false
  }
}

export function writeTaskSpec(spec: TaskSpec): ailee.v1.ITaskSpec {
  return {
    moduleHash: hashBytes(spec.moduleHash),
    moduleBytes: toU64(spec.moduleBytes),
    inputHash: hashBytes(spec.inputHash),
    inputBytes: toU64(spec.inputBytes),
    function: spec.function,
    limits: writeLimits(spec.limits),
    seed: spec.seed,
    clockMs: toU64(spec.clockMs),
    hashMemory: spec.hashMemory
  }
}
