import { parseArgs } from 'node:util'

export const USAGE = `Usage: npm run demo -- [options]

Plays a student through the public door of a running system (npm start).

  --url URL       where the gateway answers          http://localhost:4000/graphql
  --email EMAIL   who plays; opens an account when the address has none
                                                      siti@demo.simpul.example
  --exam CODE     which exam                          DEMO-5
  --seed TEXT     what the guesses are drawn from     the session's id
  --fast          without pauses for thought
  --json          nothing but one JSON document at the end
  --help          this text`

export const DEFAULTS = {
  url: 'http://localhost:4000/graphql',
  email: 'siti@demo.simpul.example',
  exam: 'DEMO-5',
}

export type Options = {
  url: string
  email: string
  exam: string
  seed: string | undefined
  fast: boolean
  json: boolean
  help: boolean
}

/** @throws Error with one line that says which option is wrong */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      url: { type: 'string', default: DEFAULTS.url },
      email: { type: 'string', default: DEFAULTS.email },
      exam: { type: 'string', default: DEFAULTS.exam },
      seed: { type: 'string' },
      fast: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (!URL.canParse(values.url) || !/^https?:$/.test(new URL(values.url).protocol)) {
    throw new Error(`--url must be an address that starts with http:// or https://, not ${values.url}`)
  }
  return { ...values, seed: values.seed }
}

/** The command that goes on where these options stopped. */
export function commandFor({ url, email, exam, seed, fast }: Options): string {
  const flags = [
    ...(url === DEFAULTS.url ? [] : ['--url', url]),
    ...(email === DEFAULTS.email ? [] : ['--email', email]),
    ...(exam === DEFAULTS.exam ? [] : ['--exam', exam]),
    ...(seed === undefined ? [] : ['--seed', seed]),
    ...(fast ? ['--fast'] : []),
  ]
  return ['npm run demo', ...(flags.length > 0 ? ['--', ...flags] : [])].join(' ')
}
