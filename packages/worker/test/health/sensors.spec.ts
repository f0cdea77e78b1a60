import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ManualClock, systemClock } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { PowerMeter } from '../../src/health/power.js'
import { type SensorReadings, Sensors } from '../../src/health/sensors.js'
import { readNumber, systemFiles } from '../../src/health/system-files.js'
import { readTemperatureCelsius } from '../../src/health/temperature.js'
import { FixtureFiles } from '../support/fixture-files.js'

const ZONES = '/sys/class/thermal'
const HWMON = '/sys/class/hwmon'
const RAPL = '/sys/class/powercap'
const SUPPLIES = '/sys/class/power_supply'

const celsius = (files: Record<string, string>) => readTemperatureCelsius(new FixtureFiles(files))

test('the hottest processor sensor is the temperature, whatever else is hotter', async () => {
  const files = {
    [`${ZONES}/thermal_zone0/type`]: 'acpitz',
    [`${ZONES}/thermal_zone0/temp`]: '90000',
    [`${ZONES}/thermal_zone1/type`]: 'x86_pkg_temp',
    [`${ZONES}/thermal_zone1/temp`]: '61500',
    [`${ZONES}/cooling_device0/temp`]: '140000',
    [`${HWMON}/hwmon0/name`]: 'nvme',
    [`${HWMON}/hwmon0/temp1_input`]: '95000',
    [`${HWMON}/hwmon1/name`]: 'k10temp',
    [`${HWMON}/hwmon1/temp1_input`]: '63250',
    [`${HWMON}/hwmon1/temp1_max`]: '120000'
  }
  assert.is(await celsius(files), 63.25)
})

test('without a processor’s sensor it is the hottest of all, and without any it is absent', async () => {
  const files = {
    [`${ZONES}/thermal_zone0/type`]: 'acpitz',
    [`${ZONES}/thermal_zone0/temp`]: '-4000',
    [`${HWMON}/hwmon0/temp2_input`]: '38000'
  }
  assert.is(await celsius(files), 38)
  assert.is(await celsius({}), undefined)
})

test('sensors that are broken or not connected do not count', async () => {
  for (const text of ['', 'hot', '4e4', '-128000', '255000', '1'.repeat(400)]) {
    const files = { [`${ZONES}/thermal_zone0/type`]: 'cpu-thermal', [`${ZONES}/thermal_zone0/temp`]: text }
    assert.is(await celsius(files), undefined, text)
  }
})

function packages(...microjoules: (number | undefined)[]): Record<string, string> {
  return Object.fromEntries(
    microjoules.flatMap((value, zone) => [
      [`${RAPL}/intel-rapl:${zone}/name`, `package-${zone}`],
      [`${RAPL}/intel-rapl:${zone}/max_energy_range_uj`, '1000000000'],
      ...(value === undefined ? [] : [[`${RAPL}/intel-rapl:${zone}/energy_uj`, String(value)]])
    ])
  )
}

function meter(files: FixtureFiles, clock: ManualClock): PowerMeter {
  return new PowerMeter({ files, clock })
}

test('power is what the counters of all packages grew by, from the second reading on', async () => {
  const clock = new ManualClock()
  const files = new FixtureFiles({
    ...packages(5_000_000, 1_000_000),
    // Parts of a package, and the same counters once more.
    [`${RAPL}/intel-rapl:0:0/energy_uj`]: '77',
    [`${RAPL}/intel-rapl-mmio:0/energy_uj`]: '5000000'
  })
  const power = meter(files, clock)
  assert.is(await power.watts(), undefined)
  clock.advance(2_000)
  for (const [path, text] of Object.entries(packages(65_000_000, 21_000_000))) files.files.set(path, text)
  assert.is(await power.watts(), 40)
  // Too soon after: nothing is said, and the time counts for the next reading.
  clock.advance(100)
  assert.is(await power.watts(), undefined)
  clock.advance(1_900)
  for (const [path, text] of Object.entries(packages(85_000_000, 21_000_000))) files.files.set(path, text)
  assert.is(await power.watts(), 10)
})

test('a counter that began anew is added up over its range; one that was reset says nothing', async () => {
  const clock = new ManualClock()
  const files = new FixtureFiles(packages(990_000_000))
  const power = meter(files, clock)
  await power.watts()
  clock.advance(1_000)
  files.files.set(`${RAPL}/intel-rapl:0/energy_uj`, '20000000')
  assert.is(await power.watts(), 30)
  files.files.delete(`${RAPL}/intel-rapl:0/max_energy_range_uj`)
  clock.advance(1_000)
  files.files.set(`${RAPL}/intel-rapl:0/energy_uj`, '0')
  assert.is(await power.watts(), undefined)
})

