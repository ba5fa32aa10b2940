/** How text is coloured: not at all, with the terminal's own sixteen colours, or with 256. */
export type Paint = {
  strong(text: string): string
  faint(text: string): string
  accent(text: string): string
  good(text: string): string
  warn(text: string): string
  /** The part of a bar that is full, its colour running from blue to green over `width` cells. */
  gradient(text: string, width: number): string
}

const BLUE_TO_GREEN = [33, 39, 38, 44, 43, 49, 48, 84]

/** @param depth bits of colour, as `WriteStream.getColorDepth()` gives them (it respects NO_COLOR); 1 for none */
export function createPaint(depth: number): Paint {
  if (depth < 4) {
    const plain = (text: string) => text
    return { strong: plain, faint: plain, accent: plain, good: plain, warn: plain, gradient: plain }
  }
  const sgr = (code: string) => (text: string) => (text === '' ? '' : `\x1b[${code}m${text}\x1b[0m`)
  const base = { strong: sgr('1'), faint: sgr('2') }
  if (depth < 8) {
    return {
      ...base,
      accent: sgr('36'),
      good: sgr('32'),
      warn: sgr('33'),
      gradient: (text) => sgr('36')(text),
    }
  }
  return {
    ...base,
    accent: sgr('38;5;39'),
    good: sgr('38;5;48'),
    warn: sgr('38;5;214'),
    gradient: (text, width) =>
      [...text]
        .map((cell, place) => {
          const shade = Math.min(BLUE_TO_GREEN.length - 1, Math.floor((place / width) * BLUE_TO_GREEN.length))
          return sgr(`38;5;${BLUE_TO_GREEN[shade]}`)(cell)
        })
        .join(''),
  }
}
