import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { isConnectionFailure } from '../../kit/connection-failure.ts'
import { type Database, waitingForDatabase } from '../../kit/database.ts'
import { messageOf } from '../../kit/errors.ts'
import type { Logger } from '../../kit/log.ts'
import { migrate } from '../../kit/migrate.ts'
import { createPump } from '../../kit/pump.ts'
import type { Engine } from '../engine.ts'
import { failure } from '../errors.ts'
import type { Metrics } from '../metrics.ts'
import { createAutomaticDocuments } from './automatic-documents.ts'
import { createUses } from './count-uses.ts'
import { hashOf } from './document-hash.ts'
import { createFindDocument } from './find-document.ts'
import { createRegistry } from './registry.ts'
import { createStore } from './store/index.ts'
import { type BrokenOperation, warmOperations } from './warm-operations.ts'

/** What makes the tables. */
export const MIGRATIONS = join(import.meta.dirname, '../../prisma/gateway/migrations')
const FLUSH_EVERY_MS = 2_000
const TRY_AGAIN_MS = 1_000
/** How long a start waits for the database. */
const WAITED_FOR_MS = 2_000

/**
 * The documents that the gateway knows by their hash. Without a database, those that clients send with their hash are
 * known in memory, and nothing can be registered.
 */
export function createPersisted(options: {
  database?: Database | undefined
  metrics: Metrics
  log: Logger
  now?(): Date
}) {
  const { database, metrics, log, now = () => new Date() } = options
  const store = database && createStore(database)
  const registry = database && store && createRegistry({ store, database, log })
  const uses = store && createUses(store)
  const automatic = createAutomaticDocuments({ store, log })
  const find = createFindDocument({ registry, uses, automatic, metrics, now })
  let warming: ReturnType<typeof createPump> | undefined
  let warm = false
  let opening: Promise<void> | undefined
  let again: NodeJS.Timeout | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const flushing = createPump(
    async () => {
      await uses?.flush()
      await automatic.flush(now())
    },
    (error) =>
      log.warn({ error: messageOf(error) }, 'Counts and documents wait: the database does not answer'),
  )

  /** Brings the tables up to date and reads what is registered; tries again until the database answers. */
  async function open(from: Database, changed: () => void): Promise<void> {
    try {
      await migrate({ database: from, folder: MIGRATIONS })
      if (!stopped)
        await registry?.follow(() => {
          changed()
          warming?.wake()
        })
    } catch (error) {
      if (!isConnectionFailure(error)) throw error
      log.warn({ error: messageOf(error) }, 'The registry of operations waits: its database does not answer')
      if (stopped) return
      again = setTimeout(() => {
        opening = open(from, changed).catch((failed: unknown) => {
          log.error({ err: failed }, 'The registry of operations cannot be opened')
        })
      }, TRY_AGAIN_MS)
    }
  }

  async function warmFor(engine: Engine): Promise<BrokenOperation[]> {
    return registry?.registered ? warmOperations(engine, registry.registered) : []
  }

  return {
    /** What is kept; undefined without a database. */
    store,

    /** The document that a request names by its hash, or that a client may run. */
    find,

    /**
     * The client whose key it is.
     * @throws GraphQLError UNAUTHENTICATED, or SERVICE_UNAVAILABLE while no clients are known
     */
    clientOf(apiKey: string): string {
      if (registry) return registry.clientOf(apiKey)
      throw failure(
        'UNAUTHENTICATED',
        'This gateway has no database, so it knows no API keys: send none, or set GATEWAY_DATABASE_URL.',
      )
    },

    /** Whether a client may run a document just now. */
    isRegistered: (client: string, document: string): boolean =>
      registry?.registered?.clients.get(client)?.operations.has(hashOf(document)) === true,

    /** Reads and plans everything registered for an engine; gives what that engine cannot serve, and for whom. */
    warm: warmFor,

    /** Takes in a change that was made through `store`, so that it counts here before anyone is told of it. */
    refresh: async (): Promise<void> => registry?.refresh(),

    /**
     * Follows what is registered and keeps it planned for the engine in use. A database that does not answer is waited for
     * in the background.
     * @param options.changed called whenever something is registered or withdrawn, here or elsewhere
     * @throws MigrationError
     */
    async start(options: { engine(): Engine; changed(): void }): Promise<void> {
      if (!database) {
        log.info(
          'no database: nothing can be registered, and persisted documents last as long as this process',
        )
        return
      }
      warming = createPump(
        async () => {
          const broken = await warmFor(options.engine())
          warm = true
          if (broken.length > 0) log.warn({ broken }, 'The graph cannot serve all that is registered')
        },
        (error) => log.error({ err: error }, 'Registered operations could not be planned'),
      )
      timer = setInterval(() => flushing.wake(), FLUSH_EVERY_MS)
      const opened = open(database, options.changed)
      opening = opened.catch((error: unknown) => {
        log.error({ err: error }, 'The registry of operations cannot be opened')
      })
      await Promise.race([opened, delay(WAITED_FOR_MS, undefined, { ref: false })])
    },

    /** What must still come up before clients find what they registered, and find it warm; in words. */
    async waitingFor(): Promise<string[]> {
      if (!database || warm) return []
      if (registry?.registered) return ['the plans of registered operations']
      const waiting = await waitingForDatabase(database)
      return waiting.length > 0 ? waiting : ['the registry of operations']
    },

    /** Writes what was counted, and stops. Whoever opened the database closes it. */
    async stop(): Promise<void> {
      stopped = true
      clearInterval(timer)
      clearTimeout(again)
      await opening
      await registry?.stop()
      await warming?.stop()
      flushing.wake()
      await flushing.stop()
    },
  }
}

export type Persisted = ReturnType<typeof createPersisted>
