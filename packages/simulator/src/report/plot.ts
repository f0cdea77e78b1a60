import type { Cell } from './cell.js'
import { svgDot, svgLine, svgPicture, svgText } from './svg.js'

const WIDTH = 760
const ROW = 26
const TOP = 64
const LEFT = 170
const RIGHT = 30
const BOTTOM = 46

const TITLE = 'Wrong results among the accepted, with 95 % intervals'

/** Shades from few to many saboteurs, apart from each other also without colour. */
const COLOURS = ['#999999', '#9ecae1', '#4292c6', '#2171b5', '#08306b']

/**
 * A plot as SVG text: for each strategy the accepted error of every share of saboteurs, as a dot with its interval,
 * against the promised one. Where several cells fall together, as those of different numbers of workers, all are drawn.
 */
export function errorPlot(cells: readonly Cell[], targetError: number): string {
  const strategies = [...new Set(cells.map(({ strategy }) => strategy))]
  const shares = [...new Set(cells.map(({ saboteurs }) => saboteurs))].sort((one, other) => one - other)
  const highest = Math.max(
    targetError * 1.15,
    ...cells.map(({ acceptedErrorInterval }) => acceptedErrorInterval.high)
  )
  const end = TOP + strategies.length * ROW
  const x = (error: number): number => LEFT + (error / highest) * (WIDTH - LEFT - RIGHT)
  const colourOf = (place: number): string => COLOURS[place % COLOURS.length] ?? '#000'
  const rows = strategies.flatMap((strategy, row) => {
    const middle = TOP + row * ROW + ROW / 2
    const own = cells.filter((cell) => cell.strategy === strategy)
    return [
      svgText(LEFT - 10, middle + 4, strategy, 'end'),
      svgLine({ x: LEFT, y: middle }, { x: WIDTH - RIGHT, y: middle }, '#eee'),
      ...own.map((cell) => {
        const place = shares.indexOf(cell.saboteurs)
        return mark(cell, x, middle + (place - (shares.length - 1) / 2) * 5, colourOf(place))
      })
    ]
  })
  const ticks = ticksTo(highest).flatMap((error) => [
    svgLine({ x: x(error), y: TOP }, { x: x(error), y: end }, '#ddd'),
    svgText(x(error), end + 16, `${Number((error * 100).toPrecision(3))} %`, 'middle')
  ])
  const legend = shares.flatMap((share, place) => {
    const left = LEFT + place * 110
    return [svgDot(left, 40, 4, colourOf(place)), svgText(left + 9, 44, `f = ${share}`)]
  })
  return svgPicture({ width: WIDTH, height: end + BOTTOM, title: TITLE }, [
    svgText(LEFT, 20, TITLE),
    ...legend,
    ...ticks,
    ...rows,
    svgLine({ x: x(targetError), y: TOP - 6 }, { x: x(targetError), y: end }, '#c00', true),
    svgText(x(targetError), end + 32, 'promised', 'middle')
  ])
}

function mark(cell: Cell, x: (error: number) => number, y: number, colour: string): string {
  const { low, high } = cell.acceptedErrorInterval
  return (
    svgLine({ x: x(low), y }, { x: x(high), y }, colour) + svgDot(x(cell.acceptedErrorRate), y, 2.5, colour)
  )
}

/** Four to nine round figures up to `highest`. */
function ticksTo(highest: number): number[] {
  const power = 10 ** Math.floor(Math.log10(highest))
  const step = [0.1, 0.2, 0.5, 1].map((part) => part * power).find((width) => highest / width <= 9) ?? power
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, index) => index * step)
}
