import type { Authenticate } from './authenticate.ts'

/**
 * Passes headers of the client's on to the subgraphs, by their names in lower case, beside what subgraphs are told anyway.
 * They are part of who is calling: nobody shares an answer with a caller whose headers differ.
 */
export function forwardHeaders(names: readonly string[], authenticate: Authenticate): Authenticate {
  if (names.length === 0) return authenticate
  return async (request) => {
    const caller = await authenticate(request)
    const forwarded: Record<string, string> = {}
    for (const name of names) {
      const value = request.header?.(name)
      if (value !== undefined) forwarded[name] = value
    }
    return { ...caller, forwarded }
  }
}
