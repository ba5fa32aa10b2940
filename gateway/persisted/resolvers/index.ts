import type { Resolvers } from '../generated.ts'
import { ApiClient } from './api-client.ts'
import { apiClients } from './api-clients.ts'
import { createApiClient } from './create-api-client.ts'
import { OperationManifest } from './operation-manifest.ts'
import { PersistedOperation } from './persisted-operation.ts'
import { persistedOperations } from './persisted-operations.ts'
import { registerOperations } from './register-operations.ts'
import { setApiClientActive } from './set-api-client-active.ts'
import { withdrawOperations } from './withdraw-operations.ts'

export const resolvers: Resolvers = {
  Query: { apiClients, persistedOperations },
  Mutation: { createApiClient, setApiClientActive, registerOperations, withdrawOperations },
  ApiClient,
  OperationManifest,
  PersistedOperation,
  OperationType: { QUERY: 'query', MUTATION: 'mutation', SUBSCRIPTION: 'subscription' },
}
