import { coded } from '../../../kit/errors.ts'
import { connection, decodeCursor, pageSize } from '../../../kit/pagination.ts'

type Listed = { id: string; createdAt: Date }

/** The page that was asked for, of rows in the order of their creation. */
export async function page<Row extends Listed>(
  args: { first?: number | null; after?: string | null },
  read: (first: number, after: { key: string; id: string } | undefined) => Promise<Row[]>,
) {
  const first = pageSize(args.first)
  const after = decodeCursor(args.after)
  if (after && (Number.isNaN(Date.parse(after.key)) || !/^[0-9a-f-]{36}$/.test(after.id))) {
    throw coded('BAD_USER_INPUT', '`after` is not a cursor that this list gave.', { field: 'after' })
  }
  return connection({
    rows: await read(first, after),
    first,
    after,
    cursorOf: ({ createdAt, id }) => ({ key: createdAt.toISOString(), id }),
  })
}
