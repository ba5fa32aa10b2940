import { hasRole } from '../../kit/policy.ts'
import type { IRules } from '../../kit/shield.ts'

const admin = hasRole('ADMIN')

export const policy = {
  Query: { apiClients: admin, persistedOperations: admin },
  Mutation: {
    createApiClient: admin,
    setApiClientActive: admin,
    registerOperations: admin,
    withdrawOperations: admin,
  },
  ApiClient: admin,
  ApiClientConnection: admin,
  ApiClientEdge: admin,
  OperationManifest: admin,
  OperationManifestConnection: admin,
  OperationManifestEdge: admin,
  PersistedOperation: admin,
  PersistedOperationConnection: admin,
  PersistedOperationEdge: admin,
  PageInfo: admin,
  CreateApiClientPayload: admin,
  SetApiClientActivePayload: admin,
  RegisterOperationsPayload: admin,
  WithdrawOperationsPayload: admin,
  OperationRefused: admin,
  InvalidInput: admin,
  NotFound: admin,
  WrongState: admin,
} satisfies IRules
