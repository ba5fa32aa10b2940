import type { Database } from '../../kit/database.ts'
import { messageOf } from '../../kit/errors.ts'
import { listen } from '../../kit/listen.ts'
import type { Logger } from '../../kit/log.ts'
import { createPump } from '../../kit/pump.ts'
import { failure } from '../errors.ts'
import { isSameKey, readApiKey } from './api-key.ts'
import { REGISTRY_CHANNEL, type Registered, type RegisteredOperation, type Store } from './store/index.ts'

/** How often the registry is looked at although nobody said that it changed: a connection that listens can break. */
const LOOK_EVERY_MS = 2_000

/**
 * What is registered, in memory, so that no request waits for PostgreSQL. It follows the tables: another gateway's change
 * is here a moment after its commit, and one of this gateway's before its own answer.
 */
export function createRegistry(options: { store: Store; database: Database; log: Logger }) {
  const { store, database, log } = options
  let registered: Registered | undefined
  let listener: ReturnType<typeof listen> | undefined
  let onChange: (() => void) | undefined
  let turn = Promise.resolve()

  async function read(): Promise<void> {
    const read = await store.readRegistry(registered)
    if (read === registered) return
    registered = read
    log.info(
      { revision: read.revision, clients: read.clients.size, operations: read.operations.size },
      'registry of operations read',
    )
    onChange?.()
  }

  /** One reading after another, so that an older state never takes the place of a newer. */
  function readInTurn(): Promise<void> {
    return (turn = turn.then(read, read))
  }

  const pump = createPump(readInTurn, (error) => {
    log.warn(
      { error: messageOf(error) },
      'The registry of operations is as it was: its database does not answer',
    )
  })

  /** @throws GraphQLError SERVICE_UNAVAILABLE while nothing is known */
  function known(): Registered {
    if (registered) return registered
    throw failure('SERVICE_UNAVAILABLE', 'What is registered is not known yet. Try again.')
  }

  return {
    get registered() {
      return registered
    },

    /**
     * Reads what is registered, and follows it from then on.
     * @param changed called after each change that was read, the first included
     */
    async follow(changed: () => void): Promise<void> {
      onChange = changed
      await readInTurn()
      listener = listen({
        pool: database.pool,
        channel: REGISTRY_CHANNEL,
        everyMs: LOOK_EVERY_MS,
        wake: () => pump.wake(),
      })
    },

    /** Takes in what this process has just changed. Where the database fails now, the next look will. */
    async refresh(): Promise<void> {
      await readInTurn().catch(() => pump.wake())
    },

    /**
     * Whose key it is.
     * @throws GraphQLError UNAUTHENTICATED, or SERVICE_UNAVAILABLE while no clients are known
     */
    clientOf(apiKey: string): string {
      const { clients } = known()
      const key = readApiKey(apiKey)
      const client = key && clients.get(key.client)
      if (!key || !client || !isSameKey(client.keyHash, key.keyHash)) {
        throw failure('UNAUTHENTICATED', 'The API key is not valid, or its client has been disabled.')
      }
      return key.client
    },

    /**
     * The document of that hash, if it is registered for the client.
     * @throws GraphQLError UNAUTHENTICATED when the client has been disabled since it was let in
     */
    operationOf(client: string, hash: string): RegisteredOperation | undefined {
      const found = known().clients.get(client)
      if (!found) throw failure('UNAUTHENTICATED', 'The client of this API key has been disabled.')
      return found.operations.get(hash)
    },

    /** The document of that hash, whoever registered it. */
    find: (hash: string): RegisteredOperation | undefined => registered?.operations.get(hash),

    async stop(): Promise<void> {
      await listener?.stop()
      await pump.stop()
    },
  }
}

export type Registry = ReturnType<typeof createRegistry>