test('counters that this user may not read, all or one, leave power out', async () => {
  for (const all of [packages(undefined), packages(1_000_000, undefined)]) {
    const clock = new ManualClock()
    const files = new FixtureFiles(all)
    const power = meter(files, clock)
    await power.watts()
    clock.advance(1_000)
    if (files.files.has(`${RAPL}/intel-rapl:0/energy_uj`))
      files.files.set(`${RAPL}/intel-rapl:0/energy_uj`, '9000000')
    assert.is(await power.watts(), undefined)
  }
})

test('the platform’s counter holds those of the packages', async () => {
  const clock = new ManualClock()
  const files = new FixtureFiles({ ...packages(0, 0), [`${RAPL}/intel-rapl:1/name`]: 'psys' })
  const power = meter(files, clock)
  await power.watts()
  clock.advance(1_000)
  files.files.set(`${RAPL}/intel-rapl:0/energy_uj`, '7000000')
  files.files.set(`${RAPL}/intel-rapl:1/energy_uj`, '25000000')
  assert.is(await power.watts(), 25)
})

test('on a battery, power is what it gives, all batteries together, those of devices not', async () => {
  const files = {
    [`${SUPPLIES}/AC/online`]: '0',
    [`${SUPPLIES}/BAT0/status`]: 'Discharging',
    [`${SUPPLIES}/BAT0/power_now`]: '-12500000',
    [`${SUPPLIES}/BAT1/status`]: 'Discharging',
    [`${SUPPLIES}/BAT1/voltage_now`]: '12000000',
    [`${SUPPLIES}/BAT1/current_now`]: '500000',
    [`${SUPPLIES}/mouse/status`]: 'Discharging',
    [`${SUPPLIES}/mouse/scope`]: 'Device',
    [`${SUPPLIES}/mouse/power_now`]: '90000000'
  }
  const fixture = new FixtureFiles(files)
  const power = meter(fixture, new ManualClock())
  assert.is(await power.watts(), 18.5)
  fixture.files.set(`${SUPPLIES}/BAT0/status`, 'Charging')
  fixture.files.set(`${SUPPLIES}/BAT1/status`, 'Full')
  assert.is(await power.watts(), undefined)
})

test('sensors that hang are left out, and not asked again while they do', async () => {
  const clock = new ManualClock()
  const gate = Promise.withResolvers<undefined>()
  let asked = 0
  const slow = {
    read: async () => undefined,
    list: async () => {
      asked += 1
      await gate.promise
      return []
    }
  }
  const sensors = new Sensors({ clock, files: slow })
  const first = sensors.read()
  clock.advance(1_000)
  assert.equal(await first, { temperatureCelsius: undefined, powerWatts: undefined })
  await sensors.read()
  assert.is(asked, 1)
  gate.resolve(undefined)
})

test('files of this machine: the first line, no more than 256 bytes, nothing where there is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ailee-sensors-'))
  try {
    await writeFile(join(folder, 'b'), ' 42 \n43\n')
    await writeFile(join(folder, 'a'), 'x'.repeat(1000))
    await mkdir(join(folder, 'c'))
    assert.equal(await systemFiles.list(folder), ['a', 'b', 'c'])
    assert.is(await systemFiles.read(join(folder, 'b')), '42')
    assert.is(await readNumber(systemFiles, join(folder, 'b')), 42)
    assert.is((await systemFiles.read(join(folder, 'a')))?.length, 256)
    assert.is(await systemFiles.read(join(folder, 'c')), undefined)
    assert.is(await systemFiles.read(join(folder, 'd')), undefined)
    assert.equal(await systemFiles.list(join(folder, 'd')), [])
  } finally {
    await rm(folder, { recursive: true })
  }
})

const here = await new Sensors({ clock: systemClock }).read()
const plausible: Record<keyof SensorReadings, (value: number) => boolean> = {
  temperatureCelsius: (value) => value > -50 && value <= 150,
  // Counters need a second reading; a battery does not.
  powerWatts: (value) => value > 0
}
for (const [quantity, isPlausible] of Object.entries(plausible)) {
  const value = here[quantity as keyof SensorReadings]
  if (value === undefined) {
    console.log(`skipped: ${quantity} of this machine, which has no sensor of it`)
    test.skip(`${quantity} of this machine`)
  } else {
    test(`${quantity} of this machine: ${value} is plausible`, () => assert.ok(isPlausible(value)))
  }
}

test.run()
