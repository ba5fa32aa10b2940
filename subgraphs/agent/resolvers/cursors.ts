import { coded } from '../../../kit/errors.ts'
import type { Cursor } from '../../../kit/pagination.ts'
import { isId } from '../domain/id.ts'

const foreign = () => coded('BAD_USER_INPUT', '`after` is not a cursor of this list.', { field: 'after' })

/** @throws BAD_USER_INPUT for the cursor of a list that is not ordered by ids */
export function idOf(cursor: Cursor): string {
  if (isId(cursor.id)) return cursor.id
  throw foreign()
}

/** @throws BAD_USER_INPUT for the cursor of a list that is not a run's drafts */
export function ordinalOf(cursor: Cursor): number {
  if (/^\d{1,6}$/.test(cursor.key)) return Number(cursor.key)
  throw foreign()
}
