import { forbidden, unauthenticated } from './errors.ts'
import type { Role } from './identity.ts'
import { allow, rule } from './shield.ts'
import type { BaseContext } from './subgraph.ts'

/** For what is public: needs no sign-in. */
export const anyone = allow

/** For anyone who has signed in, whatever the role. */
export const signedIn = rule('signedIn', { cache: 'contextual' })(
  (_parent, _args, { viewer }: BaseContext) => (viewer ? true : unauthenticated()),
)

/** For the person that the parent is: what belongs to each alone. Never reused for another parent. */
export const self = rule('self', { cache: 'no_cache' })(
  (person: { id: string }, _args, { viewer }: BaseContext) =>
    viewer ? viewer.userId === person.id : unauthenticated(),
)

/** For those who hold at least one of the roles. */
export function hasRole(...roles: Role[]) {
  return rule(`hasRole:${roles.join()}`, { cache: 'contextual' })(
    (_parent, _args, { viewer }: BaseContext) => {
      if (!viewer) return unauthenticated()
      return viewer.roles.some((role) => roles.includes(role)) ? true : forbidden()
    },
  )
}
