/**
 * `npm run operations -- …`: partner clients, and the documents registered for them. Works on the gateway's database,
 * and running gateways follow at once.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { findRunningPostgres } from '../deploy/running-postgres.ts'
import { type Engine, createEngine } from '../gateway/engine.ts'
import { DEFAULT_LIMITS } from '../gateway/operation/limits.ts'
import { createClient } from '../gateway/persisted/create-client.ts'
import { say, sayProblem } from '../gateway/persisted/messages.ts'
import { MIGRATIONS } from '../gateway/persisted/persisted.ts'
import { registerOperations } from '../gateway/persisted/register-operations.ts'
import { type Store, createStore } from '../gateway/persisted/store/index.ts'
import { warmOperations } from '../gateway/persisted/warm-operations.ts'
import { type Config, readConfig } from '../kit/config.ts'
import { openDatabase } from '../kit/database.ts'
import { messageOf } from '../kit/errors.ts'
import { migrate } from '../kit/migrate.ts'

const USAGE = `Usage: npm run operations -- COMMAND [options]

  register FILE --client NAME     registers a manifest as the client's next version: all of it, or nothing
  list [--client NAME]            what is in force, and how often it was run
  withdraw --client NAME [--version N] [--hash HASH ...]
                                  takes a version, single documents, or all of the client's out of force
  check [--supergraph FILE]       names what is registered and would break under a supergraph
  clients                         all clients
  clients add NAME [--allow FIELD ...] [--max-fields N]
                                  creates a client and shows its key, once; without --allow it may ask for Query.*
  clients disable NAME            shuts a client out, at once
  clients enable NAME             lets it in again

  --supergraph FILE               what documents are checked against             SUPERGRAPH
  --json                          print the outcome as JSON
  --help                          this text

A manifest is what @apollo/generate-persisted-query-manifest writes, or a JSON object { hash: document }.
Works on the database of GATEWAY_DATABASE_URL or DATABASE_URL; without either, on that of a running \`npm start\`.`

/** What went wrong for whoever called, in words; with what a program can read. */
class Refused extends Error {
  readonly report: object

  constructor(message: string, report: object = { error: message }) {
    super(message)
    this.report = report
  }
}

const options = {
  client: { type: 'string' },
  version: { type: 'string' },
  hash: { type: 'string', multiple: true },
  allow: { type: 'string', multiple: true },
  'max-fields': { type: 'string', default: '500' },
  supergraph: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** How many rows are read at a time. */
const PAGE = 100

type Values = ReturnType<typeof readWords>['values']
/** What a command works with. */
type Call = { store: Store; config: Config; values: Values }
/** What came of it, for programs and for people. */
type Outcome = { report: object; lines: string[] }

const { values, words } = readWords()
try {
  if (values.help || words.length === 0) console.log(USAGE)
  else await main()
} catch (error) {
  if (values.json && error instanceof Refused) console.log(JSON.stringify(error.report, null, 2))
  else console.error(messageOf(error))
  process.exitCode = 1
}

function readWords() {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options })
    return { values, words: positionals }
  } catch (error) {
    console.error(`${messageOf(error)}\n\n${USAGE}`)
    process.exit(1)
  }
}

async function main(): Promise<void> {
  const run = commandOf(words)
  const config = readConfig()
  const url = config.GATEWAY_DATABASE_URL ?? config.DATABASE_URL ?? findRunningPostgres(config.SIMPUL_HOME)
  if (url === undefined) {
    throw new Refused(
      'There is no database: set GATEWAY_DATABASE_URL or DATABASE_URL, or start the system (npm start).',
    )
  }
  const database = openDatabase({ url, schema: 'gateway', connections: 2 })
  try {
    await migrate({ database, folder: MIGRATIONS })
    const { report, lines } = await run({ store: createStore(database), config, values })
    console.log(values.json ? JSON.stringify(report, null, 2) : lines.join('\n'))
  } finally {
    await database.close()
  }
}

function commandOf([command, first, name]: string[]): (call: Call) => Promise<Outcome> {
  switch (command) {
    case 'register':
      return (call) => register(call, required(first, 'a FILE'))
    case 'list':
      return list
    case 'withdraw':
      return withdraw
    case 'check':
      return check
    case 'clients':
      if (first === undefined) return listClients
      if (first === 'add') return (call) => addClient(call, required(name, 'a NAME'))
      if (first === 'disable') return (call) => setActive(call, required(name, 'a NAME'), false)
      if (first === 'enable') return (call) => setActive(call, required(name, 'a NAME'), true)
  }
  throw new Refused(`There is no such command.\n\n${USAGE}`)
}

