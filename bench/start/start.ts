/**
 * `npm run bench:start`: how long until the first query is answered, at a first and at a second start, and what the whole
 * system holds in memory at rest and after the demo. Beside them, in the same rounds, the time that PostgreSQL alone takes.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs, promisify } from 'node:util'
import { startEmbeddedPostgres } from '../../deploy/embedded-postgres.ts'
import { freePort } from '../../deploy/ports.ts'

type Round = {
  /** Seconds. */
  firstStart: number
  secondStart: number
  postgresFirstStart: number
  postgresSecondStart: number
  /** MB of memory that no other process shares (PSS), of every process of the system. */
  atRest: number
  afterDemo: number
}

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, json: { type: 'boolean' } },
})
const root = join(import.meta.dirname, '../..')

const rounds: Round[] = []
for (let round = 1; round <= Number(values.rounds); round += 1) {
  if (!values.json) console.error(`round ${round} of ${values.rounds} …`)
  rounds.push(await measure())
}
const median = Object.fromEntries(
  (Object.keys(rounds[0] ?? {}) as (keyof Round)[]).map((name) => [
    name,
    middle(rounds.map((round) => round[name])),
  ]),
) as Round
console.log(values.json ? JSON.stringify({ rounds, median }, null, 2) : table(median))

async function measure(): Promise<Round> {
  const folder = mkdtempSync(join(tmpdir(), 'simpul-bench-'))
  try {
    const home = join(folder, 'home')
    const first = await start(home)
    const atRest = await settled(first.child)
    await promisify(execFile)(process.execPath, ['demo/play.ts', '--fast', '--url', first.url], { cwd: root })
    const afterDemo = await settled(first.child)
    await stop(first.child)
    const second = await start(home)
    await stop(second.child)
    return {
      firstStart: first.seconds,
      secondStart: second.seconds,
      postgresFirstStart: await postgresAlone(join(folder, 'postgres')),
      postgresSecondStart: await postgresAlone(join(folder, 'postgres')),
      atRest,
      afterDemo,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Starts the system as `npm start` does; the clock runs until a query is answered. */
async function start(home: string): Promise<{ child: ChildProcess; url: string; seconds: number }> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/graphql`
  const began = performance.now()
  const child = spawn(process.execPath, ['deploy/start.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, SIMPUL_HOME: home, PORT: String(port) },
    stdio: 'ignore',
  })
  for (;;) {
    if (child.exitCode !== null) throw new Error('The system did not start')
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ me { id } }"}',
    }).catch(() => undefined)
    if (response?.ok) return { child, url, seconds: (performance.now() - began) / 1000 }
    await delay(10)
  }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  await ended
}

async function postgresAlone(folder: string): Promise<number> {
  const began = performance.now()
  const postgres = await startEmbeddedPostgres({ folder })
  const seconds = (performance.now() - began) / 1000
  await postgres.stop()
  return seconds
}

/** The memory of a process and all that it started, some seconds after the last thing happened. */
async function settled(child: ChildProcess): Promise<number> {
  await delay(5_000)
  const bytes = tree(child.pid ?? 0).map((pid) => {
    try {
      return (
        Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
      )
    } catch {
      return 0
    }
  })
  return bytes.reduce((sum, each) => sum + each, 0) / 1e6
}

function tree(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid)
    .map(Number)
  return [pid, ...children.flatMap(tree)]
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return undefined
  }
}

function middle(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN
}

function table(of: Round): string {
  const seconds = (value: number) => `${value.toFixed(2)} s`.padStart(9)
  const ratio = (value: number, to: number) => `${(value / to).toFixed(1)} ×`
  return [
    `medians of ${rounds.length} rounds, Node ${process.versions.node}`,
    `first start until a query is answered   ${seconds(of.firstStart)}   ${ratio(of.firstStart, of.postgresFirstStart)} PostgreSQL alone (${of.postgresFirstStart.toFixed(2)} s)`,
    `second start                            ${seconds(of.secondStart)}   ${ratio(of.secondStart, of.postgresSecondStart)} PostgreSQL alone (${of.postgresSecondStart.toFixed(2)} s)`,
    `memory of the whole system at rest      ${of.atRest.toFixed(0).padStart(6)} MB`,
    `memory after the demo                   ${of.afterDemo.toFixed(0).padStart(6)} MB`,
  ].join('\n')
}
