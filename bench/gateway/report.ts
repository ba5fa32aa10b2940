import { BODIES } from './bodies.ts'
import type { Compared } from './compare.ts'
import { CONTESTANTS, type ContestantName } from './contestants.ts'
import type { Measured } from './measure.ts'
import type { Options } from './options.ts'
import type { Cores } from './processes.ts'

export type Table = { delayMs: number; rows: Measured[] }

export type About = {
  node: string
  cpu: string
  cores: Cores
  rawPerSecond: number
  gateways: Record<string, string>
  options: Options
}

const TITLE = 20
/** Below this share of its core a gateway was not what limited the result. */
const BUSY = 90

export function settingLines({ node, cpu, cores, rawPerSecond, gateways, options }: About): string[] {
  return [
    `Node ${node} on ${cpu}; ${options.connections} connections, ${options.rounds} rounds of ${options.seconds} s, medians`,
    cores
      ? `gateway on core ${cores.gateway}, subgraphs on core ${cores.subgraphs}, load on core ${cores.load}`
      : 'NOT PINNED: there is no taskset, or one core only; the gateways share cores with the subgraphs and the load',
    `the load alone, against a bare node:http server: ${whole(rawPerSecond)} a second`,
    ...Object.entries(gateways).map(([name, version]) => {
      const { title, about } = CONTESTANTS[name as ContestantName]
      return `  ${`${title} ${version}`.padEnd(TITLE + 8)}${about}`
    }),
  ]
}

export function comparedLines(compared: readonly Compared[], gateways: readonly ContestantName[]): string[] {
  return [
    '',
    'answers compared; fetches of one request alone',
    `${''.padEnd(TITLE)}${'bytes'.padStart(8)}${gateways.map((name) => CONTESTANTS[name].title.padStart(TITLE)).join('')}`,
    ...compared.flatMap(({ body, bytes, fetches, different }) => [
      `${body.padEnd(TITLE)}${whole(bytes).padStart(8)}${gateways.map((name) => String(fetches[name] ?? '').padStart(TITLE)).join('')}  ${different.length === 0 ? 'all the same' : ''}`,
      ...different.map(({ gateway, answer }) => `  ${CONTESTANTS[gateway].title} DIFFERS: ${answer}`),
    ]),
  ]
}

export function tableLines({ delayMs, rows }: Table, { bodies, gateways }: Options): string[] {
  const head = [
    'req/s',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'CPU µs',
    'core %',
    'load %',
    'MB',
    'fetches',
    'errors',
  ]
  const lines = ['', delayMs === 0 ? 'no delay in the subgraphs' : `${delayMs} ms of delay in the subgraphs`]
  for (const body of bodies) {
    const ofBody = rows.filter((row) => row.body === body)
    lines.push('', `${body}: ${BODIES[body].about}`)
    lines.push(`${''.padEnd(TITLE)}${head.map((each) => each.padStart(each.length > 8 ? 12 : 9)).join('')}`)
    const ours = ofBody.find(({ gateway }) => gateway === 'ours')
    for (const row of ofBody) {
      const cells = [
        whole(row.perSecond),
        ...[row.p50, row.p95, row.p99].map((ms) => ms.toFixed(ms < 100 ? 1 : 0)),
        whole(row.cpuMicroseconds),
        `${row.busyPercent.toFixed(0)}${delayMs === 0 && row.busyPercent < BUSY ? '!' : ' '}`,
        row.loadPercent.toFixed(0),
        row.peakMegabytes.toFixed(0),
        row.fetches.toFixed(2),
        String(row.errors),
      ]
      const ratios =
        ours && row !== ours
          ? [ours.perSecond / row.perSecond, row.cpuMicroseconds / ours.cpuMicroseconds].map((each) =>
              `${each.toFixed(2)} ×`.padStart(12),
            )
          : []
      lines.push(
        `${CONTESTANTS[row.gateway].title.padEnd(TITLE)}${cells.map((each) => each.padStart(9)).join('')}${ratios.join('')}`,
      )
      if (row.error !== undefined) lines.push(`  the first error: ${row.error}`)
    }
    const peers = ofBody.filter((row) => row !== ours).toSorted((a, b) => b.perSecond - a.perSecond)
    const [best] = peers
    if (ours && best && gateways.length > 2) {
      lines.push(
        `ours is ${(ours.perSecond / best.perSecond).toFixed(2)} × the best peer, ${CONTESTANTS[best.gateway].title}`,
      )
    }
  }
  if (rows.some(({ busyPercent }) => delayMs === 0 && busyPercent < BUSY)) {
    lines.push(
      '',
      '! the gateway had time left, or did not have its core alone: look at the CPU per request there',
    )
  }
  return lines
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}
