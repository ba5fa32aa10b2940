/** `npm run bench:gateway`: ours beside other gateways. */
import { cpus } from 'node:os'
import { compareAnswers, type Compared } from './compare.ts'
import { CONTESTANTS, installPeers, versionOf } from './contestants.ts'
import { type Measured, measure, median } from './measure.ts'
import { type Options, USAGE, readOptions } from './options.ts'
import { chooseCores, stopAll } from './processes.ts'
import { profileOurs } from './profile.ts'
import { type Table, comparedLines, settingLines, tableLines } from './report.ts'
import { type Gateway, type Stage, setStage } from './stage.ts'

const WARMUP_MS = 300
const FIRST_WARMUP_MS = 1_500

try {
  await main(readOptions(process.argv.slice(2)))
} catch (error) {
  await stopAll()
  console.error((error as Error).message)
  process.exitCode = 1
}

async function main(options: Options): Promise<void> {
  if (options.help) return console.log(USAGE)
  const say = options.json ? () => {} : (line: string) => console.error(line)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      say('stopping …')
      void stopAll().then(() => process.exit(130))
    })
  }
  const cores = chooseCores()
  if (!options.profile) installPeers(options.gateways, say)
  const stage = await setStage(cores)
  if (options.profile) {
    for (const body of options.bodies)
      for (const line of await profileOurs(stage, body, options)) console.log(line)
    return stage.stop()
  }

  const limit = await rawLimit(stage, options)
  const gateways: Gateway[] = []
  for (const name of options.gateways) {
    say(`starting ${CONTESTANTS[name].title} …`)
    gateways.push(await stage.startGateway(name))
  }
  const about = {
    node: process.versions.node,
    cpu: cpus()[0]?.model ?? '',
    cores,
    rawPerSecond: limit,
    gateways: Object.fromEntries(options.gateways.map((name) => [name, versionOf(name)])),
    options,
  }
  if (!options.json) for (const line of settingLines(about)) console.log(line)

  const compared: Compared[] = []
  for (const body of options.bodies) compared.push(await compareAnswers(stage, gateways, body))
  if (!options.json) for (const line of comparedLines(compared, options.gateways)) console.log(line)

  const tables: Table[] = []
  for (const delayMs of [0, ...(options.delayMs === undefined ? [] : [options.delayMs])]) {
    stage.delay(delayMs)
    // With a delay what counts are the ratios again, and half the time tells them.
    const seconds = delayMs === 0 ? options.seconds : options.seconds / 2
    const table = {
      delayMs,
      rows: await rounds(stage, gateways, options, { seconds, isWarm: tables.length > 0 }, say),
    }
    tables.push(table)
    if (!options.json) for (const line of tableLines(table, options)) console.log(line)
  }
  await stage.stop()
  if (options.json) console.log(JSON.stringify({ about, compared, tables }, null, 2))
}

async function rounds(
  stage: Stage,
  gateways: readonly Gateway[],
  options: Options,
  { seconds, isWarm }: { seconds: number; isWarm: boolean },
  say: (line: string) => void,
): Promise<Measured[]> {
  const { connections } = options
  const measured: Measured[] = []
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const body of options.bodies) {
      for (const gateway of gateways) {
        const warmupMs = isWarm || round > 1 ? WARMUP_MS : FIRST_WARMUP_MS
        const one = await measure(stage, gateway, { body, connections, warmupMs, measureMs: seconds * 1000 })
        measured.push(one)
        say(
          `round ${round} of ${options.rounds}  ${body.padEnd(10)}${CONTESTANTS[gateway.name].title.padEnd(20)}${one.perSecond.toFixed(0).padStart(7)} a second`,
        )
      }
    }
  }
  return options.bodies.flatMap((body) =>
    gateways.map(({ name }) => median(measured.filter((one) => one.body === body && one.gateway === name))),
  )
}

/** What the load reaches against a server that does nothing. */
async function rawLimit(stage: Stage, { connections }: Options): Promise<number> {
  const server = await stage.startRawServer()
  // The server answers the same to everything: a body that looks for nothing in particular.
  const order = { body: 'medium' as const, port: server.port, path: '/', connections }
  const { perSecond } = await stage.run({ ...order, warmupMs: 500, measureMs: 1_500 })
  await server.process.stop()
  return perSecond
}
