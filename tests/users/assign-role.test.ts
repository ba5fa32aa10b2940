import type { Viewer } from '../../kit/identity.ts'
import { ASSIGN_ROLE, usersUnderTest, type UsersUnderTest } from './users-under-test.ts'

let users: UsersUnderTest
let people: Record<'student' | 'tutor' | 'author' | 'admin', Viewer>
beforeAll(async () => {
  users = await usersUnderTest()
  people = await users.people()
})
afterAll(() => users.stop())

const assign = (viewer: Viewer | null, userId: string, roles: string[]) =>
  users.execute(viewer, ASSIGN_ROLE, { input: { userId, roles } })

test('an administrator sets all roles of a person, and users says so', async () => {
  const { data } = await assign(people.admin, people.tutor.userId, ['AUTHOR', 'TUTOR', 'TUTOR'])
  expect(data.assignRole).toEqual({
    user: { id: people.tutor.userId, roles: ['TUTOR', 'AUTHOR'] },
    errors: [],
  })
  expect((await users.events()).at(-1)).toEqual({
    type: 'simpul.users.user.updated.v1',
    subject: people.tutor.userId,
    data: { userId: people.tutor.userId, name: 'Budi Santoso', locale: 'id', roles: ['TUTOR', 'AUTHOR'] },
  })
})

test.each([
  ['student', 'FORBIDDEN'],
  ['tutor', 'FORBIDDEN'],
  ['author', 'FORBIDDEN'],
  ['nobody', 'UNAUTHENTICATED'],
] as const)('a %s may not, and nothing changes', async (who, code) => {
  const before = await users.everything()
  const viewer = who === 'nobody' ? null : people[who]
  const { data, errors } = await assign(viewer, people.student.userId, ['ADMIN'])
  expect(data).toBeNull()
  expect(errors?.map((error) => error.extensions.code)).toEqual([code])
  expect(await users.everything()).toEqual(before)
})

test('the last administrator keeps the role', async () => {
  const before = await users.everything()
  const { data } = await assign(people.admin, people.admin.userId, ['TUTOR'])
  expect(data.assignRole).toEqual({
    user: null,
    errors: [
      {
        __typename: 'WrongState',
        code: 'LAST_ADMIN',
        message: 'This person is the last administrator. Appoint another one first.',
        field: 'input.roles',
      },
    ],
  })
  expect(await users.everything()).toEqual(before)
})

test('a person must keep a role, and must exist', async () => {
  const before = await users.everything()
  const without = await assign(people.admin, people.tutor.userId, [])
  expect(without.data.assignRole.errors).toEqual([
    {
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      message: 'A person must have at least one role.',
      field: 'input.roles',
    },
  ])
  for (const id of ['0197f3a0-0000-7000-8000-000000000000', 'nobody']) {
    const { data } = await assign(people.admin, id, ['TUTOR'])
    expect(data.assignRole).toEqual({
      user: null,
      errors: [
        {
          __typename: 'NotFound',
          code: 'NOT_FOUND',
          message: 'There is nobody with this id.',
          field: 'input.userId',
        },
      ],
    })
  }
  expect(await users.everything()).toEqual(before)
})

test('of two administrators who demote each other at once, one remains', async () => {
  await assign(people.admin, people.author.userId, ['ADMIN'])
  const second: Viewer = { ...people.author, roles: ['ADMIN'] }
  const results = await Promise.all([
    assign(people.admin, second.userId, ['AUTHOR']),
    assign(second, people.admin.userId, ['TUTOR']),
  ])
  const outcomes = results.map(
    ({ data, errors }) => errors?.[0]?.extensions.code ?? data.assignRole.user.roles[0],
  )
  expect(outcomes).toContain('FORBIDDEN')
  expect(
    await users.rowsOf(`SELECT count(*)::int AS admins FROM account WHERE 'ADMIN' = ANY (roles)`),
  ).toEqual([{ admins: 1 }])

  // Whoever lost the role still has an access token that names it.
  const former = outcomes[0] === 'FORBIDDEN' ? people.admin : second
  const before = await users.everything()
  const { data, errors } = await assign(former, people.student.userId, ['ADMIN'])
  expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN'])
  expect(await users.everything()).toEqual(before)
})
