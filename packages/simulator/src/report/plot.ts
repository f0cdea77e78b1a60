import type { Cell } from './cell.js'

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
  const height = TOP + strategies.length * ROW + BOTTOM
  const x = (error: number): number => LEFT + (error / highest) * (WIDTH - LEFT - RIGHT)
  const rows = strategies.flatMap((strategy, row) => {
    const middle = TOP + row * ROW + ROW / 2
    const own = cells.filter((cell) => cell.strategy === strategy)
    return [
      text(LEFT - 10, middle + 4, strategy, 'end'),
      `<line x1="${LEFT}" y1="${middle}" x2="${WIDTH - RIGHT}" y2="${middle}" stroke="#eee"/>`,
      ...own.map((cell) => {
        const place = shares.indexOf(cell.saboteurs)
        return mark(cell, x, middle + (place - (shares.length - 1) / 2) * 5, COLOURS[place % COLOURS.length])
      })
    ]
  })
  const end = height - BOTTOM
  const ticks = ticksTo(highest).flatMap((error) => [
    `<line x1="${r(x(error))}" y1="${TOP}" x2="${r(x(error))}" y2="${end}" stroke="#ddd"/>`,
    text(x(error), end + 16, `${Number((error * 100).toPrecision(3))} %`, 'middle')
  ])
  const legend = shares.map((share, place) => {
    const left = LEFT + place * 110
    return `<circle cx="${left}" cy="40" r="4" fill="${COLOURS[place % COLOURS.length]}"/>${text(left + 9, 44, `f = ${share}`, 'start')}`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">`,
    `<title>${TITLE}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="white"/>`,
    text(LEFT, 20, TITLE, 'start'),
    ...legend,
    ...ticks,
    ...rows,
    `<line x1="${r(x(targetError))}" y1="${TOP - 6}" x2="${r(x(targetError))}" y2="${end}" stroke="#c00" stroke-dasharray="4 3"/>`,
    text(x(targetError), end + 32, 'promised', 'middle'),
    '</svg>',
    ''
  ].join('\n')
}

function mark(cell: Cell, x: (error: number) => number, y: number, colour = '#000'): string {
  const { low, high } = cell.acceptedErrorInterval
  return `<line x1="${r(x(low))}" y1="${y}" x2="${r(x(high))}" y2="${y}" stroke="${colour}"/><circle cx="${r(x(cell.acceptedErrorRate))}" cy="${y}" r="2.5" fill="${colour}"/>`
}

function text(x: number, y: number, content: string, anchor: string): string {
  return `<text x="${r(x)}" y="${y}" text-anchor="${anchor}">${content}</text>`
}

/** Four to nine round figures up to `highest`. */
function ticksTo(highest: number): number[] {
  const power = 10 ** Math.floor(Math.log10(highest))
  const step = [0.1, 0.2, 0.5, 1].map((part) => part * power).find((width) => highest / width <= 9) ?? power
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, index) => index * step)
}

const r = (value: number): number => Math.round(value * 10) / 10
