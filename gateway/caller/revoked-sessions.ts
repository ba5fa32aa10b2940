import { z } from 'zod'
import type { Fanout } from '../../kit/fanout.ts'
import { SESSIONS_REVOKED } from '../../kit/identity.ts'
import type { Logger } from '../../kit/log.ts'
import { failure } from '../errors.ts'
import type { Authenticate } from './authenticate.ts'

/** No access token lives longer. */
const TOKEN_LIFETIME_MS = 10 * 60_000
/** Beyond these many, the oldest is forgotten before its time. */
const KEPT_SESSIONS = 100_000

/**
 * The sessions that have ended while access tokens of theirs may still be valid. What is open in their name is closed, and
 * nothing new is opened; after a token's lifetime none is left, and the session is forgotten.
 */
export function createRevokedSessions() {
  /** By session, until when; in the order in which they came, which is that in which they end. */
  const sessions = new Map<string, number>()
  const listeners = new Set<(sessionId: string) => void>()

  function isRevoked(sessionId: string): boolean {
    const until = sessions.get(sessionId)
    return until !== undefined && until > Date.now()
  }

  function forgetOld(): void {
    for (const [sessionId, until] of sessions) {
      if (until > Date.now() && sessions.size <= KEPT_SESSIONS) return
      sessions.delete(sessionId)
    }
  }

  return {
    revoke(sessionId: string): void {
      sessions.delete(sessionId)
      sessions.set(sessionId, Date.now() + TOKEN_LIFETIME_MS)
      forgetOld()
      for (const listener of listeners) listener(sessionId)
    },

    /** Gives what stops listening. */
    onRevoked(listener: (sessionId: string) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    isRevoked,

    /** The same authentication, which refuses tokens of revoked sessions. */
    guard(authenticate: Authenticate): Authenticate {
      return async (request) => {
        const caller = await authenticate(request)
        if (!caller.viewer || !isRevoked(caller.viewer.sessionId)) return caller
        throw failure('UNAUTHENTICATED', 'The session has ended: sign in again.')
      }
    },
  }
}

const message = z.object({ sessionId: z.string() })

/** Revokes what the fan-out names, from now on. Gives what stops that. */
export function hearRevocations(
  fanout: Fanout | undefined,
  revoked: RevokedSessions,
  log: Logger,
): () => void {
  if (!fanout) return () => {}
  const messages = fanout.subscribe(SESSIONS_REVOKED)
  async function hear(): Promise<void> {
    for await (const told of messages) {
      const read = message.safeParse(told)
      // A tick without a session only says that others may have been lost.
      if (read.success) revoked.revoke(read.data.sessionId)
    }
  }
  hear().catch((error: unknown) => log.error({ err: error }, 'Revoked sessions are no longer heard of'))
  return () => void messages.return?.()
}

export type RevokedSessions = ReturnType<typeof createRevokedSessions>
