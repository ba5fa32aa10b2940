import type { OperationManifestResolvers } from '../generated.ts'
import { clientOf } from './client-of.ts'

export const OperationManifest: OperationManifestResolvers = {
  client: (manifest, _args, context) => clientOf(manifest, context),
  operationCount: ({ operations }) => operations,
  inForceCount: ({ inForce }) => inForce,
}
