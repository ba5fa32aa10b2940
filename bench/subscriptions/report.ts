import type { Contestant, Options } from './options.ts'

export type Measured = {
  contestant: Contestant
  /** Of the process's own memory, for each subscriber. */
  residentBytes: number
  heapBytes: number
  /** One event to everybody. */
  messagesPerSecond: number
  cpuMicroseconds: number
  /** Milliseconds, at 1,000 events a second. */
  lagP50: number
  lagP99: number
  lagMax: number
  lagMessages: number
}

const TITLES: Record<Contestant, string> = {
  bare: 'bare ws sockets',
  'graphql-ws': 'stock graphql-ws',
  ours: 'ours, who share a stream',
  'ours-apart': 'ours, each a viewer and a stream of its own',
}

export function medianOf(rounds: readonly Measured[]): Measured {
  const [first] = rounds
  if (!first) throw new Error('Nothing was measured.')
  const numbers = Object.keys(first).filter((name) => name !== 'contestant') as Exclude<
    keyof Measured,
    'contestant'
  >[]
  return Object.assign(
    { ...first },
    ...numbers.map((name) => {
      const sorted = rounds.map((round) => round[name]).sort((a, b) => a - b)
      return { [name]: sorted[Math.floor(sorted.length / 2)] }
    }),
  ) as Measured
}

export function tableLines(
  medians: readonly Measured[],
  { subscribers, rounds }: Options,
  about: { node: string; cpu: string; cores: object | undefined },
): string[] {
  const rows = medians.map((one) => [
    TITLES[one.contestant],
    (one.residentBytes / 1000).toFixed(1),
    (one.heapBytes / 1000).toFixed(1),
    Math.round(one.messagesPerSecond).toLocaleString('en'),
    one.cpuMicroseconds.toFixed(1),
    one.lagP50.toFixed(1),
    one.lagP99.toFixed(1),
    one.lagMax.toFixed(1),
  ])
  const head = ['', 'KB each', 'heap', 'messages/s', 'µs CPU each', 'lag p50', 'p99', 'max ms']
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
  return [
    `${subscribers.toLocaleString('en')} subscribers, medians of ${rounds} rounds; Node ${about.node}, ${about.cpu}` +
      (about.cores ? ', the server on a core of its own' : ', nothing pinned to a core'),
    'messages/s: one event to everybody. lag: at 1,000 events a second, each to ten of them.',
    line(head),
    ...rows.map(line),
  ]
}
