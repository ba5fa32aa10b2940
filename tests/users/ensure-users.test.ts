import { eventually } from '../jest/eventually.ts'
import { ASSIGN_ROLE, PASSWORD, SIGN_IN, usersUnderTest, type UsersUnderTest } from './users-under-test.ts'

let users: UsersUnderTest
beforeAll(async () => {
  users = await usersUnderTest()
})
afterAll(() => users.stop())

test('opens prepared accounts once, with their roles, and leaves what has changed since', async () => {
  const { student, tutor, author, admin } = await users.people()
  expect([student, tutor, author, admin].map((viewer) => viewer.roles)).toEqual([
    ['STUDENT'],
    ['TUTOR'],
    ['AUTHOR'],
    ['ADMIN'],
  ])
  await users.execute(admin, ASSIGN_ROLE, { input: { userId: student.userId, roles: ['AUTHOR'] } })
  const before = await users.everything()

  const again = await users.people()
  expect(again.student).toEqual({ ...student, roles: ['AUTHOR'] })
  expect(await users.everything()).toEqual(before)

  const { data } = await users.execute(null, SIGN_IN, {
    input: { email: 'wayan@demo.simpul.example', password: PASSWORD },
  })
  expect(data.signIn.errors).toEqual([])
})

test('what users says reaches the broker in order, once the subgraph has started', async () => {
  const heard: string[] = []
  const listening = await users.broker.subscribe({
    consumer: 'a listener',
    types: ['simpul.users.user.registered.v1', 'simpul.users.user.updated.v1'],
    handle: async (event) => {
      heard.push(event.type)
    },
  })
  await users.subgraph.start()
  await eventually(() => expect(heard).toHaveLength(5))
  expect(heard).toEqual([...Array(4).fill('simpul.users.user.registered.v1'), 'simpul.users.user.updated.v1'])
  await listening.stop()
})

test('is ready while its database answers', async () => {
  expect(await users.subgraph.waitingFor()).toEqual([])
})
