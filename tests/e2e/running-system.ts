import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const SERVICES = ['USERS', 'CATALOG', 'ASSESSMENT', 'AGENT', 'ANALYTICS', 'NOTIFICATION']

/** Every end-to-end story is told in both: `npm start` and `npm run start:services`. */
export const topologies = ['one process', 'seven processes'] as const
export type Topology = (typeof topologies)[number]

export type RunningSystem = {
  /** Where GraphQL answers. */
  url: string
  /** Where each subgraph answers by itself, by name; in one process none does. */
  subgraphs: Record<string, string>
  /** The folder of its data, for another start. */
  home: string
  /** Ends it as a power cut would: no handler of its own runs. PostgreSQL ends with it. */
  kill(): Promise<void>
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>
}

/** Starts the system as its users do, in processes of its own, on free ports and a folder of its own unless one is given. */
export async function startRunningSystem(options: {
  topology: Topology
  home?: string
  env?: Record<string, string | undefined>
}): Promise<RunningSystem> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'simpul-')))
  const [port, ...ports] = await freePorts(SERVICES.length + 1)
  const url = `http://127.0.0.1:${port}/graphql`
  const addresses = SERVICES.map((name, index) => [name, `http://127.0.0.1:${ports[index]}/graphql`] as const)
  const program = options.topology === 'one process' ? 'deploy/start.ts' : 'deploy/start-services.ts'
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      SIMPUL_HOME: home,
      PORT: String(port),
      POSTGRES_PORT: '0',
      ...Object.fromEntries(addresses.map(([name, address]) => [`${name}_URL`, address])),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await Promise.race([
    ready(url, child),
    ended.then(() => Promise.reject(new Error(`It did not start:\n${said}`))),
  ])

  return {
    url,
    subgraphs: Object.fromEntries(addresses.map(([name, address]) => [name.toLowerCase(), address])),
    home,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const readyz = new URL('/readyz', url)
  while (child.exitCode === null) {
    const response = await fetch(readyz).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
