import type { Viewer } from '../../kit/identity.ts'
import {
  PASSWORD,
  REFRESH,
  SIGN_IN,
  SIGN_OUT,
  usersUnderTest,
  type UsersUnderTest,
} from './users-under-test.ts'

let users: UsersUnderTest
beforeAll(async () => {
  users = await usersUnderTest()
  await users.people()
})
afterAll(() => users.stop())

const signIn = async (email: string, password = PASSWORD, viewer: Viewer | null = null) =>
  (await users.execute(viewer, SIGN_IN, { input: { email, password } })).data.signIn
const refresh = async (refreshToken: string) =>
  (await users.execute(null, REFRESH, { input: { refreshToken } })).data.refreshSession
const signOut = async (refreshToken: string) =>
  (await users.execute(null, SIGN_OUT, { input: { refreshToken } })).data.signOut
const pass = (minutes: number) => {
  users.clock.now = new Date(users.clock.now.getTime() + minutes * 60_000)
}
const refused = {
  session: null,
  errors: [
    {
      __typename: 'InvalidRefreshToken',
      code: 'INVALID_REFRESH_TOKEN',
      message: 'Sesi ini telah berakhir. Silakan masuk lagi.',
      field: 'input.refreshToken',
    },
  ],
}

test('tells the gateways which session has ended: by signing out, or by a refresh token that was used before', async () => {
  const told = users.fanout.subscribe('sessions-revoked')
  const sessionOf = (accessToken: string) =>
    JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as { sid: string }
  const first = (await signIn('siti@demo.simpul.example')).session
  await signOut(first.refreshToken)
  expect(await told.next()).toEqual({
    done: false,
    value: { sessionId: sessionOf(first.accessToken).sid },
  })
  const second = (await signIn('siti@demo.simpul.example')).session
  await refresh(second.refreshToken)
  await refresh(second.refreshToken)
  expect(await told.next()).toEqual({
    done: false,
    value: { sessionId: sessionOf(second.accessToken).sid },
  })
  await told.return?.()
})

describe('signing in', () => {
  test('works with the address in any case and shows the person to themself', async () => {
    const { session, errors } = await signIn('SITI@demo.simpul.example')
    expect(errors).toEqual([])
    expect(session.user).toMatchObject({ name: 'Siti Rahma', email: 'siti@demo.simpul.example' })
  })

  test('a wrong password and an unknown address get the same words and cost the same work', async () => {
    const wrongPassword = await signIn('budi@demo.simpul.example', 'not-the-password')
    const unknown = await signIn('nobody@demo.simpul.example')
    expect(unknown).toEqual(wrongPassword)
    expect(unknown).toEqual({
      session: null,
      errors: [
        {
          __typename: 'InvalidCredentials',
          code: 'INVALID_CREDENTIALS',
          message: 'Alamat email dan kata sandi tidak cocok.',
          field: null,
        },
      ],
    })
    // The hash is what takes time: without one for unknown addresses, these would differ by a factor of about ten.
    const time = async (email: string) => {
      pass(6)
      const started = performance.now()
      await signIn(email, 'not-the-password')
      return performance.now() - started
    }
    const known: number[] = []
    const strange: number[] = []
    for (let round = 0; round < 5; round += 1) {
      known.push(await time('budi@demo.simpul.example'))
      strange.push(await time('nobody@demo.simpul.example'))
    }
    expect(Math.min(...strange) / Math.min(...known)).toBeGreaterThan(0.5)
    expect(Math.min(...strange) / Math.min(...known)).toBeLessThan(2)
  })

  test.each(['ayu@demo.simpul.example', 'not-registered@demo.simpul.example'])(
    'after five failures for %s further attempts are not looked at, even at once, until five minutes have passed',
    async (email) => {
      pass(6)
      const opened = users.clock.now.getTime()
      const attempts = await Promise.all(Array.from({ length: 8 }, () => signIn(email, 'a guess')))
      const codes = attempts.map(({ errors }) => errors[0]?.code).sort()
      expect(codes).toEqual([...Array(5).fill('INVALID_CREDENTIALS'), ...Array(3).fill('RATE_LIMITED')])

      pass(4)
      expect(await signIn(email)).toEqual({
        session: null,
        errors: [
          {
            __typename: 'TooManySignInAttempts',
            code: 'RATE_LIMITED',
            message: 'Terlalu banyak percobaan masuk. Coba lagi dalam beberapa menit.',
            field: null,
            retryAt: new Date(opened + 5 * 60_000).toISOString(),
          },
        ],
      })
      pass(1)
      expect((await signIn(email, 'a guess')).errors[0]?.code).toBe('INVALID_CREDENTIALS')
    },
  )

  test('a success forgets the failures before it', async () => {
    pass(6)
    for (let failure = 0; failure < 4; failure += 1) await signIn('siti@demo.simpul.example', 'a guess')
    expect((await signIn('siti@demo.simpul.example')).errors).toEqual([])
    for (let failure = 0; failure < 5; failure += 1) {
      expect((await signIn('siti@demo.simpul.example', 'a guess')).errors[0]?.code).toBe(
        'INVALID_CREDENTIALS',
      )
    }
    pass(6)
  })

  test('as somebody else shows the new person, and gives no rights over them to the old one', async () => {
    const { author } = await users.people()
    const { session } = await signIn('siti@demo.simpul.example', PASSWORD, author)
    expect(session.user.email).toBe('siti@demo.simpul.example')
    const { data, errors } = await users.execute(
      author,
      `mutation ($input: SignInInput!) { signIn(input: $input) { errors { __typename } } }`,
      { input: { email: 'siti@demo.simpul.example', password: PASSWORD } },
    )
    expect({ data, errors }).toEqual({ data: { signIn: { errors: [] } }, errors: undefined })
  })
})

