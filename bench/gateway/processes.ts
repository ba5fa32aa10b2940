import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'

export type Running = {
  pid: number
  child: ChildProcess
  /** Ends it and all that it started. */
  stop(): Promise<void>
}

/** Which core the gateway has for itself, and which the subgraphs and the load; undefined where nothing can be pinned. */
export type Cores = { gateway: number; subgraphs: number; load: number } | undefined

const STOP_WITHIN_MS = 5_000
/** The kernel's clock for CPU time: 100 a second on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100

const running = new Set<Running>()

/** The cores to pin to, with `taskset` and at least two of them. */
export function chooseCores(): Cores {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' })
    const allowed = /^Cpus_allowed_list:\s*(.+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? ''
    const cores = allowed.split(',').flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map(Number)
      return Array.from({ length: to - from + 1 }, (_, index) => from + index)
    })
    const [first, second, third] = cores
    if (first === undefined || second === undefined) return undefined
    return { gateway: first, subgraphs: second, load: third ?? second }
  } catch {
    return undefined
  }
}

/**
 * Starts a process, on one core where that can be had.
 * @param log where its output goes: the number of an open file
 */
export function start(
  command: readonly string[],
  options: {
    core: number | undefined
    cwd: string
    env: Record<string, string | undefined>
    log: number
    ipc?: boolean
  },
): Running {
  const { core, cwd, env, log, ipc = false } = options
  const [file = '', ...args] =
    core === undefined ? command : ['taskset', '--cpu-list', String(core), ...command]
  const child = spawn(file, args, {
    cwd,
    env,
    stdio: ipc ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
    // Out of the terminal's group: a Ctrl-C is the bench's alone, which then stops what it started.
    detached: true,
  })
  const process: Running = { pid: child.pid ?? 0, child, stop: () => stop(process) }
  running.add(process)
  child.once('exit', () => running.delete(process))
  return process
}

export async function stopAll(): Promise<void> {
  await Promise.all([...running].map((each) => each.stop()))
}

async function stop({ child, pid }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const all = tree(pid)
  signal(all, 'SIGTERM')
  const late = setTimeout(() => signal(all, 'SIGKILL'), STOP_WITHIN_MS)
  await ended
  clearTimeout(late)
}

function signal(pids: number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name)
    } catch {
      // It has ended already.
    }
  }
}

/** Seconds of CPU that a process and all that it started have taken so far. */
export function cpuSeconds(pid: number): number {
  const ticks = tree(pid).map((each) => {
    // The name in parentheses may hold spaces; what follows it does not.
    const fields = read(`/proc/${each}/stat`).split(') ')[1]?.split(' ') ?? []
    // utime, stime, and those of children that have ended: fields 14 to 17 of the whole line.
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  })
  return ticks.reduce((sum, each) => sum + each, 0) / TICKS_PER_SECOND
}

/** The most memory that a process and all that it started have held, in MB. */
export function peakMegabytes(pid: number): number {
  return tree(pid)
    .map((each) => Number(/^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${each}/status`))?.[1] ?? 0) / 1000)
    .reduce((sum, each) => sum + each, 0)
}

function tree(pid: number): number[] {
  const below = readdirSync(`/proc/${pid}/task`, { withFileTypes: true }).flatMap(({ name }) =>
    read(`/proc/${pid}/task/${name}/children`).split(' ').filter(Boolean).map(Number),
  )
  return [pid, ...below.flatMap(tree)]
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
