import type { Cell } from './cell.js'
import { svgDot, svgLine, svgPicture, svgText } from './svg.js'

const WIDTH = 860
const ROW = 30
const TOP = 84
const LEFT = 190
const ERRORS_WIDTH = 340
const GAP = 40
const EXECUTIONS_LEFT = LEFT + ERRORS_WIDTH + GAP
const EXECUTIONS_WIDTH = WIDTH - EXECUTIONS_LEFT - 30
const BOTTOM = 46

const TITLE = 'What passes, and what it costs: schemes side by side'

/** Error shares are drawn by their power of ten; below the first, at it. */
const FIRST_POWER = -6
const LAST_POWER = 0

/** Of different lightness, so that they can be told apart without colour too. */
const COLOURS = ['#bdbdbd', '#fdae61', '#1b9e77', '#7570b3', '#74add1', '#08306b']

/**
 * A plot as SVG text: for each strategy and share, accepted error and executions per task of every policy, as dots.
 * Errors are on a logarithmic scale, against the promised one; none at all is drawn at its left end.
 */
export function comparisonPlot(cells: readonly Cell[], targetError: number): string {
  const policies = [...new Set(cells.map(({ policy }) => policy))]
  const names = [...new Set(cells.map(nameOf))]
  const most = Math.ceil(Math.max(2, ...cells.map(({ executionsPerTask }) => executionsPerTask)))
  const end = TOP + names.length * ROW
  const errorX = (error: number): number => {
    const power = Math.max(FIRST_POWER, Math.log10(error))
    return LEFT + ((power - FIRST_POWER) / (LAST_POWER - FIRST_POWER)) * ERRORS_WIDTH
  }
  const executionsX = (executions: number): number =>
    EXECUTIONS_LEFT + ((executions - 1) / (most - 1)) * EXECUTIONS_WIDTH
  const colourOf = (policy: string): string => COLOURS[policies.indexOf(policy) % COLOURS.length] ?? '#000'
  const rows = names.flatMap((name, row) => {
    const middle = TOP + row * ROW + ROW / 2
    return [
      svgText(LEFT - 10, middle + 4, name, 'end'),
      svgLine({ x: LEFT, y: middle }, { x: LEFT + ERRORS_WIDTH, y: middle }, '#eee'),
      svgLine(
        { x: EXECUTIONS_LEFT, y: middle },
        { x: EXECUTIONS_LEFT + EXECUTIONS_WIDTH, y: middle },
        '#eee'
      ),
      ...cells
        .filter((cell) => nameOf(cell) === name)
        .flatMap(({ policy, acceptedErrorRate, executionsPerTask }) => {
          const y = middle + (policies.indexOf(policy) - (policies.length - 1) / 2) * 4
          return [
            svgDot(errorX(acceptedErrorRate), y, 3, colourOf(policy)),
            svgDot(executionsX(executionsPerTask), y, 3, colourOf(policy))
          ]
        })
    ]
  })
  const errorTicks = range(FIRST_POWER, LAST_POWER).map((power) => ({
    x: errorX(10 ** power),
    label: `${power === FIRST_POWER ? '≤ ' : ''}${Number((100 * 10 ** power).toPrecision(1))} %`
  }))
  const executionTicks = range(1, most).map((executions) => ({
    x: executionsX(executions),
    label: String(executions)
  }))
  const ticks = [...errorTicks, ...executionTicks].flatMap(({ x, label }) => [
    svgLine({ x, y: TOP }, { x, y: end }, '#ddd'),
    svgText(x, end + 16, label, 'middle')
  ])
  const legend = policies.flatMap((policy, place) => {
    const left = LEFT + place * 100
    return [svgDot(left, 40, 4, colourOf(policy)), svgText(left + 9, 44, policy)]
  })
  return svgPicture({ width: WIDTH, height: end + BOTTOM, title: TITLE }, [
    svgText(LEFT, 20, TITLE),
    ...legend,
    svgText(LEFT, TOP - 12, 'accepted errors'),
    svgText(EXECUTIONS_LEFT, TOP - 12, 'executions per task'),
    ...ticks,
    ...rows,
    svgLine({ x: errorX(targetError), y: TOP }, { x: errorX(targetError), y: end }, '#c00', true),
    svgText(errorX(targetError), end + 32, 'promised', 'middle')
  ])
}

function nameOf({ saboteurs, strategy }: Cell): string {
  return saboteurs === 0 ? strategy : `${strategy}, f = ${saboteurs}`
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