async function register({ store, config, values }: Call, file: string): Promise<Outcome> {
  const client = required(values.client, '--client')
  const manifest = await readText(file)
  const engine = await readEngine(config, values)
  const registration = await registerOperations({ store, engine }, { client, manifest }, occasion())
  switch (registration.outcome) {
    case 'NO_SUCH_CLIENT':
      throw new Refused(say('CLIENT_NOT_FOUND', 'en'))
    case 'UNREADABLE':
      throw new Refused(`${file}: ${sayProblem(registration.problem, 'en')}`)
    case 'REFUSED': {
      const problems = registration.problems.map((problem) => ({
        operation: problem.operation,
        hash: problem.hash,
        code: problem.code,
        reason: sayProblem(problem, 'en'),
      }))
      const lines = problems.map(({ operation, reason }) => `${file}: ${operation}: ${reason}`)
      throw new Refused([...lines, 'Nothing was registered.'].join('\n'), { problems })
    }
    case 'REGISTERED': {
      const { version, operations } = registration.manifest
      const what = count(operations, 'operation', 'operations')
      return {
        report: registration.manifest,
        lines: [`${client}: version ${version} is in force, with ${what}.`],
      }
    }
  }
}

async function withdraw({ store, values }: Call): Promise<Outcome> {
  const client = required(values.client, '--client')
  const version = values.version === undefined ? undefined : wholeNumber(values.version, '--version')
  const withdrawn = await store.withdrawOperations({ client, version, hashes: values.hash }, occasion())
  if (withdrawn === 0) throw new Refused(say('NOTHING_IN_FORCE', 'en'))
  return {
    report: { client, withdrawn },
    lines: [`${client}: ${count(withdrawn, 'entry', 'entries')} withdrawn.`],
  }
}

async function check({ store, config, values }: Call): Promise<Outcome> {
  const registered = await store.readRegistry(undefined)
  const broken = await warmOperations(await readEngine(config, values), registered)
  const total = count(registered.operations.size, 'registered operation', 'registered operations')
  if (broken.length === 0)
    return { report: { broken }, lines: [`It serves all that is registered: ${total}.`] }
  const lines = broken.map(
    ({ name, hash, clients, reason }) => `${name ?? hash} of ${clients.join(' and ')}: ${reason}`,
  )
  throw new Refused([...lines, `It would break ${broken.length} of ${total}.`].join('\n'), { broken })
}

async function addClient({ store, config, values }: Call, name: string): Promise<Outcome> {
  const engine = await readEngine(config, values)
  const rootFields = values.allow?.flatMap((fields) => fields.split(',')) ?? ['Query.*']
  const maxFields = wholeNumber(values['max-fields'], '--max-fields')
  const creation = await createClient({ store, engine }, { name, rootFields, maxFields }, occasion())
  switch (creation.outcome) {
    case 'NAME_TAKEN':
      throw new Refused(say('NAME_TAKEN', 'en'))
    case 'REFUSED': {
      const problems = creation.problems.map(({ code, detail }) => say(code, 'en', detail))
      throw new Refused(problems.join('\n'), { problems })
    }
    case 'CREATED': {
      const { client, apiKey } = creation
      return {
        report: { ...client, apiKey },
        lines: [`The key of ${name}, shown only now, to be sent as the header x-api-key:`, apiKey],
      }
    }
  }
}

async function list({ store, values: { client } }: Call): Promise<Outcome> {
  const rows = []
  for (let after: { client: string; hash: string } | undefined; ;) {
    const page = await store.listOperations({ client, limit: PAGE, after })
    rows.push(...page)
    after = page.at(-1)
    if (page.length < PAGE) break
  }
  const lines = rows.map(
    (row) =>
      `${row.client}  ${row.hash}  ${row.type} ${row.name ?? '(without a name)'}  versions ${row.versions.join(', ')}  ` +
      (row.lastUsedOn ? `${count(row.uses, 'use', 'uses')}, last on ${row.lastUsedOn}` : 'never used'),
  )
  return { report: rows, lines: lines.length > 0 ? lines : ['Nothing is in force.'] }
}

async function listClients({ store }: Call): Promise<Outcome> {
  const rows = []
  for (let after: string | undefined; ;) {
    const page = await store.listClients({ limit: PAGE, after })
    rows.push(...page)
    after = page.at(-1)?.name
    if (page.length < PAGE) break
  }
  const lines = rows.map(
    ({ name, active, rootFields, maxFields }) =>
      `${name}  ${active ? 'active' : 'disabled'}  ${rootFields.join(', ')}  at most ${maxFields} fields`,
  )
  return { report: rows, lines: lines.length > 0 ? lines : ['There are no clients.'] }
}

async function setActive({ store }: Call, name: string, active: boolean): Promise<Outcome> {
  const client = await store.setClientActive(name, active)
  if (!client) throw new Refused(say('CLIENT_NOT_FOUND', 'en'))
  return { report: client, lines: [`${name} is ${active ? 'let in' : 'shut out'}.`] }
}

async function readEngine(config: Config, values: Values): Promise<Engine> {
  const supergraphSdl = await readText(values.supergraph ?? config.SUPERGRAPH)
  return createEngine({ supergraphSdl, limits: DEFAULT_LIMITS, introspection: config.INTROSPECTION })
}

function occasion() {
  return { by: 'command line', now: new Date() }
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Refused(`${file}: cannot be read (${error.code}).`)
  })
}

function required(value: string | undefined, name: string): string {
  if (value !== undefined) return value
  throw new Refused(`The command needs ${name}.\n\n${USAGE}`)
}

function wholeNumber(text: string, name: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new Refused(`${name} must be a whole number, not "${text}".`)
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
