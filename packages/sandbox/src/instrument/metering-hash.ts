import { sha3 } from '@ailee/protocol/hash'
import * as moduleCaps from '../module/caps.js'
import * as caps from './caps.js'
import { costTable, METERING_VERSION, meteringParameters } from './cost-table.js'
import { opcodes } from './opcodes.js'

/**
 * The canonical text of the metering rules: version, costs by class, parameters and caps, each sorted by
 * name, and the class of every opcode. One `name value` per line.
 */
export function meteringText(): string {
  const lines = (record: Readonly<Record<string, number>>): string[] =>
    Object.entries(record)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${name} ${value}`)
  const classes = opcodes.flatMap((opcode) =>
    opcode === undefined ? [] : [`0x${opcode.code.toString(16)} ${opcode.name} ${opcode.cost} ${opcode.nan}`]
  )
  const rules = [...lines(costTable), ...lines(meteringParameters), ...lines({ ...moduleCaps, ...caps })]
  return `${[`ailee-metering ${METERING_VERSION}`, ...rules, ...classes].join('\n')}\n`
}

let known: Uint8Array | undefined

/** sha3-256 of the metering rules: 32 bytes, part of every receipt. */
export function meteringHash(): Uint8Array {
  known ??= sha3(new TextEncoder().encode(meteringText()))
  return known.slice()
}
