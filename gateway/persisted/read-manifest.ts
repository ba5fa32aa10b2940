import { z } from 'zod'
import { isHash } from './document-hash.ts'
import type { Problem } from './problem.ts'

/** One document as a manifest gives it, with what the manifest says about it. */
export type ManifestOperation = {
  /** The document's hash, as the manifest says. */
  id: string
  document: string
  name?: string | undefined
  type?: string | undefined
  clientName?: string | undefined
}

/** How many documents one manifest may hold. */
const MOST_OPERATIONS = 5_000

/** What `@apollo/generate-persisted-query-manifest` writes. */
const apollo = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(
    z.object({
      id: z.string(),
      body: z.string(),
      name: z.string(),
      type: z.enum(['query', 'mutation', 'subscription']),
      clientName: z.string().nullish(),
    }),
  ),
})

/** `{ hash: document }`. */
const plain = z.record(z.string(), z.string())

/** Reads a manifest in either format; what is said of single documents is not looked at here. */
export function readManifest(text: string): { operations: ManifestOperation[] } | { problem: Problem } {
  const unreadable = (detail: string) => ({ problem: { code: 'MANIFEST_UNREADABLE', detail } as const })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return unreadable((error as Error).message)
  }
  const isApollo = typeof json === 'object' && json !== null && ('format' in json || 'operations' in json)
  const parsed = isApollo ? apollo.safeParse(json) : plain.safeParse(json)
  if (!parsed.success) return unreadable(z.prettifyError(parsed.error).replaceAll(/\s*\n\s*/g, ' '))
  const operations: ManifestOperation[] = isApolloManifest(parsed.data)
    ? parsed.data.operations.map(({ body, clientName, ...operation }) => ({
        ...operation,
        document: body,
        clientName: clientName ?? undefined,
      }))
    : Object.entries(parsed.data).map(([id, document]) => ({ id, document }))
  if (operations.length === 0) return { problem: { code: 'MANIFEST_EMPTY' } }
  if (operations.length > MOST_OPERATIONS) {
    return { problem: { code: 'MANIFEST_TOO_LARGE', detail: String(MOST_OPERATIONS) } }
  }
  return { operations: operations.map((operation) => ({ ...operation, id: withoutPrefix(operation.id) })) }
}

function isApolloManifest(
  manifest: z.infer<typeof apollo> | z.infer<typeof plain>,
): manifest is z.infer<typeof apollo> {
  return typeof manifest.format === 'string' && Array.isArray(manifest.operations)
}

/** An id that is no hash stays as it is, to be named as it was written. */
function withoutPrefix(id: string): string {
  const hash = id.toLowerCase().replace(/^sha256:/, '')
  return isHash(hash) ? hash : id
}
