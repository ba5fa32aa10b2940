const SYMBOLS: Record<string, string> = {
  times: '×',
  cdot: '·',
  div: '÷',
  pm: '±',
  leq: '≤',
  le: '≤',
  geq: '≥',
  ge: '≥',
  neq: '≠',
  ne: '≠',
  approx: '≈',
  pi: 'π',
  theta: 'θ',
  alpha: 'α',
  beta: 'β',
  circ: '°',
  angle: '∠',
  triangle: '△',
  infty: '∞',
  to: '→',
  rightarrow: '→',
  Rightarrow: '⇒',
  ldots: '…',
  dots: '…',
}
const RAISED: Record<string, string> = { '-': '⁻', n: 'ⁿ' }
for (const [digit, raised] of [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].entries()) RAISED[digit] = raised

/** Markdown with LaTeX as one line that a terminal can show: good enough to recognise a question by. */
export function asPlainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\d?frac\{([^{}]*)\}\{([^{}]*)\}/g, '$1/$2')
    .replace(/\\sqrt\{([^{}]*)\}/g, '√($1)')
    .replace(/\\(?:text|mathrm|mathbf|overline)\{([^{}]*)\}/g, '$1')
    .replace(/\^\{?\\circ\}?/g, '°')
    .replace(/\^(?:\{(-?\d+|n)\}|(\d|n))/g, (_all, inBraces?: string, bare?: string) =>
      raised(inBraces ?? bare ?? ''),
    )
    .replace(/\\([a-zA-Z]+)/g, (_all, name: string) => SYMBOLS[name] ?? name)
    .replace(/\\[,;!:\s]/g, ' ')
    .replace(/[$\\]|\*\*|__|^#+\s|^>\s|`|[{}]/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** At most `width` characters, the last of them an ellipsis when something was left out. */
export function shortened(text: string, width: number): string {
  const characters = [...text]
  return characters.length <= width
    ? text
    : `${characters
        .slice(0, Math.max(0, width - 1))
        .join('')
        .trimEnd()}…`
}

/** The text in lines of at most `width` characters, at most `most` of them, broken at spaces. */
export function wrapped(text: string, width: number, most: number): string[] {
  const lines: string[] = []
  let rest = text
  while (rest !== '' && lines.length < most) {
    if (lines.length === most - 1 || lengthOf(rest) <= width) {
      lines.push(shortened(rest, width))
      break
    }
    const head = [...rest].slice(0, width + 1).join('')
    const space = head.lastIndexOf(' ')
    const line = space > 0 ? head.slice(0, space) : [...rest].slice(0, width).join('')
    lines.push(line)
    rest = rest.slice(line.length).trimStart()
  }
  return lines
}

/** How many cells a line takes, its colours aside. */
export function lengthOf(line: string): number {
  return [...line.replace(/\x1b\[[\d;?]*[a-zA-Z]/g, '')].length
}

/** The text with spaces up to `width`, and never more than `width`. */
export function padded(text: string, width: number): string {
  const short = shortened(text, width)
  return short + ' '.repeat(Math.max(0, width - lengthOf(short)))
}

/** Seconds as `m:ss`, or `h:mm:ss` from an hour on. */
export function asClock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

function raised(power: string): string {
  return [...power].map((character) => RAISED[character] ?? character).join('')
}
