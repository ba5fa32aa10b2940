import { unauthenticated } from '../../../kit/errors.ts'
import type { Context } from '../context.ts'

/** The id of the person who is calling. */
export function personOf({ viewer }: Context): string {
  if (!viewer) throw unauthenticated()
  return viewer.userId
}
