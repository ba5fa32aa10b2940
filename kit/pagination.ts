import { coded } from './errors.ts'

/** Where a list goes on: after the row with this sort key and id. Opaque to clients. */
export type Cursor = { key: string; id: string }

export function encodeCursor({ key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

/** @throws BAD_USER_INPUT naming `after` when it is no cursor of ours */
export function decodeCursor(after: string | null | undefined): Cursor | undefined {
  if (after == null) return undefined
  try {
    const parsed: unknown = JSON.parse(Buffer.from(after, 'base64url').toString())
    if (Array.isArray(parsed) && typeof parsed[0] === 'string' && typeof parsed[1] === 'string') {
      return { key: parsed[0], id: parsed[1] }
    }
  } catch {
    // Said below, in the same words as any other cursor that is not ours.
  }
  throw coded('BAD_USER_INPUT', '`after` is not a cursor that this list gave.', { field: 'after' })
}

/** @throws BAD_USER_INPUT naming `first` unless it is from 1 to `maximum` */
export function pageSize(first: number | null | undefined, { fallback = 20, maximum = 100 } = {}): number {
  const size = first ?? fallback
  if (size >= 1 && size <= maximum) return size
  throw coded('BAD_USER_INPUT', `\`first\` must be from 1 to ${maximum}, not ${size}.`, { field: 'first' })
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
