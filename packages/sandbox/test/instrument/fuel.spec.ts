import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { costTable, meteringParameters } from '../../src/instrument/index.js'
import { assemble, type ModuleSource, oneFunction } from './fixtures/assemble.js'
import { type Arguments, meter } from './fixtures/metered-run.js'

const SUM = `loop void
  local.get 1 local.get 0 i32.add local.set 1
  local.get 0 i32.const 1 i32.sub local.tee 0 br_if 0
end local.get 1`
const sum = oneFunction(SUM, { params: ['i32'], results: ['i32'], locals: ['i32'] })

const FIB = `local.get 0 i32.const 2 i32.lt_s if i32 local.get 0 else
  local.get 0 i32.const 1 i32.sub call 0 local.get 0 i32.const 2 i32.sub call 0 i32.add end`
const fib = oneFunction(FIB, { params: ['i32'], results: ['i32'] })

/** Runs with ever the same fuel: enough at what it used, too little at one less. */
function assertExact(name: string, module: Uint8Array, values: Arguments): bigint {
  const first = meter(module, 'f', values)
  assert.is(first.code, 'SUCCESS', name)
  assert.is(meter(module, 'f', values).fuel, first.fuel, name)
  assert.is(meter(module, 'f', values, { fuel: first.fuel }).code, 'SUCCESS', name)
  assert.is(meter(module, 'f', values, { fuel: first.fuel - 1n }).code, 'FUEL_EXHAUSTED', name)
  return first.fuel
}

test('a run succeeds with the fuel it uses and not with one less', () => {
  assertExact('straight', oneFunction('i32.const 1', { results: ['i32'] }), [])
  assertExact('loop', sum, [1_000])
  assertExact('recursion', fib, [12])
})

test('a loop pays for its turns, one by one', () => {
  const fuel = (turns: number): bigint => assertExact('sum', sum, [turns])
  const turn = fuel(11) - fuel(10)
  // 10 instructions of class simple and the loop itself.
  assert.is(turn, 10n)
  assert.is(fuel(1_010) - fuel(10), 1_000n * turn)
})

test('ways of a branch that differ by more than the slack cost what they are', () => {
  const long = 'i32.const 1 drop '.repeat(20)
  const branching = `local.get 0 if void ${long} else i32.const 1 drop end`
  const withElse = oneFunction(branching, { params: ['i32'] })
  const difference = 38n
  assert.is(assertExact('then', withElse, [1]) - assertExact('else', withElse, [0]), difference)
  const without = oneFunction(`local.get 0 if void ${long} end`, { params: ['i32'] })
  assert.is(assertExact('then', without, [1]) - assertExact('none', without, [0]), 40n)
  const skipped = oneFunction(`local.get 0 i32.eqz if void else ${long} end`, { params: ['i32'] })
  assert.is(assertExact('else', skipped, [1]) - assertExact('none', skipped, [0]), 40n)
  const branch = oneFunction(`block void local.get 0 br_if 0 ${long} end`, { params: ['i32'] })
  assert.is(assertExact('stay', branch, [0]) - assertExact('leave', branch, [1]), 40n)
  // The way that is taken is the dear one: it pays on its way.
  const taken = oneFunction(`block void block void local.get 0 br_if 1 br 0 end return end ${long}`, {
    params: ['i32']
  })
  assert.is(assertExact('taken', taken, [1]) - assertExact('not', taken, [0]), 38n)
})

test('a branch table pays for what it reaches', () => {
  const long = (count: number): string => 'i32.const 1 drop '.repeat(count)
  const table = oneFunction(
    `block void block void block void local.get 0 br_table 0,1,2 end ${long(10)} return end ${long(30)} return end ${long(50)}`,
    { params: ['i32'] }
  )
  const fuel = [0, 1, 2].map((index) => assertExact(`label ${index}`, table, [index]))
  assert.equal([(fuel[1] ?? 0n) - (fuel[0] ?? 0n), (fuel[2] ?? 0n) - (fuel[1] ?? 0n)], [40n, 39n])
})

test('small functions are paid by their callers, at the dearest', () => {
  const module = assemble({
    functions: [
      { params: ['i32'], results: ['i32'], code: 'local.get 0 call 1', export: 'f' },
      {
        params: ['i32'],
        results: ['i32'],
        code: 'local.get 0 if i32 i32.const 1 i32.const 2 i32.add else i32.const 5 end'
      }
    ]
  })
  assert.is(assertExact('callee', module, [0]), assertExact('callee', module, [1]))
  assert.is(assertExact('callee', module, [1]), BigInt(meteringParameters.entryFuel + 1 + costTable.call + 5))
})

