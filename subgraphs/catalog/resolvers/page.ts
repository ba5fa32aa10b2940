import { type Cursor, connection, decodeCursor, pageSize } from '../../../kit/pagination.ts'

type Listed = { id: string; createdAt: Date }

/** The page that was asked for, of rows in the order of their creation. */
export async function page<Row extends Listed>(
  args: { first: number; after?: string | null },
  read: (first: number, after: Cursor | undefined) => Promise<Row[]>,
) {
  const first = pageSize(args.first)
  const after = decodeCursor(args.after, 'moment')
  return connection({
    rows: await read(first, after),
    first,
    after,
    cursorOf: ({ createdAt, id }) => ({ key: createdAt.toISOString(), id }),
  })
}
