import { createPublicKey } from 'node:crypto'
import { jwtVerify } from 'jose'
import {
  PASSWORD,
  REGISTER,
  UPDATE_PROFILE,
  usersUnderTest,
  type UsersUnderTest,
} from './users-under-test.ts'

let users: UsersUnderTest
beforeAll(async () => {
  users = await usersUnderTest()
})
afterAll(() => users.stop())

const register = (input: object) => users.execute(null, REGISTER, { input })

describe('registering', () => {
  test('makes a student, signs them in, and says so in the same transaction', async () => {
    const { data, errors } = await register({
      name: '  Siti   Rahma ',
      email: ' Siti@Example.COM',
      password: PASSWORD,
    })
    expect(errors).toBeUndefined()
    const { session } = data.register
    expect(data.register.errors).toEqual([])
    expect(session.user).toEqual({
      id: expect.any(String),
      name: 'Siti Rahma',
      email: 'siti@example.com',
      locale: 'ID',
      roles: ['STUDENT'],
      createdAt: '2027-01-04T08:00:00.000Z',
    })
    expect(session.accessTokenExpiresAt).toBe('2027-01-04T08:10:00.000Z')
    expect(session.refreshTokenExpiresAt).toBe('2027-02-03T08:00:00.000Z')

    const { payload, protectedHeader } = await jwtVerify(
      session.accessToken,
      createPublicKey(users.publicKey),
      { issuer: 'simpul', audience: 'simpul-api', currentDate: users.clock.now },
    )
    expect(protectedHeader.alg).toBe('EdDSA')
    const [{ id: sid } = {}] = await users.rowsOf('SELECT id FROM auth_session')
    expect(payload).toEqual({
      sub: session.user.id,
      roles: ['STUDENT'],
      locale: 'id',
      sid,
      iss: 'simpul',
      aud: 'simpul-api',
      iat: 1799049600,
      exp: 1799050200,
    })
    expect(await users.events()).toEqual([
      {
        type: 'simpul.users.user.registered.v1',
        subject: session.user.id,
        data: { userId: session.user.id, name: 'Siti Rahma', locale: 'id', roles: ['STUDENT'] },
      },
    ])
  })

  test('keeps the password as argon2id with the parameters of OWASP, and the refresh token as a hash', async () => {
    const { data } = await register({ name: 'Dewi', email: 'dewi@example.com', password: PASSWORD })
    const [account] = await users.rowsOf("SELECT password_hash FROM account WHERE email = 'dewi@example.com'")
    expect(account?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const { tokens } = await users.everything()
    expect(tokens.map((token) => (token.hash as Buffer).length)).toEqual([32, 32])
    expect(JSON.stringify(await users.everything())).not.toContain(data.register.session.refreshToken)
  })

  test('an address has one account, whatever the case it is typed in', async () => {
    await register({ name: 'Rina', email: 'rina@example.com', password: PASSWORD })
    const before = await users.everything()
    const { data } = await register({
      name: 'Rina',
      email: 'RINA@example.com',
      password: PASSWORD,
      locale: 'EN',
    })
    expect(data.register).toEqual({
      session: null,
      errors: [
        {
          __typename: 'EmailTaken',
          code: 'EMAIL_TAKEN',
          message: 'Alamat email ini sudah memiliki akun.',
          field: 'input.email',
        },
      ],
    })
    expect(await users.everything()).toEqual(before)
  })

  test('of two who register one address at once, one gets the account', async () => {
    const both = await Promise.all(
      [1, 2].map((n) => register({ name: `Twin ${n}`, email: 'twin@example.com', password: PASSWORD })),
    )
    expect(both.map(({ data }) => data.register.errors.length).sort()).toEqual([0, 1])
    expect(await users.rowsOf("SELECT 1 AS one FROM account WHERE email = 'twin@example.com'")).toEqual([
      { one: 1 },
    ])
  })

  test.each([
    ['a password of seven characters', { password: 'p4n-jng' }, ['input.password']],
    ['a password of 129 characters', { password: 'x1'.repeat(64) + 'y' }, ['input.password']],
    ['the e-mail address as password', { password: 'PUTRI.AYU@example.com' }, ['input.password']],
    ['the part before the @ as password', { password: 'putri.ayu' }, ['input.password']],
    ['the name as password', { password: 'putriayu lestari' }, ['input.password']],
    ['a password that everyone tries', { password: 'Indonesia123' }, ['input.password']],
    ['one key held down', { password: 'zzzzzzzzzz' }, ['input.password']],
    ['no address', { email: 'putri' }, ['input.email']],
    ['an empty name', { name: ' \t ' }, ['input.name']],
    ['a name of 81 characters', { name: 'é'.repeat(81) }, ['input.name']],
    [
      'everything at once',
      { name: '', email: '@', password: '' },
      ['input.name', 'input.email', 'input.password'],
    ],
  ])('refuses %s, names the field, and keeps nothing', async (_what, wrong, fields) => {
    const before = await users.everything()
    const { data } = await register({
      name: 'Putri Ayu Lestari',
      email: 'putri.ayu@example.com',
      password: PASSWORD,
      ...wrong,
    })
    expect(data.register.session).toBeNull()
    expect(data.register.errors.map((error) => error.field)).toEqual(fields)
    expect(data.register.errors.map((error) => error.code)).toEqual(fields.map(() => 'INVALID_INPUT'))
    expect(await users.everything()).toEqual(before)
  })

  test('speaks English to whoever asks in English', async () => {
    const { data } = await users.executeWith(
      {
        ...(await users.headersOf(null)),
        'accept-language': 'en-GB,en;q=0.9',
      },
      REGISTER,
      { input: { name: 'Ann', email: 'ann@example.com', password: 'short' } },
    )
    expect(data.register.errors[0]?.message).toBe('A password must have at least 8 characters.')
  })
})

describe('changing the own profile', () => {
  test('changes what is given, leaves the rest, and says so', async () => {
    const { student } = await users.people()
    const { data } = await users.execute(student, UPDATE_PROFILE, { input: { locale: 'EN' } })
    expect(data.updateProfile).toEqual({
      user: { id: student.userId, name: 'Siti Rahma', locale: 'EN' },
      errors: [],
    })
    expect((await users.events()).at(-1)).toEqual({
      type: 'simpul.users.user.updated.v1',
      subject: student.userId,
      data: { userId: student.userId, name: 'Siti Rahma', locale: 'en', roles: ['STUDENT'] },
    })
  })

  test('refuses an empty name and changes nothing', async () => {
    const { tutor } = await users.people()
    const before = await users.everything()
    const { data } = await users.execute(tutor, UPDATE_PROFILE, { input: { name: '  ', locale: 'ID' } })
    expect(data.updateProfile).toEqual({
      user: null,
      errors: [
        {
          __typename: 'InvalidInput',
          code: 'INVALID_INPUT',
          message: 'Nama harus terdiri dari 1 sampai 80 karakter.',
          field: 'input.name',
        },
      ],
    })
    expect(await users.everything()).toEqual(before)
  })

  test('needs somebody who has signed in', async () => {
    const before = await users.everything()
    const { data, errors } = await users.execute(null, UPDATE_PROFILE, { input: { name: 'Nobody' } })
    expect(data).toBeNull()
    expect(errors?.map((error) => error.extensions.code)).toEqual(['UNAUTHENTICATED'])
    expect(await users.everything()).toEqual(before)
  })
})
