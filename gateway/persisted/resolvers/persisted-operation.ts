import type { PersistedOperationResolvers } from '../generated.ts'
import { clientOf } from './client-of.ts'

export const PersistedOperation: PersistedOperationResolvers = {
  client: (operation, _args, context) => clientOf(operation, context),
}
