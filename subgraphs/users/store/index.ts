import type { Database } from '../../../kit/database.ts'
import { assignRoles } from './assign-roles.ts'
import { type Client, createClient } from './client.ts'
import { countSignInAttempt } from './count-sign-in-attempt.ts'
import { findCredentials, findUsers, findUsersByEmail, listUsers } from './find-users.ts'
import { forgetExpired } from './forget-expired.ts'
import { registerUser } from './register-user.ts'
import { openSession, revokeSession, rotateRefreshToken } from './sessions.ts'
import { updateProfile } from './update-profile.ts'

export type { UserRow } from './client.ts'
export type { OpenSession } from './sessions.ts'

/** All that users keeps. The caller keeps the database and closes it after `close`. */
export function createStore(database: Database) {
  const client = createClient(database)
  const on =
    <Args extends unknown[], Result>(operation: (client: Client, ...args: Args) => Result) =>
    (...args: Args): Result =>
      operation(client, ...args)

  return {
    assignRoles: on(assignRoles),
    countSignInAttempt: on(countSignInAttempt),
    findCredentials: on(findCredentials),
    findUsers: on(findUsers),
    findUsersByEmail: on(findUsersByEmail),
    forgetExpired: on(forgetExpired),
    listUsers: on(listUsers),
    openSession: on(openSession),
    registerUser: on(registerUser),
    revokeSession: on(revokeSession),
    rotateRefreshToken: on(rotateRefreshToken),
    updateProfile: on(updateProfile),
    close: () => client.$disconnect(),
  }
}

export type Store = ReturnType<typeof createStore>
