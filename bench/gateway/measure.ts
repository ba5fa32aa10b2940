import type { BodyName } from './bodies.ts'
import { CONTESTANTS, type ContestantName } from './contestants.ts'
import { cpuSeconds, peakMegabytes } from './processes.ts'
import type { Gateway, Stage } from './stage.ts'

export type Measured = {
  gateway: ContestantName
  body: BodyName
  perSecond: number
  /** Milliseconds. */
  p50: number
  p95: number
  p99: number
  cpuMicroseconds: number
  /** How much of its core the gateway had busy: what is well below 100 was limited by something else. */
  busyPercent: number
  /** The same of the subgraphs and the load together. */
  loadPercent: number
  peakMegabytes: number
  fetches: number
  errors: number
  error?: string | undefined
}

/** One gateway under one load. CPU, fetches and errors are of all its requests, the warm-up's among them. */
export async function measure(
  stage: Stage,
  gateway: Gateway,
  order: { body: BodyName; connections: number; warmupMs: number; measureMs: number },
): Promise<Measured> {
  const pids = [stage.subgraphs.pid, stage.load.pid]
  const helpers = () => pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0)
  await stage.fetches()
  const cpuBefore = cpuSeconds(gateway.process.pid)
  const helpersBefore = helpers()
  const began = performance.now()
  const report = await stage.run({ ...order, port: gateway.port, path: gateway.path })
  const seconds = (performance.now() - began) / 1000
  if (gateway.process.child.exitCode !== null || gateway.process.child.signalCode !== null) {
    throw new Error(`${CONTESTANTS[gateway.name].title} ended under the load of ${order.body}`)
  }
  const cpu = cpuSeconds(gateway.process.pid) - cpuBefore
  const loadPercent = (100 * (helpers() - helpersBefore)) / seconds
  const fetches = await stage.fetches()
  return {
    gateway: gateway.name,
    body: order.body,
    perSecond: report.perSecond,
    p50: report.p50,
    p95: report.p95,
    p99: report.p99,
    cpuMicroseconds: (cpu * 1e6) / report.requests,
    busyPercent: (100 * cpu) / seconds,
    loadPercent,
    peakMegabytes: peakMegabytes(gateway.process.pid),
    fetches: fetches / report.requests,
    errors: report.errors,
    error: report.error,
  }
}

/** The medians of several measurements of the same; the peak and the errors are the worst. */
export function median(of: readonly Measured[]): Measured {
  const [first] = of
  if (!first) throw new Error('Nothing was measured')
  const middle = (read: (each: Measured) => number) =>
    of.map(read).toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? NaN
  return {
    gateway: first.gateway,
    body: first.body,
    perSecond: middle((each) => each.perSecond),
    p50: middle((each) => each.p50),
    p95: middle((each) => each.p95),
    p99: middle((each) => each.p99),
    cpuMicroseconds: middle((each) => each.cpuMicroseconds),
    busyPercent: middle((each) => each.busyPercent),
    loadPercent: middle((each) => each.loadPercent),
    peakMegabytes: Math.max(...of.map((each) => each.peakMegabytes)),
    fetches: middle((each) => each.fetches),
    errors: of.reduce((sum, each) => sum + each.errors, 0),
    error: of.find((each) => each.error !== undefined)?.error,
  }
}
