import type { DescribedFetch, DescribedLater, DescribedNode, PlanDescription } from './describe-plan.ts'
import { laterWords, summary, together } from './plan-text.ts'

/** In pixels. Text is in a font of which every character has one width. */
const CHARACTER = 7.3
const LINE = 17
const PADDING = 12
const HEADER = 30
const MARGIN = 28
const GAP = { beside: 24, below: 52 }
const LONGEST_LINE = 46
const MOST_LINES = 18
const NARROWEST = 190
const PILL = 34

/** A colour for each subgraph, in the order in which they come; white can be read on all of them. */
const COLOURS = ['#2563a8', '#a8443a', '#2f7d4f', '#8a5a00', '#7a4fb0', '#00737b', '#b0357b', '#59636f']

const STYLE = `
  .ground { fill: #ffffff }
  .card { fill: #f6f7f9; stroke: #c5ccd6 }
  .group { fill: none; stroke: #9aa4b2; stroke-dasharray: 5 4 }
  .way { fill: none; stroke: #6b7686; stroke-width: 1.6; stroke-linejoin: round; stroke-linecap: round }
  .head { fill: #6b7686 }
  .pill { fill: #1f2733 }
  text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; fill: #1f2733; white-space: pre }
  .title { font-weight: 700; font-size: 15px }
  .name { font-weight: 700; fill: #ffffff }
  .onpill { fill: #ffffff }
  .dim { fill: #586272 }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #161b22 }
    .card { fill: #1f2630; stroke: #3d4857 }
    .group { stroke: #5d6978 }
    .way { stroke: #8d98a8 }
    .head { fill: #8d98a8 }
    .pill { fill: #dfe5ec }
    text { fill: #dfe5ec }
    .name { fill: #ffffff }
    .onpill { fill: #161b22 }
    .dim { fill: #9aa5b4 }
  }`

type Point = { x: number; y: number }

/** Something with a size, which can be put anywhere; ways lead to its entries and from its exits. */
type Shape = {
  width: number
  height: number
  place(x: number, y: number): { svg: string[]; entries: Point[]; exits: Point[] }
}

/**
 * A plan as an SVG that needs nothing else: a box for each fetch in the colour of its subgraph, time from top to bottom,
 * side by side what runs at the same time. It brings its own ground, light or dark as its reader has it.
 */
export function planPicture(plan: PlanDescription): string {
  const colours = new Map(plan.subgraphs.map((name, index) => [name, COLOURS[index % COLOURS.length] ?? '']))
  const body = sequence([pill(nameOf(plan)), ...steps(plan, colours), pill(ending(plan))])
  const title = summary(plan)
  const width = Math.ceil(Math.max(body.width, textWidth(title)) + 2 * MARGIN)
  const top = MARGIN + 26
  const height = Math.ceil(top + body.height + MARGIN)
  const { svg } = body.place(MARGIN + (width - 2 * MARGIN - body.width) / 2, top)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(`The plan of ${nameOf(plan)}`)}</title>`,
    `<desc>${escaped(title)}</desc>`,
    `<style>${STYLE}\n</style>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 z"/></marker></defs>',
    `<rect class="ground" width="${width}" height="${height}" rx="8"/>`,
    text(MARGIN, MARGIN + 2, title, 'dim'),
    ...svg,
    '</svg>',
    '',
  ].join('\n')
}

function nameOf({ operation }: PlanDescription): string {
  return [operation.type, operation.name].filter(Boolean).join(' ')
}

function ending({ subscribes, later }: PlanDescription): string {
  return subscribes ? 'an answer for each event' : later ? 'the answer, in parts' : 'the answer'
}

