import type { Database } from '../../../kit/database.ts'
import { type Append, type AppendResult, appendBatch } from './append-batch.ts'

export type SessionWriter = { append(entry: Append): Promise<AppendResult> }

/** At most so many transactions at a time: while they commit, the next batch gathers. */
const IN_FLIGHT = 2
const BATCH_LIMIT = 500

/**
 * The one way into the sessions' logs. Appends that wait at the same time are committed together, since a commit costs the
 * same for one as for hundreds; each is answered after its commit.
 *
 * Two writers of one session never both succeed: the log's primary key lets only one have the next number, and who
 * comes second is told.
 */
export function createSessionWriter({ pool }: Pick<Database, 'pool'>): SessionWriter {
  type Waiting = { entry: Append; resolve(result: AppendResult): void; reject(error: unknown): void }
  const waiting: Waiting[] = []
  let inFlight = 0

  function pump(): void {
    while (inFlight < IN_FLIGHT && waiting.length > 0) {
      const batch = takeBatch(waiting)
      inFlight += 1
      void commit(batch).finally(() => {
        inFlight -= 1
        pump()
      })
    }
  }

  async function commit(batch: Waiting[]): Promise<void> {
    try {
      const results = await appendBatch(
        pool,
        batch.map(({ entry }) => entry),
      )
      for (const { entry, resolve } of batch) resolve(results.get(entry) ?? { written: false })
    } catch (error) {
      // One entry that the database cannot take must not fail its neighbours.
      if (batch.length > 1 && isAboutData(error)) for (const single of batch) await commit([single])
      else for (const { reject } of batch) reject(error)
    }
  }

  return {
    append: (entry) =>
      new Promise((resolve, reject) => {
        waiting.push({ entry, resolve, reject })
        pump()
      }),
  }
}

/**
 * In the order of session ids, at most one entry for each session. Callers hand in the next one only after the last;
 * a second one all the same goes into a batch of its own, where the log's numbers decide.
 */
function takeBatch<Waiting extends { entry: Append }>(waiting: Waiting[]): Waiting[] {
  const batch = new Map<string, Waiting>()
  const left = waiting
    .splice(0)
    .filter((one) => batch.size >= BATCH_LIMIT || !add(batch, one.entry.sessionId, one))
  waiting.push(...left)
  return [...batch].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value)
}

function add<Value>(map: Map<string, Value>, key: string, value: Value): boolean {
  return !map.has(key) && map.set(key, value).has(key)
}

/** PostgreSQL's classes 22 and 23: data that it cannot take, and constraints. */
function isAboutData(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code))
}
