import { type SortKey, connection, decodeCursor, encodeCursor, pageSize } from '../../kit/pagination.ts'

const ID = '01990000-0000-7000-8000-000000000001'
const cursorOf = ({ id }: { id: string }) => ({ key: '2027', id })
const refused = (field: string) => expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', field } })

test('a page tells what follows and where the next one goes on', () => {
  const page = connection({
    rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    first: 2,
    after: undefined,
    cursorOf,
  })
  expect(page.edges.map(({ node }) => node.id)).toEqual(['a', 'b'])
  expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
  expect(decodeCursor(page.pageInfo.endCursor, 'text')).toEqual({ key: '2027', id: 'b' })
})

test('a cursor of nobody and a page of no size are refused by the name of the argument', () => {
  for (const after of ['', 'nonsense', encodeCursor({ key: 'k', id: 'i' }).slice(2)]) {
    expect(() => decodeCursor(after, 'text')).toThrow(refused('after'))
  }
  for (const first of [0, -1, 101]) expect(() => pageSize(first)).toThrow(refused('first'))
})

test.each<[SortKey, string, string[]]>([
  ['id', ID, []],
  ['moment', '2027-04-23T01:30:00.000Z', ['2027', '2027-02-30T00:00:00.000Z', '0000-01-01T00:00:00.000Z']],
  ['number', '12', ['-1', '1e3', '99999999999']],
])(
  'a list by %s takes its own cursors, and none that its database would stumble over',
  (sortKey, own, foreign) => {
    expect(decodeCursor(encodeCursor({ key: own, id: ID }), sortKey)).toEqual({ key: own, id: ID })
    const forged = [{ key: own, id: 'x' }, ...foreign.map((key) => ({ key, id: ID }))]
    for (const cursor of forged) {
      expect(() => decodeCursor(encodeCursor(cursor), sortKey)).toThrow(refused('after'))
    }
  },
)
