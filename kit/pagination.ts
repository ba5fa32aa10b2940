import { coded } from './errors.ts'
import { isStorable } from './storable.ts'
import { isUuid } from './uuid.ts'

/** Where a list goes on: after the row with this sort key and id. Opaque to clients. */
export type Cursor = { key: string; id: string }

export function encodeCursor({ key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

/** What a list is sorted by. Under each, ids are UUIDs, but for `ordinal` and `text`, where they may be any text. */
export type SortKey = 'id' | 'moment' | 'number' | 'ordinal' | 'text'

const hasKey: Record<SortKey, (cursor: Cursor) => boolean> = {
  id: ({ id }) => isUuid(id),
  moment: ({ key, id }) => isMoment(key) && isUuid(id),
  number: ({ key, id }) => /^\d{1,9}$/.test(key) && isUuid(id),
  ordinal: ({ key, id }) => /^\d{1,9}$/.test(key) && isStorable(id),
  text: ({ key, id }) => isStorable(key) && isStorable(id),
}

/**
 * A cursor of a list that is sorted by `sortKey`: those of other lists, and forged ones, never reach the database.
 * @throws BAD_USER_INPUT naming `after`
 */
export function decodeCursor(after: string | null | undefined, sortKey: SortKey): Cursor | undefined {
  if (after == null) return undefined
  try {
    const parsed: unknown = JSON.parse(Buffer.from(after, 'base64url').toString())
    if (Array.isArray(parsed) && typeof parsed[0] === 'string' && typeof parsed[1] === 'string') {
      const cursor = { key: parsed[0], id: parsed[1] }
      if (hasKey[sortKey](cursor)) return cursor
    }
  } catch {
    // Said below, in the same words as any other cursor that is not ours.
  }
  throw coded('BAD_USER_INPUT', '`after` is not a cursor that this list gave.', { field: 'after' })
}

/** @throws BAD_USER_INPUT naming `first` unless it is from 1 to `maximum` */
export function pageSize(first: number, { maximum = 100 } = {}): number {
  if (first >= 1 && first <= maximum) return first
  throw coded('BAD_USER_INPUT', `\`first\` must be from 1 to ${maximum}, not ${first}.`, { field: 'first' })
}

/**
 * A connection of at most `first` of the rows, which are in order and one more than `first` where more follow.
 * `cursorOf` gives the sort key and id by which the next page goes on.
 */
export function connection<Row>(options: {
  rows: readonly Row[]
  first: number
  after: Cursor | undefined
  cursorOf(row: Row): Cursor
}) {
  const { rows, first, after, cursorOf } = options
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: encodeCursor(cursorOf(node)) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

/** As `toISOString` writes it, within the years that PostgreSQL reads in the same way. */
function isMoment(text: string): boolean {
  const date = new Date(text)
  return /^[1-9]\d{3}-/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString() === text
}