function steps(plan: PlanDescription, colours: ReadonlyMap<string, string>): Shape[] {
  const { parts, subscribes, later, introspection } = plan
  const drawn = parts.map((part) => nodeShape(part, colours))
  if (subscribes) {
    const first = fetchShape(subscribes, colours, 'subscribes')
    return [first, ...drawn.map((shape) => group('for each event', shape))]
  }
  if (later) {
    const afterwards = parallel(later.map((one) => laterShape(one, colours)))
    return [...drawn.map((shape) => group('comes first', shape)), afterwards]
  }
  const beside = [
    ...(drawn.length > 1
      ? drawn.map((shape, index) => group(`part ${index + 1} of ${drawn.length}`, shape))
      : drawn),
    ...(introspection ? [card('the gateway', ['answers what is asked', 'about the schema'], '#59636f')] : []),
  ]
  return beside.length > 0 ? [parallel(beside)] : []
}

function laterShape(later: DescribedLater, colours: ReadonlyMap<string, string>): Shape {
  const inner = later.later.map((one) => laterShape(one, colours))
  const asked = later.node
    ? nodeShape(later.node, colours)
    : card('the gateway', ['has all of it already'], '#59636f')
  return group(laterWords(later), sequence([asked, ...(inner.length > 0 ? [parallel(inner)] : [])]))
}

function nodeShape(node: DescribedNode, colours: ReadonlyMap<string, string>): Shape {
  switch (node.kind) {
    case 'fetch':
      return fetchShape(node, colours)
    case 'sequence':
      return sequence(node.nodes.map((inner) => nodeShape(inner, colours)))
    case 'parallel':
      return parallel(node.nodes.map((inner) => nodeShape(inner, colours)))
    case 'condition':
      return parallel([
        ...(node.then ? [group(`if $${node.variable}`, nodeShape(node.then, colours))] : []),
        ...(node.otherwise ? [group(`if not $${node.variable}`, nodeShape(node.otherwise, colours))] : []),
      ])
  }
}

function fetchShape(fetch: DescribedFetch, colours: ReadonlyMap<string, string>, does = ''): Shape {
  const lines = fetch.asks.split('\n')
  const shown = lines.length > MOST_LINES ? lines.slice(0, MOST_LINES - 1) : lines
  const about = [
    ...(does ? [does] : []),
    ...(fetch.with ? [together(fetch.with)] : []),
    ...(fetch.at ? [`at ${fetch.at}`] : []),
    ...(fetch.needs ? [`given ${fetch.needs}`] : []),
    ...(fetch.takes ?? []).map((source) => `taking ${source}`),
  ]
  return card(
    `${fetch.number}. ${fetch.subgraph}`,
    [...shown, ...(shown.length < lines.length ? [`… ${lines.length - shown.length} lines more`] : [])],
    colours.get(fetch.subgraph) ?? '',
    about,
  )
}

/** A box with a coloured head, words about it, and lines as they are. */
function card(name: string, lines: readonly string[], colour: string, about: readonly string[] = []): Shape {
  const all = [...about, ...lines].map(shortened)
  const width = Math.max(NARROWEST, ...[name, ...all].map((line) => textWidth(line) + 2 * PADDING))
  const height = HEADER + PADDING + all.length * LINE + PADDING / 2
  return {
    width,
    height,
    place: (x, y) => ({
      svg: [
        `<rect class="card" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="6"/>`,
        `<path fill="${colour}" d="M${n(x)} ${n(y + HEADER)} v${-HEADER + 6} q0 -6 6 -6 h${n(width - 12)} q6 0 6 6 v${HEADER - 6} z"/>`,
        text(x + PADDING, y + 20, name, 'name'),
        ...all.map((line, index) =>
          text(x + PADDING, y + HEADER + PADDING + 5 + index * LINE, line, index < about.length ? 'dim' : ''),
        ),
      ],
      entries: [{ x: x + width / 2, y }],
      exits: [{ x: x + width / 2, y: y + height }],
    }),
  }
}

