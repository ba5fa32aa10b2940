/** `npm run bench:subscriptions`: many subscribers in one process, ours beside the stock server and bare sockets. */
import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import { generateKeyPairSync } from 'node:crypto'
import { openSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { type Running, chooseCores, cpuSeconds, start, stopAll } from '../gateway/processes.ts'
import type { CrowdRequest } from './crowd.ts'
import { type Contestant, type Options, USAGE, readOptions } from './options.ts'
import { type Measured, medianOf, tableLines } from './report.ts'
import type { Memory, Request, Setting } from './serve.ts'
import { SUBGRAPH } from './supergraph.ts'
import { sharedNow } from './ticks.ts'

const EVENTS_PER_SECOND = 1_000
/** Ten subscribers to a topic, so that 1,000 events a second are 10,000 messages. */
const PER_TOPIC = 10
const WARM_SOCKETS = 200
const QUIET_MS = 1_000
const HERE = import.meta.dirname
const SILENT = openSync('/dev/null', 'w')

try {
  await main(readOptions(process.argv.slice(2)))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
} finally {
  await stopAll()
}

async function main(options: Options): Promise<void> {
  if (options.help) return console.log(USAGE)
  const say = options.json ? () => {} : (line: string) => console.error(line)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stopAll().then(() => process.exit(130)))
  }
  const cores = chooseCores()
  const keys = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const setting: Setting = {
    supergraphSdl: compose(),
    publicKey: keys.publicKey,
    identitySecret: 'a secret that the bench alone knows, and long enough',
  }
  const measured: Measured[] = []
  for (let round = 1; round <= options.rounds; round++) {
    for (const contestant of options.only) {
      say(`round ${round}: ${contestant}`)
      const server = launch(
        contestant === 'ours-apart' ? 'servers/ours.ts' : `servers/${contestant}.ts`,
        cores?.gateway,
      )
      const crowd = launch('crowd.ts', cores?.load)
      const one = await measure({ contestant, server, crowd, setting, privateKey: keys.privateKey, options })
      await Promise.all([server.stop(), crowd.stop()])
      measured.push(one)
    }
  }
  const medians = options.only.map((contestant) =>
    medianOf(measured.filter((one) => one.contestant === contestant)),
  )
  const about = { node: process.versions.node, cpu: cpus()[0]?.model ?? '', cores, options }
  if (options.json) return console.log(JSON.stringify({ about, medians, measured }, null, 2))
  for (const line of tableLines(medians, options, about)) console.log(line)
}

async function measure(given: {
  contestant: Contestant
  server: Running
  crowd: Running
  setting: Setting
  privateKey: string
  options: Options
}): Promise<Measured> {
  const { contestant, server, crowd, setting, privateKey, options } = given
  const { subscribers, fanouts, seconds } = options
  const ask = <Answer>(request: Request) => asked<Answer>(server, request)
  const tell = <Answer>(request: CrowdRequest) => asked<Answer>(crowd, request)
  const apart = contestant === 'ours-apart'
  const url = await ask<string>({ ask: 'start', setting })

  async function connect(count: number): Promise<void> {
    await tell({ ask: 'connect', url, count, privateKey, apart })
    await tell({ ask: 'follow', topics: undefined })
    await allSubscribed(count)
  }
  async function allSubscribed(count: number): Promise<void> {
    while ((await ask<number>({ ask: 'subscribers' })) < count) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  /** One event to everybody, until the last has it; in milliseconds. */
  async function fanOut(count: number): Promise<number> {
    await tell({ ask: 'count', until: count })
    const began = sharedNow()
    await ask({ ask: 'emit', topic: 'all' })
    return (await tell<number>({ ask: 'counted' })) - began
  }

  await connect(WARM_SOCKETS)
  for (let warm = 0; warm < 50; warm++) await fanOut(WARM_SOCKETS)
  await tell({ ask: 'leave' })
  const before = await ask<Memory>({ ask: 'memory' })
  await connect(subscribers)
  const after = await ask<Memory>({ ask: 'memory' })

  await fanOut(subscribers)
  const cpuBefore = cpuSeconds(server.pid)
  const times: number[] = []
  for (let fanout = 0; fanout < fanouts; fanout++) times.push(await fanOut(subscribers))
  const cpu = cpuSeconds(server.pid) - cpuBefore
  times.sort((a, b) => a - b)
  const median = times[Math.floor(times.length / 2)] as number

  const topics = Math.max(1, Math.round(subscribers / PER_TOPIC))
  await tell({ ask: 'follow', topics })
  await allSubscribed(subscribers * 2)
  await tell({ ask: 'measure' })
  await ask({ ask: 'stream', topics, perSecond: EVENTS_PER_SECOND, seconds })
  const { p50, p99, max, count } = await tell<{ count: number; p50: number; p99: number; max: number }>({
    ask: 'lags',
    quietMs: QUIET_MS,
  })
  return {
    contestant,
    residentBytes: (after.residentBytes - before.residentBytes) / subscribers,
    heapBytes: (after.heapBytes - before.heapBytes) / subscribers,
    messagesPerSecond: (subscribers / median) * 1000,
    cpuMicroseconds: (cpu * 1e6) / (fanouts * subscribers),
    lagP50: p50,
    lagP99: p99,
    lagMax: max,
    lagMessages: count,
  }
}

function launch(script: string, core: number | undefined): Running {
  return start([process.execPath, '--expose-gc', '--no-warnings', join(HERE, script)], {
    core,
    cwd: process.cwd(),
    env: process.env,
    log: SILENT,
    ipc: true,
  })
}

function asked<Answer>({ child }: Running, request: Request | CrowdRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('A process of the bench has ended.'))
    child.once('exit', ended)
    child.once('message', (answer: { value?: Answer; error?: string }) => {
      child.off('exit', ended)
      if (answer.error !== undefined) reject(new Error(answer.error))
      else resolve(answer.value as Answer)
    })
    child.send(request)
  })
}

function compose(): string {
  const { supergraphSdl, errors } = composeServices([
    { name: 'ticks', url: 'http://127.0.0.1:9/', typeDefs: parse(SUBGRAPH) },
  ])
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'))
  return supergraphSdl
}
