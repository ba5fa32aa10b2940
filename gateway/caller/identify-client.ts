import type { Authenticate } from './authenticate.ts'

/**
 * Beside the person who is calling, the client of others through which they call, where it sends its key.
 * @param clientOf whose key it is; throws GraphQLError UNAUTHENTICATED
 */
export function identifyClient(
  authenticate: Authenticate,
  clientOf: (apiKey: string) => string,
): Authenticate {
  return async (request) => {
    const caller = await authenticate(request)
    return request.apiKey === undefined ? caller : { ...caller, client: clientOf(request.apiKey) }
  }
}
