import type { Logger } from '../../kit/log.ts'
import type { Viewer } from '../../kit/identity.ts'
import type { Caller } from './authenticate.ts'
import type { Requirement } from '../supergraph/read-protection.ts'

/** Decides one `@policy` for a caller; null has not signed in. */
type DecidePolicy = (viewer: Viewer | null) => boolean | Promise<boolean>

/** By the names that `@policy` uses in the graph. */
export type Policies = Readonly<Record<string, DecidePolicy>>

/** Which of some requirements a caller meets, in their order. */
export type Meets = (caller: Caller, requirements: readonly Requirement[]) => Promise<readonly boolean[]>

/**
 * Holds what a graph requires against what is known of a caller. A policy without a decision of its own is met by the
 * role of its name, `ADMIN` or `role:ADMIN`; any other is met by nobody, and one whose decision fails by nobody either.
 */
export function createMeets(policies: Policies, log: Logger): Meets {
  async function decide(policy: string, viewer: Viewer | null): Promise<boolean> {
    if (!Object.hasOwn(policies, policy)) return hasRole(viewer, policy)
    try {
      return (await policies[policy]?.(viewer)) === true
    } catch (error) {
      log.error({ err: error, policy }, 'A policy could not be decided, so it is not met')
      return false
    }
  }

  return async ({ viewer, scopes = [] }, requirements) => {
    const names = new Set(requirements.flatMap((requirement) => requirement.policies.flat()))
    const decided = new Map(
      await Promise.all([...names].map(async (name) => [name, await decide(name, viewer)] as const)),
    )
    return requirements.map(
      (requirement) =>
        (!requirement.authenticated || viewer !== null) &&
        anyOf(requirement.scopes, (scope) => scopes.includes(scope)) &&
        anyOf(requirement.policies, (policy) => decided.get(policy) === true),
    )
  }
}

function anyOf(alternatives: Requirement['scopes'], holds: (name: string) => boolean): boolean {
  return alternatives.length === 0 || alternatives.some((together) => together.every(holds))
}

function hasRole(viewer: Viewer | null, policy: string): boolean {
  const role = policy.startsWith('role:') ? policy.slice('role:'.length) : policy
  return (viewer?.roles ?? []).some((held) => held === role)
}
