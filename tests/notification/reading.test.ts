import type { Viewer } from '../../kit/identity.ts'
import {
  NOTIFICATIONS,
  notificationUnderTest,
  type NotificationData,
  type NotificationUnderTest,
  type Operation,
  referencesTo,
} from './notification-under-test.ts'

let under: NotificationUnderTest
beforeAll(async () => {
  under = await notificationUnderTest()
})
afterAll(() => under.stop())

type Failures = { __typename: string; code: string; message: string; field: string }[]
const ERRORS = 'errors { __typename ... on UserError { code message field } }'
const MARK: Operation<{ markNotificationRead: { notification: NotificationData; errors: Failures } }> = `
  mutation ($input: MarkNotificationReadInput!) { markNotificationRead(input: $input) {
    notification { id sequence readAt } ${ERRORS}
  } }`
const MARK_ALL: Operation<{ markAllNotificationsRead: unknown }> = `
  mutation ($input: MarkAllNotificationsReadInput!) { markAllNotificationsRead(input: $input) {
    markedCount recipient { id unreadNotificationCount } ${ERRORS}
  } }`
const UPDATE: Operation<{ updateNotificationPreferences: unknown }> = `
  mutation ($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) {
    preferences { kind inApp } ${ERRORS}
  } }`
const PREFERENCES: Operation<{ notificationPreferences: unknown }> =
  '{ notificationPreferences { kind inApp } }'

async function unread(viewer: Viewer) {
  const { data } = await under.execute(viewer, NOTIFICATIONS, { ...referencesTo(viewer), unreadOnly: true })
  return data._entities[0]?.notifications.edges.map(({ node }) => node) ?? []
}

describe('reading', () => {
  test('one notification takes it from the unread ones, and the first reading counts', async () => {
    const siti = await under.person()
    await under.finishRuns(siti, 2)
    const [, second] = await unread(siti)
    const mark = () => under.execute(siti, MARK, { input: { id: second?.id } })

    under.clock.now = new Date('2027-01-04T09:00:00.000Z')
    const expected = {
      data: {
        markNotificationRead: {
          notification: { id: second?.id, sequence: 2, readAt: '2027-01-04T09:00:00.000Z' },
          errors: [],
        },
      },
    }
    expect(await mark()).toEqual(expected)
    under.clock.now = new Date('2027-01-04T10:00:00.000Z')
    expect(await mark()).toEqual(expected)
    expect((await unread(siti)).map(({ sequence }) => sequence)).toEqual([3, 1])
  })

  test('all up to the newest that was seen leaves what has come since', async () => {
    const siti = await under.person()
    await under.finishRuns(siti, 3)
    const { data } = await under.execute(siti, MARK_ALL, { input: { upToSequence: 3 } })
    expect(data.markAllNotificationsRead).toEqual({
      markedCount: 3,
      recipient: { id: siti.userId, unreadNotificationCount: 1 },
      errors: [],
    })
    const rest = await under.execute(siti, MARK_ALL, { input: {} })
    expect(rest.data.markAllNotificationsRead).toEqual({
      markedCount: 1,
      recipient: { id: siti.userId, unreadNotificationCount: 0 },
      errors: [],
    })
  })

  test("somebody else's, or one that is not there, is not found and nothing changes", async () => {
    const [siti, budi] = [await under.person(), await under.person('Budi', 'en')]
    const [ofSiti] = await unread(siti)
    const before = await under.everything()
    for (const id of [ofSiti?.id, '0197f3a0-0000-7000-8000-000000000000', 'nonsense']) {
      const { data } = await under.execute(budi, MARK, { input: { id } })
      expect(data.markNotificationRead).toEqual({
        notification: null,
        errors: [
          {
            __typename: 'NotFound',
            code: 'NOT_FOUND',
            message: 'There is no such notification.',
            field: 'input.id',
          },
        ],
      })
    }
    const negative = await under.execute(budi, MARK_ALL, { input: { upToSequence: -1 } })
    expect(negative.data.markAllNotificationsRead).toEqual({
      markedCount: null,
      recipient: null,
      errors: [
        {
          __typename: 'InvalidInput',
          code: 'INVALID_INPUT',
          message: 'A sequence cannot be negative.',
          field: 'input.upToSequence',
        },
      ],
    })
    expect(await under.everything()).toEqual(before)
  })
})

