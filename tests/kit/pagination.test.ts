import { connection, decodeCursor, encodeCursor, pageSize } from '../../kit/pagination.ts'

const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
const cursorOf = ({ id }: { id: string }) => ({ key: '2027', id })

test('a page tells what follows and where the next one goes on', () => {
  const page = connection({ rows, first: 2, after: undefined, cursorOf })
  expect(page.edges.map(({ node }) => node.id)).toEqual(['a', 'b'])
  expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
  expect(decodeCursor(page.pageInfo.endCursor)).toEqual({ key: '2027', id: 'b' })
})

test('a cursor of nobody and a page of no size are refused by the name of the argument', () => {
  for (const after of ['', 'nonsense', encodeCursor({ key: 'k', id: 'i' }).slice(2)]) {
    expect(() => decodeCursor(after)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', field: 'after' } }),
    )
  }
  for (const first of [0, -1, 101]) {
    expect(() => pageSize(first)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', field: 'first' } }),
    )
  }
})
