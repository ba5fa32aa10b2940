import { SignJWT } from 'jose'
import { IDENTITY_HEADER, type Viewer } from '../../kit/identity.ts'
import {
  ENTITIES,
  IDENTITY_SECRET,
  type Answer,
  type Operation,
  type UserData,
  usersUnderTest,
  type UsersUnderTest,
} from './users-under-test.ts'

let users: UsersUnderTest
let people: Record<'student' | 'tutor' | 'author' | 'admin', Viewer>
beforeAll(async () => {
  users = await usersUnderTest()
  people = await users.people()
})
afterAll(() => users.stop())

const codes = (errors: { extensions: { code: string } }[] | undefined) =>
  errors?.map((error) => error.extensions.code)
const USER: Operation<{ user: UserData }> = 'query ($id: ID!) { user(id: $id) { name email } }'
type UsersPage = {
  edges: { node: { name: string } }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string }
}
const referencesTo = (...ids: string[]) => ({
  representations: ids.map((id) => ({ __typename: 'User', id })),
})

describe('me', () => {
  test('is the caller', async () => {
    const { data } = await users.execute<{ me: UserData }>(
      people.author,
      '{ me { id name email locale roles createdAt } }',
    )
    expect(data.me).toEqual({
      id: people.author.userId,
      name: 'Ayu Lestari',
      email: 'ayu@demo.simpul.example',
      locale: 'EN',
      roles: ['AUTHOR'],
      createdAt: '2027-01-04T08:00:00.000Z',
    })
  })

  test('is nobody before sign-in', async () => {
    expect(await users.execute(null, '{ me { id } }')).toEqual({ data: { me: null } })
  })
})

describe('user', () => {
  test.each(['student', 'tutor', 'admin'] as const)(
    'shows a student, e-mail included, to a %s',
    async (who) => {
      const { data } = await users.execute(people[who], USER, { id: people.student.userId })
      expect(data.user).toEqual({ name: 'Siti Rahma', email: 'siti@demo.simpul.example' })
    },
  )

  test('is denied to others', async () => {
    const byAuthor = await users.execute(people.author, USER, { id: people.student.userId })
    expect([byAuthor.data, codes(byAuthor.errors)]).toEqual([{ user: null }, ['FORBIDDEN']])
    const byNobody = await users.execute(null, USER, { id: people.student.userId })
    expect([byNobody.data, codes(byNobody.errors)]).toEqual([{ user: null }, ['UNAUTHENTICATED']])
  })

  test('is null for an id that names nobody, whatever it looks like', async () => {
    for (const id of ['0197f3a0-0000-7000-8000-000000000000', "' OR 1=1", '']) {
      expect(await users.execute(people.tutor, USER, { id })).toEqual({ data: { user: null } })
    }
  })
})

describe('users', () => {
  const USERS: Operation<{ users: UsersPage }> =
    `query ($first: Int, $after: String, $role: Role, $search: String) {
    users(first: $first, after: $after, role: $role, search: $search) {
      edges { node { name } } pageInfo { hasNextPage hasPreviousPage endCursor }
    }
  }`
  const names = async (variables: object) => {
    const { data } = await users.execute(people.admin, USERS, variables)
    return data.users.edges.map((edge) => edge.node.name).sort()
  }

  test('pages through everyone once', async () => {
    const seen: string[] = []
    let after: string | null = null
    for (let page = 1; page <= 2; page += 1) {
      const { data }: Answer<{ users: UsersPage }> = await users.execute(people.admin, USERS, {
        first: 2,
        after,
      })
      seen.push(...data.users.edges.map((edge) => edge.node.name))
      expect(data.users.pageInfo).toMatchObject({ hasNextPage: page === 1, hasPreviousPage: page === 2 })
      after = data.users.pageInfo.endCursor
    }
    expect(seen).toHaveLength(4)
    expect(new Set(seen)).toEqual(new Set(['Siti Rahma', 'Budi Santoso', 'Ayu Lestari', 'Wayan Pratama']))
  })

  test('finds by role, and by a part of the name or address, taken as it is written', async () => {
    expect(await names({ role: 'TUTOR' })).toEqual(['Budi Santoso'])
    expect(await names({ search: 'ayU' })).toEqual(['Ayu Lestari'])
    expect(await names({ search: 'an@DEMO' })).toEqual(['Wayan Pratama'])
    expect(await names({ search: '%' })).toEqual([])
    expect(await names({ search: '_' })).toEqual([])
    expect(await names({ search: '\\' })).toEqual([])
    expect(await names({ search: 'ayu\0' })).toEqual([])
  })

  test('refuses a page size or a cursor that is not its own', async () => {
    for (const wrong of [{ first: 101 }, { first: 0 }, { after: 'x' }, { after: btoa('["a","b"]') }]) {
      const { data, errors } = await users.execute(people.admin, USERS, wrong)
      expect([data, codes(errors)]).toEqual([null, ['BAD_USER_INPUT']])
    }
  })

  test('is denied to all but administrators', async () => {
    for (const who of ['student', 'tutor', 'author'] as const) {
      const { data, errors } = await users.execute(people[who], USERS)
      expect([data, codes(errors)]).toEqual([null, ['FORBIDDEN']])
    }
  })
})

