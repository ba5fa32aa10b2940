/**
 * Writes the secrets that docker-compose.yml asks for to `.env`, readable by its owner alone. What stands there already is
 * never changed: running it again adds only what is missing.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateSecrets } from '../deploy/local-secrets.ts'

const path = join(import.meta.dirname, '..', '.env')
const present = existsSync(path) ? readFileSync(path, 'utf8') : ''

const { IDENTITY_SECRET, ACCESS_TOKEN_PRIVATE_KEY, ACCESS_TOKEN_PUBLIC_KEY } = generateSecrets()
const inOneLine = (pem: string) => Buffer.from(pem).toString('base64')
const secrets = {
  POSTGRES_PASSWORD: randomBytes(24).toString('hex'),
  REDIS_PASSWORD: randomBytes(24).toString('hex'),
  S3_ACCESS_KEY: randomBytes(10).toString('hex'),
  S3_SECRET_KEY: randomBytes(24).toString('hex'),
  IDENTITY_SECRET,
  ACCESS_TOKEN_PRIVATE_KEY: inOneLine(ACCESS_TOKEN_PRIVATE_KEY),
  ACCESS_TOKEN_PUBLIC_KEY: inOneLine(ACCESS_TOKEN_PUBLIC_KEY),
}

const isPresent = (name: string) => new RegExp(`^${name}=.`, 'm').test(present)
if (isPresent('ACCESS_TOKEN_PRIVATE_KEY') !== isPresent('ACCESS_TOKEN_PUBLIC_KEY')) {
  console.error(
    '.env has one half of the pair ACCESS_TOKEN_PRIVATE_KEY and ACCESS_TOKEN_PUBLIC_KEY: add the other half, or remove it to have a new pair made.',
  )
  process.exit(1)
}

const missing = Object.entries(secrets).filter(([name]) => !isPresent(name))
if (missing.length === 0) {
  console.log('.env has every secret already; nothing was changed.')
} else {
  const start = present === '' || present.endsWith('\n') ? present : `${present}\n`
  writeFileSync(path, start + missing.map(([name, value]) => `${name}=${value}\n`).join(''), { mode: 0o600 })
  chmodSync(path, 0o600)
  console.log(`Wrote to .env: ${missing.map(([name]) => name).join(', ')}. Keep it; do not commit it.`)
}