const endless: Record<string, ModuleSource> = {
  loop: { functions: [{ code: 'loop void br 0 end', export: 'f' }] },
  'br_if loop': { functions: [{ code: 'loop void i32.const 1 br_if 0 end', export: 'f' }] },
  'loop of a value': {
    functions: [{ code: 'i32.const 1 loop @0 drop i32.const 1 br 0 end', export: 'f' }],
    types: [{ params: ['i32'] }]
  },
  'br_table loop': { functions: [{ code: 'loop void i32.const 0 br_table 0,0 end', export: 'f' }] },
  'loop left and entered': {
    functions: [{ code: 'loop void block void i32.const 1 br_if 0 end br 0 end', export: 'f' }]
  },
  'nested loops': { functions: [{ code: 'loop void loop void br 1 end end', export: 'f' }] },
  'recursion by return_call': { functions: [{ code: 'return_call 0', export: 'f' }] },
  'mutual return_call': {
    functions: [{ code: 'return_call 1', export: 'f' }, { code: 'nop return_call 0' }]
  },
  return_call_indirect: {
    types: [{}],
    functions: [{ code: 'i32.const 0 return_call_indirect 0', export: 'f' }],
    table: [0]
  }
}

test('whatever goes in a circle ends for want of fuel', () => {
  for (const [name, source] of Object.entries(endless)) {
    assert.is(meter(assemble(source), 'f', [], { fuel: 100_000n }).code, 'FUEL_EXHAUSTED', name)
  }
})

const dynamic: Record<string, { source: Partial<ModuleSource>; code: string; per: bigint; step: number }> = {
  'memory.fill': { source: {}, code: 'i32.const 0 i32.const 1 local.get 0 memory.fill', per: 1n, step: 4 },
  'memory.copy': { source: {}, code: 'i32.const 0 i32.const 8 local.get 0 memory.copy', per: 1n, step: 4 },
  'memory.init': {
    source: { data: [1, 2, 3, 4, 5, 6, 7, 8] },
    code: 'i32.const 0 i32.const 0 local.get 0 memory.init 0',
    per: 1n,
    step: 4
  },
  'memory.grow': { source: {}, code: 'local.get 0 memory.grow drop', per: 256n, step: 1 },
  'table.grow': { source: {}, code: 'ref.null func local.get 0 table.grow 0 drop', per: 4n, step: 1 },
  'table.fill': { source: {}, code: 'i32.const 0 ref.null func local.get 0 table.fill 0', per: 4n, step: 1 },
  'table.copy': { source: {}, code: 'i32.const 0 i32.const 1 local.get 0 table.copy', per: 4n, step: 1 }
}

test('bulk instructions pay by their operands, before they work', () => {
  for (const [name, { source, code, per, step }] of Object.entries(dynamic)) {
    const module = assemble({
      memory: [1, 8],
      table: [0],
      tableSize: [10, 100],
      ...source,
      functions: [{ params: ['i32'], code, export: 'f' }]
    })
    const base = assertExact(name, module, [0])
    assert.is(assertExact(name, module, [step]) - base, per, name)
    assert.is(assertExact(name, module, [2 * step]) - base, 2n * per, name)
    const poor = meter(module, 'f', [2 * step], { fuel: base + 2n * per - 1n })
    assert.is(poor.code, 'FUEL_EXHAUSTED', name)
    assert.is(poor.memory.length, 65_536, name)
    assert.ok(
      poor.memory.every((byte) => byte === 0),
      name
    )
    // The largest operand overflows nothing: it is more than there is, or it is refused.
    const huge = meter(module, 'f', [-1], { fuel: 100_000n })
    assert.is(huge.code, name.endsWith('grow') ? 'SUCCESS' : 'FUEL_EXHAUSTED', name)
  }
})

test('memory.grow at its limit answers -1, and the limit is remembered', () => {
  const module = oneFunction('local.get 0 memory.grow', { params: ['i32'], results: ['i32'] })
  assert.is(meter(module, 'f', [7]).result, 1)
  assert.is(meter(module, 'f', [8]).result, -1)
})

test.run()
