import type { Authenticate } from './authenticate.ts'

/**
 * Adds to the person who is calling the partner client through which they call, where it sends its API key.
 * @param clientOf whose key it is; throws GraphQLError UNAUTHENTICATED
 */
export function identifyClient(
  authenticate: Authenticate,
  clientOf: (apiKey: string) => string,
): Authenticate {
  return (request) => {
    const { apiKey } = request
    if (apiKey === undefined) return authenticate(request)
    return authenticate(request).then((caller) => ({ ...caller, client: clientOf(apiKey) }))
  }
}