describe('refreshing', () => {
  test('gives new tokens and carries the present roles', async () => {
    const { session } = await signIn('siti@demo.simpul.example')
    pass(9)
    const { session: next, errors } = await refresh(session.refreshToken)
    expect(errors).toEqual([])
    expect(next.refreshToken).not.toBe(session.refreshToken)
    expect(next.user).toEqual(session.user)
    expect(new Date(next.refreshTokenExpiresAt).getTime() - users.clock.now.getTime()).toBe(30 * 86_400_000)
    const sid = (token: string) =>
      JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sid
    expect(sid(next.accessToken)).toBe(sid(session.accessToken))
  })

  test('with a token that was used before ends the session for whoever holds the newest one', async () => {
    const { session: first } = await signIn('siti@demo.simpul.example')
    const { session: second } = await refresh(first.refreshToken)
    const { session: other } = await signIn('siti@demo.simpul.example')

    expect(await refresh(first.refreshToken)).toEqual(refused)
    expect(await refresh(second.refreshToken)).toEqual(refused)
    expect((await refresh(other.refreshToken)).errors).toEqual([])
  })

  test('twice at once with one token succeeds once, and then the session has ended', async () => {
    const { session } = await signIn('siti@demo.simpul.example')
    const both = await Promise.all([refresh(session.refreshToken), refresh(session.refreshToken)])
    const winners = both.filter((result) => result.session)
    expect(winners).toHaveLength(1)
    expect(await refresh(winners[0]?.session.refreshToken ?? '')).toEqual(refused)
  })

  test('with an expired, a made-up or an empty token does nothing', async () => {
    const { session } = await signIn('siti@demo.simpul.example')
    pass(30 * 24 * 60)
    const before = await users.everything()
    for (const token of [session.refreshToken, 'made-up', '']) expect(await refresh(token)).toEqual(refused)
    expect(await users.everything()).toEqual(before)
  })
})

describe('signing out', () => {
  test('ends the session, by any of its tokens, and only that one', async () => {
    const { session: first } = await signIn('siti@demo.simpul.example')
    const { session: second } = await refresh(first.refreshToken)
    const { session: other } = await signIn('siti@demo.simpul.example')

    expect(await signOut(first.refreshToken)).toEqual({ signedOut: true, errors: [] })
    expect(await refresh(second.refreshToken)).toEqual(refused)
    expect(await signOut(second.refreshToken)).toEqual({ signedOut: true, errors: [] })
    expect((await refresh(other.refreshToken)).errors).toEqual([])
  })

  test('with a token that was never given says so and ends nothing', async () => {
    const before = await users.everything()
    expect(await signOut('made-up')).toEqual({
      signedOut: null,
      errors: [
        { __typename: 'InvalidRefreshToken', code: 'INVALID_REFRESH_TOKEN', field: 'input.refreshToken' },
      ],
    })
    expect(await users.everything()).toEqual(before)
  })
})
