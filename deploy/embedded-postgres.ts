import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort, whyNotFree } from './ports.ts'
import { isPostgresOn, postgresProgram } from './postgres-program.ts'
import { StartError } from './start-error.ts'

export type EmbeddedPostgres = {
  port: number
  /** The address of one of its databases; `postgres` stands from the beginning. */
  url(database: string): string
  /** Resolves when the server has ended, by `stop()` or by itself. */
  ended: Promise<void>
  /** Ends every connection, writes everything out and ends the server. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that npm brought, on 127.0.0.1 only, with its data in `folder`, which is initialised at first use
 * with a random password. What an earlier process left behind is cleared away: a server that outlived it is stopped, a
 * lock file whose process is gone, or is another program by now, is removed. The caller makes sure that no other process
 * uses `folder` (see claim-home.ts).
 *
 * @param options.port the port to listen on; any free one when left out
 * @param options.durable false only for tests: commits then survive a crash of the process, but not of the machine
 * @throws {StartError}
 */
export async function startEmbeddedPostgres(options: {
  folder: string
  port?: number | undefined
  durable?: boolean
}): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder)
  const data = join(folder, 'data')
  const durable = options.durable ?? true

  mkdirSync(folder, { recursive: true, mode: 0o711 })
  if (!existsSync(data)) await initialise(folder, data, durable)
  await stopLeftBehind(data)

  const port = options.port ?? (await freePort())
  if (options.port !== undefined && (await whyNotFree(port, '127.0.0.1')) !== undefined) {
    throw new StartError(
      `Port ${port} is taken, so PostgreSQL cannot listen there: set POSTGRES_PORT to another one, or leave it out to take any free one.`,
    )
  }
  const server = run(folder, data, port, durable)
  await ready(server, folder, data)

  const password = readFileSync(join(folder, 'password'), 'utf8')
  return {
    port,
    url: (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`,
    ended: server.ended,
    stop: () => stop(server),
  }
}

type Server = { child: ChildProcess; ended: Promise<void> }

const READY_WITHIN_MS = 30_000
const STOPPED_WITHIN_MS = 20_000

/** Initialises beside the final folder and renames, so that a start that was cut off leaves no half of a database. */
async function initialise(folder: string, data: string, durable: boolean): Promise<void> {
  const unfinished = join(folder, 'data.unfinished')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })

  const password = randomBytes(24).toString('base64url')
  const passwordFile = join(folder, 'password')
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })

  const { command, before, identity } = postgresProgram('initdb', unfinished)
  if (identity) {
    chownSync(unfinished, identity.uid, identity.gid)
    chownSync(passwordFile, identity.uid, identity.gid)
  }
  const words = [
    ...before,
    `--pgdata=${unfinished}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    // The order of text is PostgreSQL's own, the same on every machine whatever locales it has.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]
  try {
    await promisify(execFile)(command, words, asIdentity(command, identity))
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    const { stderr, message } = error as { stderr?: string; message: string }
    throw new StartError(`PostgreSQL could not prepare its folder ${folder}: ${lastLine(stderr || message)}`)
  }
  renameSync(unfinished, data)
}

async function stopLeftBehind(data: string): Promise<void> {
  const lock = join(data, 'postmaster.pid')
  const pid = Number(readLines(lock)[0])
  if (!pid) return
  if (!isPostgresOn(pid, data)) {
    rmSync(lock, { force: true })
    return
  }
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal)
    const until = Date.now() + STOPPED_WITHIN_MS
    while (Date.now() < until) {
      if (!isPostgresOn(pid, data)) return
      await delay(20)
    }
  }
  throw new StartError(`A PostgreSQL that an earlier run left behind does not stop: end the process ${pid}.`)
}

function run(folder: string, data: string, port: number, durable: boolean): Server {
  const { command, before, identity } = postgresProgram('postgres', data)
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    max_connections: 200,
    fsync: durable ? 'on' : 'off',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Compiling a query costs more than any of ours takes.
    jit: 'off',
  }
  const log = openSync(join(folder, 'postgres.log'), 'w', 0o600)
  const child = spawn(
    command,
    [
      ...before,
      '-D',
      data,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    // In a process group of its own: Ctrl-C in a terminal reaches a whole group, and the database is to stop last.
    { ...asIdentity(command, identity), cwd: folder, detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  if (child.pid !== undefined) endWithThisProcess(child.pid, ended)
  return { child, ended }
}

/** Should this process die without a word, the guard's input ends, and it ends the server in its stead. */
function endWithThisProcess(pid: number, ended: Promise<void>): void {
  const guard = spawn('sh', ['-c', 'read -r _; kill -INT "$0"', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.unref()
  void ended.then(() => guard.kill('SIGKILL'))
}

/** Waits until the server has written `ready` into its lock file, as pg_ctl does. */
async function ready(server: Server, folder: string, data: string): Promise<void> {
  let running = true
  void server.ended.then(() => (running = false))
  const until = Date.now() + READY_WITHIN_MS
  while (running && Date.now() < until) {
    const lines = readLines(join(data, 'postmaster.pid'))
    if (Number(lines[0]) === server.child.pid && lines[7]?.trim() === 'ready') return
    await delay(10)
  }
  if (running) await stop(server)
  const log = join(folder, 'postgres.log')
  throw new StartError(`PostgreSQL does not start: ${lastLine(readLines(log).join('\n'))} (more in ${log})`)
}

async function stop({ child, ended }: Server): Promise<void> {
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGQUIT'), STOPPED_WITHIN_MS)
  await ended
  clearTimeout(timer)
}

function asIdentity(command: string, identity: { uid: number; gid: number } | undefined): object {
  return command === 'setpriv' ? {} : { ...identity }
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch {
    return []
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