describe('references from other subgraphs', () => {
  test('fifty cost one statement', async () => {
    await users.subgraph.ensureUsers(
      Array.from({ length: 46 }, (_, n) => ({
        name: `Student ${n}`,
        email: `student${n}@example.com`,
        locale: 'id' as const,
        roles: ['STUDENT' as const],
        password: 'not-used-here',
      })),
    )
    const ids = (await users.rowsOf('SELECT id FROM account')).map((row) => String(row.id))
    expect(ids).toHaveLength(50)
    const before = users.statements()
    const { data } = await users.execute(people.student, ENTITIES, referencesTo(...ids))
    expect(users.statements() - before).toBe(1)
    expect(data._entities.map((user) => user.id)).toEqual(ids)
  })

  test('to nobody are null and leave the others in their places', async () => {
    const { data } = await users.execute(
      people.student,
      ENTITIES,
      referencesTo('nonsense', people.tutor.userId, '0197f3a0-0000-7000-8000-000000000000'),
    )
    expect(data._entities).toEqual([
      null,
      { id: people.tutor.userId, name: 'Budi Santoso', roles: ['TUTOR'] },
      null,
    ])
  })

  test("show everyone's name but hide others' e-mail from those who are no staff", async () => {
    const { data, errors } = await users.execute<{ _entities: unknown }>(
      people.student,
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User { name email } } }`,
      referencesTo(people.student.userId, people.tutor.userId),
    )
    expect(data._entities).toEqual([
      { name: 'Siti Rahma', email: 'siti@demo.simpul.example' },
      { name: 'Budi Santoso', email: null },
    ])
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['_entities', 1, 'email'], 'FORBIDDEN'],
    ])
  })

  test('show nothing before sign-in', async () => {
    const { data, errors } = await users.execute(null, ENTITIES, referencesTo(people.student.userId))
    expect(data._entities).toEqual([null])
    expect(codes(errors)).toContain('UNAUTHENTICATED')
  })
})

describe('an identity that the gateway did not sign', () => {
  const sign = (secret: string, expires: string, audience = 'subgraph') =>
    new SignJWT({ viewer: people.admin })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(new TextEncoder().encode(secret))
  const unsigned = () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    return `${part({ alg: 'none' })}.${part({ viewer: people.admin, aud: 'subgraph', exp: 4_000_000_000 })}.`
  }

  test.each([
    ['missing', async () => ({})],
    ['forged', async () => ({ [IDENTITY_HEADER]: await sign('another secret of the same kind', '60s') })],
    ['unsigned', async () => ({ [IDENTITY_HEADER]: unsigned() })],
    ['expired', async () => ({ [IDENTITY_HEADER]: await sign(IDENTITY_SECRET, '-1s') })],
    [
      'meant for somebody else',
      async () => ({ [IDENTITY_HEADER]: await sign(IDENTITY_SECRET, '60s', 'mail') }),
    ],
  ])('is refused when %s, for entities too', async (_how, headers) => {
    const before = users.statements()
    for (const [source, variables] of [
      ['{ me { id } }', {}],
      [ENTITIES, referencesTo(people.student.userId)],
    ] as const) {
      await expect(users.executeWith(await headers(), source, variables)).rejects.toMatchObject({
        extensions: { code: 'UNAUTHENTICATED' },
      })
    }
    expect(users.statements()).toBe(before)
  })
})