function pill(words: string): Shape {
  const width = textWidth(shortened(words)) + 2 * PILL
  return {
    width,
    height: PILL,
    place: (x, y) => ({
      svg: [
        `<rect class="pill" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${PILL}" rx="${PILL / 2}"/>`,
        text(x + PILL, y + 21, shortened(words), 'onpill'),
      ],
      entries: [{ x: x + width / 2, y }],
      exits: [{ x: x + width / 2, y: y + PILL }],
    }),
  }
}

/** A frame with a word on it. */
function group(label: string, inner: Shape): Shape {
  const width = Math.max(inner.width, textWidth(label)) + 2 * PADDING
  const height = inner.height + 2 * PADDING + LINE
  return {
    width,
    height,
    place(x, y) {
      const { svg, exits } = inner.place(x + (width - inner.width) / 2, y + PADDING + LINE)
      return {
        svg: [
          `<rect class="group" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="8"/>`,
          text(x + PADDING, y + 18, label, 'dim'),
          ...svg,
        ],
        // Ways end at the frame, so that none goes through its words.
        entries: [{ x: x + width / 2, y }],
        exits,
      }
    },
  }
}

function parallel(shapes: readonly Shape[]): Shape {
  const width = shapes.reduce((sum, shape) => sum + shape.width, (shapes.length - 1) * GAP.beside)
  const height = Math.max(0, ...shapes.map((shape) => shape.height))
  return {
    width,
    height,
    place(x, y) {
      let left = x
      const placed = shapes.map((shape) => {
        const at = shape.place(left, y)
        left += shape.width + GAP.beside
        return at
      })
      const exits = placed.flatMap((one) => one.exits)
      return {
        svg: [
          ...placed.flatMap((one) => one.svg),
          // What ends early still leaves where all leave: its way goes straight down, through its own column.
          ...exits
            .filter((exit) => exit.y < y + height)
            .map((exit) => `<path class="way" d="M${n(exit.x)} ${n(exit.y)} V${n(y + height)}"/>`),
        ],
        entries: placed.flatMap((one) => one.entries),
        exits: exits.map((exit) => ({ x: exit.x, y: y + height })),
      }
    },
  }
}

function sequence(shapes: readonly Shape[]): Shape {
  const width = Math.max(0, ...shapes.map((shape) => shape.width))
  const height = shapes.reduce((sum, shape) => sum + shape.height, (shapes.length - 1) * GAP.below)
  return {
    width,
    height,
    place(x, y) {
      let top = y
      const placed = shapes.map((shape) => {
        const at = shape.place(x + (width - shape.width) / 2, top)
        top += shape.height + GAP.below
        return at
      })
      const ways = placed.slice(1).flatMap((next, index) => connect(placed[index]?.exits ?? [], next.entries))
      return {
        svg: [...placed.flatMap((one) => one.svg), ...ways],
        entries: placed[0]?.entries ?? [],
        exits: placed.at(-1)?.exits ?? [],
      }
    },
  }
}

/** Ways from all of the exits to all of the entries, which meet on one line between them. */
function connect(exits: readonly Point[], entries: readonly Point[]): string[] {
  const meeting = Math.max(...exits.map(({ y }) => y)) + GAP.below * 0.4
  const at = average(entries.length < exits.length ? entries : exits)
  return [
    ...exits.map(({ x, y }) => `<path class="way" d="M${n(x)} ${n(y)} V${n(meeting)} H${n(at)}"/>`),
    ...entries.map(
      ({ x, y }) =>
        `<path class="way" d="M${n(at)} ${n(meeting)} H${n(x)} V${n(y)}" marker-end="url(#head)"/>`,
    ),
  ]
}

function average(points: readonly Point[]): number {
  return points.reduce((sum, { x }) => sum + x, 0) / points.length
}

function shortened(line: string): string {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line
}

function textWidth(line: string): number {
  return line.length * CHARACTER
}

function text(x: number, y: number, words: string, kind: string): string {
  return `<text${kind ? ` class="${kind}"` : ''} x="${n(x)}" y="${n(y)}" xml:space="preserve">${escaped(words)}</text>`
}

/** A number as short as the eye allows. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10)
}

function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
