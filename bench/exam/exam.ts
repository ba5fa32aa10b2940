/** `npm run bench:exam`: answers acknowledged per second through the public door, beside the raw limit of PostgreSQL. */
import { availableParallelism } from 'node:os'
import pg from 'pg'
import { startClientProcess } from './client-process.ts'
import { median } from './messages.ts'
import { type Options, USAGE, readOptions } from './options.ts'
import { type BenchResult, showResult } from './show-result.ts'
import { type SystemUnderTest, startScratchSystem } from './system-under-test.ts'

const options = readOrExit()
if (options.help) {
  console.log(USAGE)
  process.exit(0)
}

await using stack = new AsyncDisposableStack()
let interrupted = false
process.once('SIGINT', () => {
  interrupted = true
  void stack.disposeAsync().then(() => process.exit(130))
})
try {
  const result = await run(options)
  if (options.json) console.log(JSON.stringify(result, null, 2))
  else showResult(result)
  if (result.errors > 0 || result.verified.missing.length > 0) process.exitCode = 1
} catch (error) {
  status('')
  if (!interrupted) console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

async function run({ students, seconds, rounds, warmup, exam, ...given }: Options): Promise<BenchResult> {
  const system: SystemUnderTest = given.url
    ? { url: given.url, databaseUrl: given.database, stop: async () => {} }
    : await startScratchSystem((name) => status(`starting: ${name}`))
  stack.defer(() => system.stop())
  let phase = 'preparing'
  const client = startClientProcess(({ done, of, what }) => status(`${phase}: ${done} of ${of} ${what}`))
  stack.defer(() => client.stop())

  const sat = await client.ask<'prepare'>({ type: 'prepare', url: system.url, students, exam })
  phase = 'warm-up'
  if (warmup > 0) await client.ask<'answer'>({ type: 'answer', seconds: warmup })

  const done: BenchResult['rounds'] = []
  for (let round = 1; round <= rounds; round += 1) {
    const answer = async () => {
      phase = `round ${round} of ${rounds}, answers`
      return client.ask<'answer'>({ type: 'answer', seconds })
    }
    const commit = async () => {
      if (system.databaseUrl === undefined) return null
      phase = `round ${round} of ${rounds}, raw commits`
      status(phase)
      const { databaseUrl } = system
      return client.ask<'commit'>({ type: 'commit', databaseUrl, connections: students, seconds })
    }
    // Which comes first alternates, so that a machine that grows slower or faster favours neither.
    if (round % 2 === 1) done.push({ answers: await answer(), commits: await commit() })
    else {
      const commits = await commit()
      done.push({ answers: await answer(), commits })
    }
  }

  phase = 'verifying'
  const verified = await client.ask<'verify'>({ type: 'verify' })
  const machine = await machineOf(system.databaseUrl)
  status('')
  return { machine, students, exam: sat, rounds: done, ...summaryOf(done), verified }
}

function summaryOf(rounds: BenchResult['rounds']): Pick<BenchResult, 'median' | 'errors'> {
  const answers = rounds.map((round) => round.answers)
  const commits = rounds.flatMap((round) => (round.commits ? [round.commits] : []))
  const answersPerSecond = median(answers.map(({ perSecond }) => perSecond))
  const commitsPerSecond = commits.length > 0 ? median(commits.map(({ perSecond }) => perSecond)) : null
  return {
    median: {
      answersPerSecond,
      p50: median(answers.map(({ latency }) => latency.p50)),
      p95: median(answers.map(({ latency }) => latency.p95)),
      p99: median(answers.map(({ latency }) => latency.p99)),
      commitsPerSecond,
      ratio: commitsPerSecond === null ? null : answersPerSecond / commitsPerSecond,
    },
    errors: answers.reduce((sum, { errors }) => sum + errors, 0),
  }
}

async function machineOf(databaseUrl: string | undefined): Promise<BenchResult['machine']> {
  const machine = { processors: availableParallelism(), node: process.version, postgres: null, fsync: null }
  if (databaseUrl === undefined) return machine
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ postgres: string; fsync: string }>(
      `SELECT current_setting('server_version') AS postgres,
              current_setting('fsync') || ', synchronous_commit ' || current_setting('synchronous_commit') AS fsync`,
    )
    return { ...machine, ...rows[0] }
  } finally {
    await client.end()
  }
}

/** One line that stays in place on a terminal; elsewhere nothing, so that a log holds only the result. */
function status(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${text}`)
}

function readOrExit(): Options {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : String(error)}\nSee: npm run bench:exam -- --help`,
    )
    process.exit(1)
  }
}
