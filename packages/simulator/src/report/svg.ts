/** One picture, as SVG text. `title` is plain text, without characters that SVG reads. */
export function svgPicture(
  { width, height, title }: { width: number; height: number; title: string },
  elements: readonly string[]
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<title>${title}</title>`,
    `<rect width="${width}" height="${height}" fill="white"/>`,
    ...elements,
    '</svg>',
    ''
  ].join('\n')
}

export function svgText(
  x: number,
  y: number,
  content: string,
  anchor: 'start' | 'middle' | 'end' = 'start'
): string {
  return `<text x="${rounded(x)}" y="${rounded(y)}" text-anchor="${anchor}">${content}</text>`
}

/** `isDashed` for a bound, not a measure. */
export function svgLine(
  from: { x: number; y: number },
  to: { x: number; y: number },
  colour: string,
  isDashed = false
): string {
  const dashes = isDashed ? ' stroke-dasharray="4 3"' : ''
  return `<line x1="${rounded(from.x)}" y1="${rounded(from.y)}" x2="${rounded(to.x)}" y2="${rounded(to.y)}" stroke="${colour}"${dashes}/>`
}

export function svgDot(x: number, y: number, radius: number, colour: string): string {
  return `<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${radius}" fill="${colour}"/>`
}

const rounded = (value: number): number => Math.round(value * 10) / 10
