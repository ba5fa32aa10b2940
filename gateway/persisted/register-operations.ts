import type { Engine } from '../engine.ts'
import { checkManifest } from './check-manifest.ts'
import type { OperationProblem, Problem } from './problem.ts'
import { readManifest } from './read-manifest.ts'
import type { ManifestRow, Store } from './store/index.ts'

type Registration =
  | { outcome: 'REGISTERED'; manifest: ManifestRow }
  | { outcome: 'NO_SUCH_CLIENT' }
  | { outcome: 'UNREADABLE'; problem: Problem }
  | { outcome: 'REFUSED'; problems: OperationProblem[] }

/** Registers a manifest for a client: all of it, as the next version, or nothing. In force when it resolves. */
export async function registerOperations(
  { store, engine }: { store: Store; engine: Engine },
  { client: name, manifest: text }: { client: string; manifest: string },
  occasion: { by: string; now: Date },
): Promise<Registration> {
  const [client] = await store.findClients([name])
  if (!client) return { outcome: 'NO_SUCH_CLIENT' }
  const read = readManifest(text)
  if ('problem' in read) return { outcome: 'UNREADABLE', problem: read.problem }
  const { operations, problems } = await checkManifest({ engine, client, operations: read.operations })
  if (problems.length > 0) return { outcome: 'REFUSED', problems }
  const manifest = await store.registerManifest({ client: name, operations }, occasion)
  return manifest ? { outcome: 'REGISTERED', manifest } : { outcome: 'NO_SUCH_CLIENT' }
}
