import { type KeyObject, createPrivateKey, createPublicKey } from 'node:crypto'
import { z } from 'zod'

/** Every problem of the configuration, at once: `problems` has one line for each variable that is wrong or missing. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    )
    this.problems = problems
  }
}

const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol.slice(0, -1)),
      `must be an address that starts with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
    )

const whole = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${minimum} to ${maximum}`)
    .transform(Number)
    .refine(
      (value) => value >= minimum && value <= maximum,
      `must be a whole number from ${minimum} to ${maximum}`,
    )

const port = whole(0, 65_535)
const flag = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true')

/** A PEM key as it is, with `\n` written out, or in base64, as environments allow. */
const ed25519 = (read: (pem: string) => KeyObject, kind: 'private' | 'public') =>
  z
    .string()
    .transform((value) =>
      value.includes('-----BEGIN') ? value.replaceAll('\\n', '\n') : Buffer.from(value, 'base64').toString(),
    )
    .refine((value) => {
      try {
        return (
          value.includes(`BEGIN ${kind.toUpperCase()} KEY`) && read(value).asymmetricKeyType === 'ed25519'
        )
      } catch {
        return false
      }
    }, `must be an Ed25519 ${kind} key in PEM form, as it is or in base64`)

/** `name=1000,other=2000` */
const milliseconds = z.string().transform((text, context) => {
  const pairs = text.split(',').flatMap((pair) => pair.trim() || [])
  const read = pairs.map((pair) => /^([^=\s]+)=(\d{1,7})$/.exec(pair)?.slice(1) ?? [])
  if (read.some(([name]) => name === undefined)) {
    context.addIssue('must be names with milliseconds, such as assessment=5000,agent=60000')
  }
  return Object.fromEntries(read.map(([name = '', time]) => [name, Number(time)]))
})

/** What HTTP itself, or the gateway, says on the way to a subgraph. */
const OWN_HEADERS =
  /^(accept|accept-encoding|accept-language|connection|content-.*|expect|host|keep-alive|te|trailer|transfer-encoding|traceparent|upgrade|x-simpul-identity)$/

const headerNames = z
  .string()
  .transform((text) =>
    text
      .toLowerCase()
      .split(',')
      .flatMap((name) => name.trim() || []),
  )
  .refine(
    (names) => names.every((name) => /^[a-z0-9!#$%&'*+.^_`|~-]+$/.test(name)),
    'must be names of headers',
  )
  .refine(
    (names) => !names.some((name) => OWN_HEADERS.test(name)),
    'must not name what HTTP or the gateway itself says to a subgraph',
  )

const postgres = url('postgres', 'postgresql')
const http = url('http', 'https')

/** Every variable that Simpul reads, with its default; the README has a row for each. */
export const variables = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  SIMPUL_HOME: z.string().default('.simpul'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  DATABASE_URL: postgres.optional(),
  DATABASE_CONNECTIONS: whole(2, 500).default(10),
  POSTGRES_PORT: port.default(0),
  USERS_DATABASE_URL: postgres.optional(),
  CATALOG_DATABASE_URL: postgres.optional(),
  ASSESSMENT_DATABASE_URL: postgres.optional(),
  AGENT_DATABASE_URL: postgres.optional(),
  ANALYTICS_DATABASE_URL: postgres.optional(),
  NOTIFICATION_DATABASE_URL: postgres.optional(),
  GATEWAY_DATABASE_URL: postgres.optional(),
  NATS_URL: url('nats', 'tls').optional(),
  REDIS_URL: url('redis', 'rediss').optional(),
  WEAVIATE_URL: http.optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: http.optional(),
  ACCESS_TOKEN_PRIVATE_KEY: ed25519(createPrivateKey, 'private').optional(),
  ACCESS_TOKEN_PUBLIC_KEY: ed25519(createPublicKey, 'public').optional(),
  IDENTITY_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SUPERGRAPH: z.string().default('schema/supergraph.graphql'),
  OVERRIDE_LABELS: z.string().optional(),
  USERS_URL: http.default('http://127.0.0.1:4001/graphql'),
  CATALOG_URL: http.default('http://127.0.0.1:4002/graphql'),
  ASSESSMENT_URL: http.default('http://127.0.0.1:4003/graphql'),
  AGENT_URL: http.default('http://127.0.0.1:4004/graphql'),
  ANALYTICS_URL: http.default('http://127.0.0.1:4005/graphql'),
  NOTIFICATION_URL: http.default('http://127.0.0.1:4006/graphql'),
  INTROSPECTION: flag.optional(),
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((origins) => origins.split(',').flatMap((origin) => origin.trim() || [])),
  FORWARD_HEADERS: z.string().default('').pipe(headerNames),
  MAX_BODY_BYTES: whole(1_000, 100_000_000).default(1_000_000),
  SUBGRAPH_TIMEOUT_MS: whole(1, 3_600_000).default(30_000),
  SUBGRAPH_TIMEOUTS_MS: milliseconds.default({}),
  MAX_OPERATIONS: whole(1, 1_000_000).default(1_000),
  MAX_LAG_MS: whole(10, 60_000).default(250),
  DEMO: flag.optional(),
})

export type Config = z.infer<typeof variables> & { INTROSPECTION: boolean; DEMO: boolean }

/**
 * Reads the environment, once, at the edge. An empty variable counts as absent.
 * @param required the variables without which this process cannot start
 * @throws ConfigError with every problem
 */
export function readConfig<Required extends keyof Config = never>(
  required: readonly Required[] = [],
  env: Record<string, string | undefined> = process.env,
): Config & { [Name in Required]-?: NonNullable<Config[Name]> } {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = variables.safeParse(given)
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`)
  for (const name of required) {
    if (!(name in given) && variables.shape[name].safeParse(undefined).data === undefined) {
      problems.push(`${name}: is required and missing.`)
    }
  }
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  const open = parsed.data.NODE_ENV !== 'production'
  return { INTROSPECTION: open, DEMO: open, ...parsed.data } as Config & {
    [Name in Required]-?: NonNullable<Config[Name]>
  }
}
