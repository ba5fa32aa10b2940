import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SUBGRAPH_NAMES } from './subgraphs/schemas.ts'

export const CONTESTANT_NAMES = ['ours', 'apollo', 'hive', 'hive-rust', 'mercurius'] as const
export type ContestantName = (typeof CONTESTANT_NAMES)[number]

export type Setting = {
  port: number
  supergraphFile: string
  /** Where the subgraphs are, without a path. */
  subgraphs: string
  /** Ours alone verifies tokens and signs who is calling. */
  publicKey: string
  identitySecret: string
}

type Contestant = {
  title: string
  /** How it is set, for those who read the table. */
  about: string
  path: string
  command(setting: Setting): string[]
  env?(setting: Setting): Record<string, string>
  /** Its packages, with a lock of their own. */
  folder?: string
  /** The package whose version is told. */
  version?: string
}

export const ROOT = join(import.meta.dirname, '../..')
const PEERS = join(import.meta.dirname, 'peers')
const MERCURIUS = join(PEERS, 'mercurius')
const HIVE = join(PEERS, 'node_modules/@graphql-hive/gateway/dist/bin.js')

function hive({ port, supergraphFile }: Setting, ...flags: string[]): string[] {
  return [
    process.execPath,
    HIVE,
    'supergraph',
    supergraphFile,
    ...['--config-path', join(PEERS, 'hive.mjs'), '--host', '127.0.0.1', '--port', String(port), ...flags],
  ]
}

export const CONTESTANTS: Record<ContestantName, Contestant> = {
  ours: {
    title: 'ours',
    about:
      'npm run gateway -- --supergraph FILE; tokens verified, limits, logs at their default level, metrics',
    path: '/graphql',
    command: ({ port, supergraphFile }) => [
      process.execPath,
      '--max-semi-space-size=16',
      join(ROOT, 'gateway/main.ts'),
      ...['--supergraph', supergraphFile, '--port', String(port)],
    ],
    env: ({ publicKey, identitySecret }) => ({
      ACCESS_TOKEN_PUBLIC_KEY: publicKey,
      IDENTITY_SECRET: identitySecret,
    }),
  },
  apollo: {
    title: '@apollo/gateway',
    about: 'behind Apollo Server’s standalone server, as documented',
    path: '/graphql',
    command: ({ port, supergraphFile }) => [
      process.execPath,
      join(PEERS, 'apollo.mjs'),
      supergraphFile,
      String(port),
    ],
    folder: PEERS,
    version: '@apollo/gateway',
  },
  hive: {
    title: 'Hive',
    about: '--jit and in-flight deduplication of requests, as its authors set it in the public benchmark',
    path: '/graphql',
    command: (setting) => hive(setting, '--jit'),
    folder: PEERS,
    version: '@graphql-hive/gateway',
  },
  'hive-rust': {
    title: 'Hive, Rust planner',
    about: '--hive-router-runtime and in-flight deduplication of requests, likewise',
    path: '/graphql',
    command: (setting) => hive(setting, '--hive-router-runtime'),
    folder: PEERS,
    version: '@graphql-hive/router-runtime',
  },
  mercurius: {
    title: 'Mercurius',
    about: 'jit: 1; it composes by itself from what the subgraphs serve',
    path: '/graphql',
    command: ({ port, subgraphs }) => [
      process.execPath,
      join(MERCURIUS, 'start.mjs'),
      ...[subgraphs, String(port), ...SUBGRAPH_NAMES],
    ],
    folder: MERCURIUS,
    version: '@mercuriusjs/gateway',
  },
}

/** Installs the packages of those that have some of their own, if their lock is not what is installed. */
export function installPeers(names: readonly ContestantName[], say: (line: string) => void): void {
  for (const folder of new Set(names.flatMap((name) => CONTESTANTS[name].folder ?? []))) {
    const lock = createHash('sha256')
      .update(readFileSync(join(folder, 'package-lock.json')))
      .digest('hex')
    const stamp = join(folder, 'node_modules/.installed')
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) continue
    say(`installing the peers in ${folder} (npm ci; once, up to two minutes) …`)
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    writeFileSync(stamp, lock)
  }
}

export function versionOf(name: ContestantName): string {
  const { folder, version } = CONTESTANTS[name]
  if (!folder || !version) return ''
  const text = readFileSync(join(folder, 'node_modules', version, 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
