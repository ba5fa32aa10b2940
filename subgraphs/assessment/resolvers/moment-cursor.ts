import { coded } from '../../../kit/errors.ts'
import { type Cursor, decodeCursor } from '../../../kit/pagination.ts'

/**
 * The cursor of a list that is ordered by a moment and an id.
 * @throws BAD_USER_INPUT naming `after` when it is no cursor of such a list
 */
export function momentCursor(after: string | null | undefined): Cursor | undefined {
  const cursor = decodeCursor(after)
  if (!cursor) return undefined
  const isMoment = !Number.isNaN(Date.parse(cursor.key))
  if (isMoment && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(cursor.id)) return cursor
  throw coded('BAD_USER_INPUT', '`after` is not a cursor that this list gave.', { field: 'after' })
}
