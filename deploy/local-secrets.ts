import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../kit/config.ts'
import { StartError } from './start-error.ts'

/** Named as the variables that carry them. */
export type Secrets = {
  IDENTITY_SECRET: string
  ACCESS_TOKEN_PRIVATE_KEY: string
  ACCESS_TOKEN_PUBLIC_KEY: string
}

/** New secrets: an Ed25519 pair for access tokens in PEM form, and 256 bits for the hop from gateway to subgraph. */
export function generateSecrets(): Secrets {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  return {
    IDENTITY_SECRET: randomBytes(32).toString('base64url'),
    ACCESS_TOKEN_PRIVATE_KEY: privateKey,
    ACCESS_TOKEN_PUBLIC_KEY: publicKey,
  }
}

/**
 * The secrets of this machine: those that the environment gives, and for the rest those of `<home>/secrets.json`, which
 * is made at the first start and readable by its owner alone.
 *
 * @throws {StartError} when the environment gives half of the key pair
 */
export function localSecrets(config: Config, home: string): Secrets {
  const { IDENTITY_SECRET, ACCESS_TOKEN_PRIVATE_KEY, ACCESS_TOKEN_PUBLIC_KEY } = config
  if ((ACCESS_TOKEN_PRIVATE_KEY === undefined) !== (ACCESS_TOKEN_PUBLIC_KEY === undefined)) {
    throw new StartError(
      'ACCESS_TOKEN_PRIVATE_KEY and ACCESS_TOKEN_PUBLIC_KEY are a pair: set both, or neither to have one made.',
    )
  }
  const kept = keptSecrets(join(home, 'secrets.json'))
  return {
    IDENTITY_SECRET: IDENTITY_SECRET ?? kept.IDENTITY_SECRET,
    ACCESS_TOKEN_PRIVATE_KEY: ACCESS_TOKEN_PRIVATE_KEY ?? kept.ACCESS_TOKEN_PRIVATE_KEY,
    ACCESS_TOKEN_PUBLIC_KEY: ACCESS_TOKEN_PUBLIC_KEY ?? kept.ACCESS_TOKEN_PUBLIC_KEY,
  }
}

function keptSecrets(path: string): Secrets {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Secrets
  const secrets = generateSecrets()
  writeFileSync(`${path}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return secrets
}
