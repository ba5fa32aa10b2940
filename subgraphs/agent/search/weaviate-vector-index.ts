import weaviatePackage, { generateUuid5, type WeaviateClient } from 'weaviate-ts-client'
import type { IndexedVector } from '../store/index.ts'
import type { ChangeLog, Match, Query, VectorIndex } from './vector-index.ts'

const TIMEOUT_MS = 10_000

// The package's types describe its CommonJS form, in which the default export is one level deeper than in the other.
const weaviate = weaviatePackage as unknown as typeof weaviatePackage.default

/**
 * Vectors in Weaviate. The program makes the class, one for each embedder, sends it what has changed since it last did,
 * and remembers how far it came in the store; when the class is gone, everything is sent again.
 * @param settings.url the server's address, for example `http://127.0.0.1:8080`
 */
export function createWeaviateVectorIndex(
  log: ChangeLog,
  embedder: string,
  settings: { url: string },
): VectorIndex {
  const { protocol, host } = new URL(settings.url)
  const client = weaviate.client({ scheme: protocol.slice(0, -1), host })
  const className = `SimpulText_${embedder.replaceAll(/\W/g, '_')}`
  let revision: bigint | undefined
  let catchingUp: Promise<void> | undefined

  async function follow(): Promise<void> {
    revision ??= (await ensureClass(client, className)) ? 0n : await log.findIndexPosition(className)
    for (;;) {
      const changes = await log.findChangedVectors({ after: revision, embedder })
      const last = changes.at(-1)
      if (!last) return
      await put(
        client,
        className,
        changes.filter((change) => !change.removed),
      )
      await remove(
        client,
        className,
        changes.filter((change) => change.removed),
      )
      await log.keepIndexPosition(className, last.revision)
      revision = last.revision
    }
  }

  return {
    async nearest(queries) {
      await catchingUp?.catch(() => {})
      await (catchingUp ??= follow().finally(() => (catchingUp = undefined)))
      return Promise.all(queries.map((query) => search(client, className, query)))
    },
  }
}

/** Whether the class had to be made, and so is empty. */
async function ensureClass(client: WeaviateClient, className: string): Promise<boolean> {
  if (await inTime(client.schema.exists(className))) return false
  const field = { dataType: ['text'], tokenization: 'field' as const }
  await inTime(
    client.schema
      .classCreator()
      .withClass({
        class: className,
        description: 'Questions and accepted drafts of Simpul, searched by meaning.',
        vectorizer: 'none',
        vectorIndexConfig: { distance: 'cosine' },
        properties: [
          { name: 'sourceId', ...field },
          { name: 'kind', ...field },
        ],
      })
      .do(),
  )
  return true
}

/** The object's id follows from ours, so that sending it again replaces it. */
async function put(client: WeaviateClient, className: string, rows: readonly IndexedVector[]): Promise<void> {
  if (rows.length === 0) return
  const objects = rows.map(({ id, kind, embedding }) => ({
    class: className,
    id: generateUuid5(id),
    properties: { sourceId: id, kind },
    vector: embedding,
  }))
  const results = await inTime(
    client.batch
      .objectsBatcher()
      .withObjects(...objects)
      .do(),
  )
  const refused = results.flatMap((object) => object.result?.errors?.error ?? [])
  if (refused[0]) throw new Error(`Weaviate refused ${refused.length} objects: ${refused[0].message}`)
}

async function remove(
  client: WeaviateClient,
  className: string,
  rows: readonly IndexedVector[],
): Promise<void> {
  if (rows.length === 0) return
  const where = {
    path: ['sourceId'],
    operator: 'ContainsAny' as const,
    valueTextArray: rows.map((row) => row.id),
  }
  await inTime(client.batch.objectsBatchDeleter().withClassName(className).withWhere(where).do())
}

type Answer = {
  data?: { Get?: Record<string, { sourceId: string; _additional: { distance: number } }[] | null> }
  errors?: { message: string }[]
}

/** Weaviate's cosine distance is 1 minus the similarity. */
async function search(client: WeaviateClient, className: string, query: Query): Promise<Match[]> {
  let get = client.graphql
    .get()
    .withClassName(className)
    .withFields('sourceId _additional { distance }')
    .withNearVector({ vector: [...query.vector] })
    .withLimit(query.first)
  if (query.kind) get = get.withWhere({ path: ['kind'], operator: 'Equal', valueText: query.kind })
  const answer: Answer = await inTime(get.do())
  if (answer.errors?.[0]) throw new Error(`Weaviate could not search: ${answer.errors[0].message}`)
  return (answer.data?.Get?.[className] ?? []).map(({ sourceId, _additional }) => ({
    id: sourceId,
    similarity: 1 - _additional.distance,
  }))
}

/** The client waits for ever; a search that takes this long is a failure. */
function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`Weaviate took more than ${TIMEOUT_MS} ms.`)), TIMEOUT_MS)
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}
