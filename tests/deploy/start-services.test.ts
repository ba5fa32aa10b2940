import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../deploy/ports.ts'
import { ask, type RunningStart, runStart } from './running-start.ts'

const NAMES = ['users', 'catalog', 'assessment', 'agent', 'analytics', 'notification']

let home: string
let variables: Record<string, string>
let url: string
let running: RunningStart | undefined

beforeAll(async () => {
  home = join(mkdtempSync(join(tmpdir(), 'simpul-services-')), 'home')
  const [port, ...ports] = await Promise.all([freePort(), ...NAMES.map(() => freePort())])
  const addresses = NAMES.map((name, index) => [
    `${name.toUpperCase()}_URL`,
    `http://127.0.0.1:${ports[index]}/graphql`,
  ])
  variables = { SIMPUL_HOME: home, PORT: String(port), ...Object.fromEntries(addresses) }
  url = `http://127.0.0.1:${port}/graphql`
})
afterAll(async () => {
  running?.kill('SIGKILL')
  await running?.ended
  rmSync(join(home, '..'), { recursive: true, force: true })
})

/** The processes that serve, by the file they run; children of `parent`. Reads what Linux says about processes. */
function services(parent: number): Record<string, number> {
  const found: Record<string, number> = {}
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const [, , , , ppid] =
        /^(\d+) \((.*)\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
      const program = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').at(-2) ?? ''
      if (Number(ppid) === parent && program.endsWith('main.ts')) found[program] = Number(pid)
    } catch {
      // It ended while we looked.
    }
  }
  return found
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0] !== 'Z'
  } catch {
    return false
  }
}

// How a process is found is Linux's; the rest is the same everywhere.
const onLinux = process.platform === 'linux' ? test : test.skip

onLinux(
  'seven processes answer as one; when one of them dies, the others are stopped and it is said which',
  async () => {
    running = runStart('deploy/start-services.ts', variables)
    await running.up
    const input = { email: 'siti@demo.simpul.example', password: 'belajar-tekun-2026' }
    const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { session { user { name } } } }`
    expect(await ask(url, signIn, { input })).toEqual({
      data: { signIn: { session: { user: { name: 'Siti Rahma' } } } },
    })

    const processes = services(running.pid)
    expect(Object.keys(processes).sort()).toEqual(
      ['gateway', ...NAMES.map((name) => `subgraphs/${name}`)].map((folder) => `${folder}/main.ts`).sort(),
    )
    process.kill(processes['subgraphs/analytics/main.ts'] ?? 0, 'SIGKILL')
    expect(await running.ended).toBe(1)
    expect(running.output()).toContain('✘ The process of analytics has ended by itself')
    expect(Object.values(processes).filter(isAlive)).toEqual([])
  },
  60_000,
)

onLinux(
  'killed, the processes that it started end with it',
  async () => {
    running = runStart('deploy/start-services.ts', variables)
    await running.up
    const processes = Object.values(services(running.pid))
    expect(processes).toHaveLength(7)

    running.kill('SIGKILL')
    await running.ended
    const until = Date.now() + 20_000
    while (processes.some(isAlive) && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect(processes.filter(isAlive)).toEqual([])
  },
  60_000,
)
