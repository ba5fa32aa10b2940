/** Everything that a measurement needs: the subgraphs, the load, the supergraph and the gateways, each a process. */
import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import { SignJWT, importPKCS8 } from 'jose'
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { generateSecrets } from '../../deploy/local-secrets.ts'
import { freePort } from '../../deploy/ports.ts'
import { ACCESS_TOKEN } from '../../kit/identity.ts'
import { CONTESTANTS, type ContestantName, ROOT } from './contestants.ts'
import type { LoadOrder, LoadReport } from './load.ts'
import { type Cores, type Running, start, stopAll } from './processes.ts'
import { VIEWERS } from './subgraphs/data.ts'
import type { SubgraphsOrder, SubgraphsReport } from './subgraphs/main.ts'
import { SCHEMAS, SUBGRAPH_NAMES } from './subgraphs/schemas.ts'

export type Gateway = { name: ContestantName; port: number; path: string; process: Running }

const READY_WITHIN_MS = 60_000

export type Stage = Awaited<ReturnType<typeof setStage>>

export async function setStage(cores: Cores) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-gateway-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    APOLLO_TELEMETRY_DISABLED: '1',
  }
  const secrets = generateSecrets()
  const tokens = await signTokens(secrets.ACCESS_TOKEN_PRIVATE_KEY)

  const subgraphs = helper('subgraphs/main.ts', cores?.subgraphs)
  const { ready } = await nextMessage<{ ready: { port: number } }>(subgraphs)
  const load = helper('load.ts', cores?.load)
  await nextMessage(load)

  const supergraphFile = join(folder, 'supergraph.graphql')
  writeFileSync(supergraphFile, compose(ready.port))

  function helper(file: string, core: number | undefined): Running {
    const log = openSync(join(folder, `${file.replace('/', '-')}.log`), 'a')
    return start([process.execPath, join(import.meta.dirname, file)], {
      core,
      cwd: folder,
      env,
      log,
      ipc: true,
    })
  }

  return {
    folder,
    tokens,
    subgraphs,
    load,

    /** @param extra for the process of the gateway itself, beside what it is always given */
    async startGateway(
      name: ContestantName,
      extra: { nodeFlags?: readonly string[]; env?: Record<string, string> } = {},
    ): Promise<Gateway> {
      const contestant = CONTESTANTS[name]
      const port = await freePort()
      const setting = {
        port,
        supergraphFile,
        subgraphs: `http://127.0.0.1:${ready.port}`,
        publicKey: secrets.ACCESS_TOKEN_PUBLIC_KEY,
        identitySecret: secrets.IDENTITY_SECRET,
      }
      const logFile = join(folder, `${name}.log`)
      const [node = '', ...rest] = contestant.command(setting)
      const running = start([node, ...(extra.nodeFlags ?? []), ...rest], {
        core: cores?.gateway,
        cwd: ROOT,
        env: { ...env, ...contestant.env?.(setting), ...extra.env },
        log: openSync(logFile, 'a'),
      })
      const gateway = { name, port, path: contestant.path, process: running }
      const giveUpAt = Date.now() + READY_WITHIN_MS
      for (;;) {
        if (running.child.exitCode !== null || Date.now() > giveUpAt) {
          throw new Error(
            `${contestant.title} does not start:\n${readFileSync(logFile, 'utf8').slice(-2_000)}`,
          )
        }
        const answer = await ask(gateway, '{"query":"{ __typename }"}').catch(() => undefined)
        if (answer?.ok) return gateway
        await wait(50)
      }
    },

    /** Starts a server that does nothing, where the gateways are otherwise. */
    async startRawServer(): Promise<{ port: number; process: Running }> {
      const port = await freePort()
      const log = openSync(join(folder, 'raw-server.log'), 'a')
      const command = [process.execPath, join(import.meta.dirname, 'raw-server.ts'), String(port)]
      const running = start(command, { core: cores?.gateway, cwd: folder, env, log })
      while (!(await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined))) await wait(20)
      return { port, process: running }
    },

    delay(delayMs: number): void {
      subgraphs.child.send({ delayMs } satisfies SubgraphsOrder)
    },

    /** How many fetches there were since the last time this was asked. */
    async fetches(): Promise<number> {
      const answer = nextMessage<SubgraphsReport>(subgraphs)
      subgraphs.child.send({ count: true } satisfies SubgraphsOrder)
      const report = await answer
      return 'fetches' in report ? report.fetches : 0
    },

    run(order: Omit<LoadOrder, 'tokens'>): Promise<LoadReport> {
      const answer = nextMessage<LoadReport>(load)
      load.child.send({ ...order, tokens } satisfies LoadOrder)
      return answer
    },

    async stop(): Promise<void> {
      await stopAll()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One request, by the ordinary client. */
export async function ask(
  { port, path }: { port: number; path: string },
  body: string,
  token?: string,
): Promise<{ ok: boolean; status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body,
  })
  return { ok: response.ok, status: response.status, text: await response.text() }
}

/** What a process of the bench's own says next. */
function nextMessage<Message>({ child }: Running): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error(`${child.spawnargs.at(-1)} has ended`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as Message)
    })
  })
}

function compose(port: number): string {
  const { supergraphSdl, errors } = composeServices(
    SUBGRAPH_NAMES.map((name) => ({
      name,
      url: `http://127.0.0.1:${port}/${name}`,
      typeDefs: parse(SCHEMAS[name]),
    })),
  )
  if (!supergraphSdl) throw new Error(`The subgraphs do not compose: ${errors?.join('; ')}`)
  return supergraphSdl
}

/** An access token for each viewer, with the claims of those that users signs, good for as long as a bench may take. */
async function signTokens(privateKeyPem: string): Promise<string[]> {
  const key = await importPKCS8(privateKeyPem, 'EdDSA')
  return Promise.all(
    VIEWERS.map((id) =>
      new SignJWT({ roles: ['STUDENT'], locale: 'id', sid: `session-${id}` })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
        .setSubject(id)
        .setIssuer(ACCESS_TOKEN.issuer)
        .setAudience(ACCESS_TOKEN.audience)
        .setIssuedAt()
        .setExpirationTime('3h')
        .sign(key),
    ),
  )
}
