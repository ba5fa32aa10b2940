import type { Resolvers } from '../generated.ts'
import { assignRole } from './assign-role.ts'
import { me } from './me.ts'
import { refreshSession } from './refresh-session.ts'
import { register } from './register.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { updateProfile } from './update-profile.ts'
import { user } from './user-by-id.ts'
import { User } from './user.ts'
import { users } from './users.ts'

export const resolvers: Resolvers = {
  Query: { me, user, users },
  Mutation: { register, signIn, refreshSession, signOut, updateProfile, assignRole },
  User,
  Locale: { ID: 'id', EN: 'en' },
}
