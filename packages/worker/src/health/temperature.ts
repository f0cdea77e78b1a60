import { readNumber, type SystemFiles } from './system-files.js'

const THERMAL = '/sys/class/thermal'
const HWMON = '/sys/class/hwmon'

/** Sensors that are a processor's, by the names that Linux drivers give them. */
const processorName = /cpu|pkg|soc|coretemp|k10temp|zenpower/i

/** Outside these a sensor is not connected or broken. */
const MIN_CELSIUS = -50
const MAX_CELSIUS = 150

interface Reading {
  sensor: string
  celsius: number
}

/** The hottest processor sensor in °C, or the hottest of all where none is a processor's; undefined without sensors. */
export async function readTemperatureCelsius(files: SystemFiles): Promise<number | undefined> {
  const readings = [...(await thermalZones(files)), ...(await hardwareMonitors(files))]
  const processors = readings.filter(({ sensor }) => processorName.test(sensor))
  const those = processors.length > 0 ? processors : readings
  return those.length === 0 ? undefined : Math.max(...those.map(({ celsius }) => celsius))
}

async function thermalZones(files: SystemFiles): Promise<Reading[]> {
  const readings: Reading[] = []
  for (const name of await files.list(THERMAL)) {
    if (!/^thermal_zone\d+$/.test(name)) continue
    const sensor = (await files.read(`${THERMAL}/${name}/type`)) ?? ''
    readings.push(...reading(sensor, await readNumber(files, `${THERMAL}/${name}/temp`)))
  }
  return readings
}

async function hardwareMonitors(files: SystemFiles): Promise<Reading[]> {
  const readings: Reading[] = []
  for (const monitor of await files.list(HWMON)) {
    const sensor = (await files.read(`${HWMON}/${monitor}/name`)) ?? ''
    for (const file of await files.list(`${HWMON}/${monitor}`)) {
      if (!/^temp\d+_input$/.test(file)) continue
      readings.push(...reading(sensor, await readNumber(files, `${HWMON}/${monitor}/${file}`)))
    }
  }
  return readings
}

/** Linux gives thousandths of a degree. */
function reading(sensor: string, milliCelsius: number | undefined): Reading[] {
  if (milliCelsius === undefined) return []
  const celsius = milliCelsius / 1000
  return celsius >= MIN_CELSIUS && celsius <= MAX_CELSIUS ? [{ sensor, celsius }] : []
}