describe('preferences', () => {
  const all = (inApp: Record<string, boolean> = {}) =>
    ['WELCOME', 'SCORE_REPORT_READY', 'AGENT_RUN_FINISHED'].map((kind) => ({
      kind,
      inApp: inApp[kind] ?? true,
    }))

  test('are on until switched off; what is off is not written, and leaves no gap', async () => {
    const ayu = await under.person('Ayu')
    expect((await under.execute(ayu, PREFERENCES)).data.notificationPreferences).toEqual(all())

    const { data } = await under.execute(ayu, UPDATE, {
      input: { preferences: [{ kind: 'AGENT_RUN_FINISHED', inApp: false }] },
    })
    expect(data.updateNotificationPreferences).toEqual({
      preferences: all({ AGENT_RUN_FINISHED: false }),
      errors: [],
    })
    await under.finishRuns(ayu, 2)
    expect((await unread(ayu)).map(({ sequence }) => sequence)).toEqual([1])

    await under.execute(ayu, UPDATE, {
      input: { preferences: [{ kind: 'AGENT_RUN_FINISHED', inApp: true }] },
    })
    await under.finishRuns(ayu, 1)
    expect((await unread(ayu)).map(({ sequence }) => sequence)).toEqual([2, 1])
  })

  test('that name a kind twice are refused and nothing changes', async () => {
    const ayu = await under.person('Ayu')
    const before = await under.everything()
    const { data } = await under.execute(ayu, UPDATE, {
      input: {
        preferences: [
          { kind: 'WELCOME', inApp: false },
          { kind: 'WELCOME', inApp: true },
        ],
      },
    })
    expect(data.updateNotificationPreferences).toEqual({
      preferences: null,
      errors: [
        {
          __typename: 'InvalidInput',
          code: 'INVALID_INPUT',
          message: 'Setiap jenis notifikasi hanya boleh disebut satu kali.',
          field: 'input.preferences',
        },
      ],
    })
    expect(await under.everything()).toEqual(before)
  })
})

describe('who may', () => {
  test("nobody sees another's notifications, whatever their roles; the database is not asked", async () => {
    const siti = await under.person()
    const admin: Viewer = { ...(await under.person('Wayan')), roles: ['TUTOR', 'AUTHOR', 'ADMIN'] }
    const contextValue = await under.contextFor(admin)
    const before = under.statements()
    const { data, errors } = await under.executeWith(contextValue, NOTIFICATIONS, referencesTo(siti))
    expect(under.statements()).toBe(before)
    expect(data._entities).toEqual([{ unreadNotificationCount: null, notifications: null }])
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN'])
  })

  test.each([
    ['notifications', NOTIFICATIONS],
    ['preferences', PREFERENCES],
    ['marking one', MARK],
    ['marking all', MARK_ALL],
    ['changing preferences', UPDATE],
  ] as [string, Operation<unknown>][])(
    '%s: not before sign-in, and nothing changes',
    async (_what, source) => {
      const siti = await under.person()
      const [welcome] = await unread(siti)
      const before = await under.everything()
      const input = { [MARK]: { id: welcome?.id }, [MARK_ALL]: {}, [UPDATE]: { preferences: [] } }[source]
      const { errors } = await under.execute(null, source, { ...referencesTo(siti), input })
      expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['UNAUTHENTICATED']))
      expect(await under.everything()).toEqual(before)
    },
  )

  test('an identity that the gateway did not sign is refused, for entities too', async () => {
    for (const headers of [{}, { 'x-simpul-identity': 'made-up' }]) {
      await expect(under.subgraph.context({ headers })).rejects.toMatchObject({
        extensions: { code: 'UNAUTHENTICATED' },
      })
    }
  })
})
