import { generateKeyPairSync } from 'node:crypto'
import { ConfigError, readConfig } from '../../kit/config.ts'

test('an empty environment gives the embedded defaults', () => {
  expect(readConfig([], {})).toMatchObject({
    HOST: '127.0.0.1',
    SIMPUL_HOME: '.simpul',
    LOG_LEVEL: 'info',
    CORS_ORIGINS: [],
  })
})

test('production is closed unless its variables open it', () => {
  const shown = (env: Record<string, string>) => {
    const { INTROSPECTION, DEMO } = readConfig([], env)
    return [INTROSPECTION, DEMO]
  }
  expect(shown({})).toEqual([true, true])
  expect(shown({ NODE_ENV: 'production' })).toEqual([false, false])
  expect(shown({ NODE_ENV: 'production', INTROSPECTION: 'true', DEMO: 'true' })).toEqual([true, true])
  expect(shown({ INTROSPECTION: 'false', DEMO: 'false' })).toEqual([false, false])
})

test('every problem is reported at once, by the name of its variable', () => {
  const wrong = {
    PORT: 'eighty',
    REDIS_URL: 'http://cache',
    IDENTITY_SECRET: 'short',
    NODE_ENV: 'live',
    DATABASE_URL: '',
  }
  const problems = problemsOf(() => readConfig(['DATABASE_URL', 'ACCESS_TOKEN_PUBLIC_KEY'], wrong))
  expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual([
    'ACCESS_TOKEN_PUBLIC_KEY',
    'DATABASE_URL',
    'IDENTITY_SECRET',
    'NODE_ENV',
    'PORT',
    'REDIS_URL',
  ])
})

test('a key comes as PEM, with its line ends written out, or in base64; another kind of key is refused', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  for (const given of [pem, pem.replaceAll('\n', '\\n'), Buffer.from(pem).toString('base64')]) {
    expect(readConfig([], { ACCESS_TOKEN_PUBLIC_KEY: given }).ACCESS_TOKEN_PUBLIC_KEY).toBe(pem)
  }
  const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  expect(problemsOf(() => readConfig([], { ACCESS_TOKEN_PUBLIC_KEY: secret }))).toHaveLength(1)
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({
    type: 'spki',
    format: 'pem',
  })
  expect(problemsOf(() => readConfig([], { ACCESS_TOKEN_PUBLIC_KEY: rsa.toString() }))).toHaveLength(1)
})

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read()
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  throw new Error('The configuration was accepted')
}
