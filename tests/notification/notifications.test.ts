import {
  NOTIFICATIONS,
  notificationUnderTest,
  type NotificationUnderTest,
  referencesTo,
} from './notification-under-test.ts'
import type { Viewer } from '../../kit/identity.ts'

let under: NotificationUnderTest
beforeAll(async () => {
  under = await notificationUnderTest()
})
afterAll(() => under.stop())

async function home(viewer: Viewer, page: object = {}) {
  const { data, errors } = await under.execute(viewer, NOTIFICATIONS, { ...referencesTo(viewer), ...page })
  expect(errors).toBeUndefined()
  const [user] = data._entities
  if (!user) throw new Error('The viewer was not found.')
  return { unread: user.unreadNotificationCount, ...user.notifications }
}
const sequences = (page: { edges: { node: { sequence: number } }[] }) =>
  page.edges.map(({ node }) => node.sequence)

describe('what facts lead to', () => {
  test('registering is answered with a welcome', async () => {
    const siti = await under.person()
    const { unread, edges } = await home(siti)
    expect(unread).toBe(1)
    expect(edges.map(({ node }) => node)).toEqual([
      {
        id: expect.any(String),
        kind: 'WELCOME',
        title: 'Selamat datang, Siti Rahma!',
        body: 'Akunmu sudah siap. Mulailah dengan latihan singkat untuk mengenal cara kerjanya.',
        link: '/exams',
        sequence: 1,
        createdAt: '2027-01-04T08:00:00.000Z',
        readAt: null,
      },
    ])
  })

  test('a scored session is announced with its score, and both change their language with the reader', async () => {
    const siti = await under.person()
    await under.state('simpul.assessment.session.scored.v1', {
      sessionId: 'session-1',
      userId: siti.userId,
      examId: 'exam-1',
      examCode: 'DEMO',
      examTitle: { id: 'Latihan singkat', en: 'Short practice' },
      roomId: null,
      startedAt: '2027-01-04T07:00:00.000Z',
      finishedAt: '2027-01-04T08:00:00.000Z',
      points: 7.5,
      maxPoints: 10,
      practiceScore: { score: 572, standardError: 61, theta: 0.72 },
      sections: [],
      responses: [],
    })
    const texts = async () =>
      (await home(siti)).edges.map(({ node: { title, body, link } }) => ({ title, body, link }))
    expect((await texts())[0]).toEqual({
      title: 'Hasil Latihan singkat sudah keluar',
      body: 'Skor latihanmu 572: 7,5 dari 10 poin. Buka laporan untuk melihat pembahasannya.',
      link: '/exam-sessions/session-1/report',
    })

    await under.state('simpul.users.user.updated.v1', {
      userId: siti.userId,
      name: 'Siti Rahma',
      locale: 'en',
      roles: ['STUDENT'],
    })
    expect(await texts()).toEqual([
      {
        title: 'Your result for Short practice is ready',
        body: 'Your practice score is 572: 7.5 of 10 points. Open the report to review each question.',
        link: '/exam-sessions/session-1/report',
      },
      {
        title: 'Welcome, Siti Rahma!',
        body: 'Your account is ready. Begin with a short practice exam to see how it works.',
        link: '/exams',
      },
    ])
  })

  test("the agent's run is announced to whoever started it, also when their registration is still on its way", async () => {
    const ayu: Viewer = {
      userId: '0197f3a0-0000-7000-8000-00000000000a',
      roles: ['AUTHOR'],
      locale: 'en',
      sessionId: 's',
    }
    await under.finishRuns(ayu, 1)
    expect((await home(ayu)).edges[0]?.node.title).toBe('Soal buatan agen siap diperiksa')
    await under.state('simpul.users.user.registered.v1', {
      userId: ayu.userId,
      name: 'Ayu',
      locale: 'en',
      roles: ['AUTHOR'],
    })
    expect((await home(ayu)).edges.map(({ node }) => [node.sequence, node.title, node.link])).toEqual([
      [2, 'Welcome, Ayu!', '/exams'],
      [1, "The agent's questions are ready for review", '/agent-runs/run-1'],
    ])
  })

  test('everything delivered a second time changes nothing', async () => {
    await under.finishRuns(await under.person(), 3)
    const before = await under.everything()
    await under.restartFromTheBeginning()
    expect(await under.everything()).toEqual(before)
  })
})

describe('the list', () => {
  test('is paged, newest first, each once', async () => {
    const siti = await under.person()
    await under.finishRuns(siti, 4)
    const first = await home(siti, { first: 2 })
    expect([sequences(first), first.pageInfo.hasNextPage, first.pageInfo.hasPreviousPage]).toEqual([
      [5, 4],
      true,
      false,
    ])
    const second = await home(siti, { first: 2, after: first.pageInfo.endCursor })
    expect([sequences(second), second.pageInfo.hasNextPage, second.pageInfo.hasPreviousPage]).toEqual([
      [3, 2],
      true,
      true,
    ])
    const third = await home(siti, { first: 2, after: second.pageInfo.endCursor })
    expect([sequences(third), third.pageInfo.hasNextPage]).toEqual([[1], false])
  })

  test('is empty for somebody whom nothing has been told', async () => {
    const nobody: Viewer = {
      userId: '0197f3a0-0000-7000-8000-00000000000b',
      roles: ['STUDENT'],
      locale: 'id',
      sessionId: 's',
    }
    expect(await home(nobody)).toEqual({
      unread: 0,
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null },
    })
  })

  test.each([{ first: 101 }, { first: -1 }, { after: 'x' }, { after: btoa('["x","y"]') }])(
    'refuses %j',
    async (wrong) => {
      const siti = await under.person()
      const { errors } = await under.execute(siti, NOTIFICATIONS, { ...referencesTo(siti), ...wrong })
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
    },
  )

  test('fifty references cost two statements: one for the pages, one for the counts', async () => {
    const siti = await under.person()
    await under.finishRuns(siti, 2)
    const contextValue = await under.contextFor(siti)
    const before = under.statements()
    const { data } = await under.executeWith(
      contextValue,
      NOTIFICATIONS,
      referencesTo(...Array.from({ length: 50 }, () => siti)),
    )
    expect(under.statements() - before).toBe(2)
    expect(data._entities).toHaveLength(50)
    for (const user of data._entities) {
      expect([user.unreadNotificationCount, sequences(user.notifications)]).toEqual([3, [3, 2, 1]])
    }
  })

  test('several pages in one operation cost one statement', async () => {
    const siti = await under.person()
    await under.finishRuns(siti, 3)
    const contextValue = await under.contextFor(siti)
    const before = under.statements()
    const { data } = await under.executeWith<{ _entities: unknown }>(
      contextValue,
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User {
        newest: notifications(first: 1) { edges { node { sequence } } }
        three: notifications(first: 3) { edges { node { sequence } } }
        unread: notifications(first: 2, unreadOnly: true) { edges { node { sequence recipient { id } } } }
      } } }`,
      referencesTo(siti),
    )
    expect(under.statements() - before).toBe(1)
    const recipient = { id: siti.userId }
    expect(data._entities).toEqual([
      {
        newest: { edges: [{ node: { sequence: 4 } }] },
        three: { edges: [{ node: { sequence: 4 } }, { node: { sequence: 3 } }, { node: { sequence: 2 } }] },
        unread: { edges: [{ node: { sequence: 4, recipient } }, { node: { sequence: 3, recipient } }] },
      },
    ])
  })
})
