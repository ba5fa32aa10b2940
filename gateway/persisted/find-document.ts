import { NO_QUERY, refuse } from '../errors.ts'
import type { Metrics } from '../metrics.ts'
import type { AutomaticDocuments } from './automatic-documents.ts'
import type { Uses } from './count-uses.ts'
import { hashOf, readHash } from './document-hash.ts'
import type { Registry } from './registry.ts'

/** What a request says about its document. A caller with an API key is a `client`, and runs what is registered for it. */
type DocumentRequest = {
  query?: string | undefined
  documentId?: string | undefined
  client?: string | undefined
}

type FoundDocument = {
  query: string
  /** Registered documents are few and known to be good: they are kept apart from those that anybody may send. */
  registered: boolean
  /** To be called once the operation proved to be valid: what it is remembered or counted by. */
  accepted(): void
}

/** Finds the document that a request names by its hash, or that a client may run. */
export function createFindDocument(options: {
  registry: Registry | undefined
  uses: Uses | undefined
  automatic: AutomaticDocuments
  metrics: Metrics
  now(): Date
}) {
  const { registry, uses, automatic, metrics, now } = options

  function registered(query: string, count?: () => void): FoundDocument {
    return {
      query,
      registered: true,
      accepted() {
        count?.()
        metrics.persisted('registered')
      },
    }
  }

  function registeredFor(client: string, hash: string): FoundDocument {
    const operation = registry?.operationOf(client, hash)
    if (operation) return registered(operation.document, () => uses?.count(client, hash, now()))
    metrics.persisted('not registered')
    throw refuse(
      'OPERATION_NOT_REGISTERED',
      `No document with the hash ${hash} is in force for the client ${client}: it was never registered, or has been ` +
        'withdrawn. Have an administrator register your manifest: `npm run operations -- register`, or the mutation ' +
        '`registerOperations`.',
    )
  }

  function sent(hash: string, query: string): FoundDocument {
    return {
      query,
      registered: false,
      accepted() {
        automatic.keep(hash, query)
        metrics.persisted('kept')
      },
    }
  }

  async function automaticBy(hash: string): Promise<FoundDocument> {
    const query = await automatic.find(hash)
    if (query === undefined) {
      metrics.persisted('not found')
      // Clients of Apollo know this by its words, and send the text.
      throw refuse('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
    }
    return {
      query,
      registered: false,
      accepted() {
        automatic.reused(hash, query, now())
        metrics.persisted('automatic')
      },
    }
  }

  /** @throws RequestErrors when there is none, or the hash is not the document's */
  return ({ documentId, client, ...request }: DocumentRequest): FoundDocument | Promise<FoundDocument> => {
    // graphql-ws insists on a query: its clients send an empty one beside the hash.
    const query = request.query || undefined
    const given = documentId === undefined ? undefined : readHash(documentId)
    const own = query === undefined ? undefined : hashOf(query)
    const hash = given ?? own
    if (hash === undefined) throw refuse('BAD_REQUEST', NO_QUERY)
    if (own !== undefined && own !== hash) {
      metrics.persisted('hash mismatch')
      throw refuse(
        'PERSISTED_QUERY_HASH_MISMATCH',
        'The hash is not the SHA-256 of the query that came with it.',
      )
    }
    if (client !== undefined) return registeredFor(client, hash)
    const operation = registry?.find(hash)
    if (operation) return registered(operation.document)
    return query === undefined ? automaticBy(hash) : sent(hash, query)
  }
}
