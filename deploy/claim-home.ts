import { randomUUID } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { StartError } from './start-error.ts'

export type Home = {
  folder: string
  /** Lets the next start in. */
  release(): void
}

/**
 * Makes the folder that holds everything this machine keeps (data, secrets, logs), and claims it for this process, so
 * that a second start touches nothing. The claim of a process that is gone, even one whose number another process has
 * been given since, does not count.
 *
 * @param options.address where this process will answer, told to whoever tries to start a second one
 * @throws {StartError} when the folder cannot be written, or another process has it
 */
export function claimHome(options: { folder: string; address: string }): Home {
  const folder = resolve(options.folder)
  try {
    // Others may pass through but not look: PostgreSQL's folder can belong to another user (see postgres-program.ts).
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new StartError(
      `Cannot write to ${folder} (${reasonOf(error)}): make it writable, or set SIMPUL_HOME to a folder that is.`,
    )
  }

  const lock = join(folder, 'lock')
  const mine: Claim = { ...identify(process.pid), address: options.address }
  const draft = join(folder, `lock.${randomUUID()}`)
  try {
    writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
    // A link is made or refused as a whole, with its content: nobody can read half a claim.
    while (!linked(draft, lock)) removeIfStale(lock, folder)
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(
      `Cannot write to ${folder} (${reasonOf(error)}): make it writable, or set SIMPUL_HOME to a folder that is.`,
    )
  } finally {
    rmSync(draft, { force: true })
  }
  return { folder, release: () => rmSync(lock, { force: true }) }
}

/** Step by step, since Node's own `recursive` never returns below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o711 })
}

/** `birth` tells a process from a later one with the same number. */
type Claim = { pid: number; birth: string; address: string }

function removeIfStale(lock: string, folder: string): void {
  // Moved aside before it is judged: of two processes that find a stale claim, one gets to remove it.
  const aside = `${lock}.${randomUUID()}`
  try {
    renameSync(lock, aside)
  } catch {
    return
  }
  const claim = readClaim(aside)
  const alive = claim !== undefined && identify(claim.pid).birth === claim.birth
  if (alive) linked(aside, lock)
  rmSync(aside, { force: true })
  if (alive) {
    throw new StartError(
      `Simpul is already running in ${folder}: process ${claim.pid}, ${claim.address}. Stop it first, or start a second one with another SIMPUL_HOME and PORT.`,
    )
  }
}

function readClaim(path: string): Claim | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Claim
  } catch {
    return undefined
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (reasonOf(error) === 'EEXIST') return false
    throw error
  }
}

/** The process and the moment it began, which is empty when there is none of that number. */
function identify(pid: number): { pid: number; birth: string } {
  try {
    if (process.platform !== 'linux') {
      return {
        pid,
        birth: execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim(),
      }
    }
    // Clock ticks since the machine came up are the 22nd field; the second, the name, may itself hold spaces.
    const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19]
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return { pid, birth: `${boot}/${ticks}` }
  } catch {
    return { pid, birth: '' }
  }
}

function reasonOf(error: unknown): string {
  const { code } = error as { code?: string }
  return code ?? String(error)
}
