import { unauthenticated } from '../../kit/errors.ts'
import { anyone, hasRole, signedIn } from '../../kit/policy.ts'
import { or, rule, type IRules } from '../../kit/shield.ts'
import type { Context } from './context.ts'
import type { UserSource } from './resolvers/user.ts'

const asksForSelf = rule('asksForSelf', { cache: 'no_cache' })(
  (_parent, { id }: { id: string }, { viewer }: Context) => viewer?.userId === id,
)

/** The person themself: the viewer, or whoever has just proved by this very operation who they are. */
const self = rule('self', { cache: 'no_cache' })(
  (user: UserSource, _args, { viewer }: Context) =>
    user.justSignedIn === true || (viewer ? viewer.userId === user.id : unauthenticated()),
)

const admin = hasRole('ADMIN')
const staff = hasRole('TUTOR', 'ADMIN')

export const policy = {
  Query: {
    me: anyone,
    user: or(asksForSelf, staff),
    users: admin,
  },
  Mutation: {
    register: anyone,
    signIn: anyone,
    refreshSession: anyone,
    signOut: anyone,
    updateProfile: signedIn,
    assignRole: admin,
  },
  User: {
    id: or(self, signedIn),
    name: or(self, signedIn),
    email: or(self, staff),
    locale: or(self, signedIn),
    roles: or(self, signedIn),
    createdAt: or(self, signedIn),
  },
  UserConnection: admin,
  UserEdge: admin,
  PageInfo: signedIn,
  // Reached only through the payload of the mutation that made them.
  AuthSession: anyone,
  RegisterPayload: anyone,
  SignInPayload: anyone,
  RefreshSessionPayload: anyone,
  SignOutPayload: anyone,
  UpdateProfilePayload: signedIn,
  AssignRolePayload: admin,
  EmailTaken: anyone,
  InvalidCredentials: anyone,
  InvalidRefreshToken: anyone,
  TooManySignInAttempts: anyone,
  InvalidInput: anyone,
  NotFound: anyone,
  WrongState: anyone,
} satisfies IRules
