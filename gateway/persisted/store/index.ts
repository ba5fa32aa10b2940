import type { Pool } from 'pg'
import type { Database } from '../../../kit/database.ts'
import { findDocument, forgetDocuments, keepDocuments } from './automatic-documents.ts'
import { createClient, findClients, listClients, setClientActive } from './clients.ts'
import { countUsage } from './count-usage.ts'
import { listManifests } from './list-manifests.ts'
import { listOperations } from './list-operations.ts'
import { readRegistry } from './read-registry.ts'
import { registerManifest } from './register-manifest.ts'
import { withdrawOperations } from './withdraw-operations.ts'

export { REGISTRY_CHANNEL } from './change-registry.ts'
export type { DocumentUse } from './automatic-documents.ts'
export type { ClientRow } from './clients.ts'
export type { Usage } from './count-usage.ts'
export type { ManifestRow } from './list-manifests.ts'
export type { OperationRow } from './list-operations.ts'
export type { Registered, RegisteredOperation } from './read-registry.ts'
export type { Withdrawal } from './withdraw-operations.ts'

/** All that the gateway keeps. The caller keeps the database and closes it. */
export function createStore({ pool }: Database) {
  const on =
    <Args extends unknown[], Result>(operation: (pool: Pool, ...args: Args) => Result) =>
    (...args: Args): Result =>
      operation(pool, ...args)

  return {
    countUsage: on(countUsage),
    createClient: on(createClient),
    findClients: on(findClients),
    findDocument: on(findDocument),
    forgetDocuments: on(forgetDocuments),
    keepDocuments: on(keepDocuments),
    listClients: on(listClients),
    listManifests: on(listManifests),
    listOperations: on(listOperations),
    readRegistry: on(readRegistry),
    registerManifest: on(registerManifest),
    setClientActive: on(setClientActive),
    withdrawOperations: on(withdrawOperations),
  }
}

export type Store = ReturnType<typeof createStore>
