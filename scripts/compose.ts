import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { composeServices } from '@apollo/composition'
import { Supergraph, printSchema } from '@apollo/federation-internals'
import { parse } from 'graphql'
import { OWN_ADDRESS } from '../gateway/reach/reach.ts'
import { readTypeDefs } from '../schema/type-defs.ts'

/** Composes `schema/` into the supergraph and the clients' API. With `--check` it writes nothing and fails on a difference. */

const PORTS: Record<string, number> = {
  users: 4001,
  catalog: 4002,
  assessment: 4003,
  agent: 4004,
  analytics: 4005,
  notification: 4006,
}
const OUTPUTS = ['supergraph.graphql', 'api.graphql']
const check = process.argv.includes('--check')

const names = readdirSync('schema')
  .filter((file) => file.endsWith('.graphql') && !OUTPUTS.includes(file) && file !== 'shared.graphql')
  .map((file) => file.replace('.graphql', ''))
  .sort()

const result = composeServices(
  names.map((name) => ({
    name,
    url: name === 'gateway' ? OWN_ADDRESS : `http://127.0.0.1:${PORTS[name]}/graphql`,
    typeDefs: parse(readTypeDefs(name)),
  })),
)

const problems = [
  ...(result.errors ?? []).map((error) => error.message),
  ...(result.hints ?? [])
    .filter((hint) => hint.definition.code.startsWith('INCONSISTENT_'))
    .map((hint) => `${hint.definition.code}: ${hint.message}`),
]
if (problems.length > 0 || !result.supergraphSdl) fail(problems)

const api = Supergraph.build(result.supergraphSdl).apiSchema()
const outputs = [
  ['schema/supergraph.graphql', result.supergraphSdl],
  ['schema/api.graphql', `${printSchema(api)}\n`],
] as const

if (check) {
  const stale = outputs.filter(([path, text]) => readIfThere(path) !== text).map(([path]) => path)
  if (stale.length > 0) fail(stale.map((path) => `${path} is stale: run \`npm run compose\` and commit it.`))
  console.log(`schema/: ${names.length} subgraphs compose, and both outputs are up to date.`)
} else {
  for (const [path, text] of outputs) writeFileSync(path, text)
  console.log(`Composed ${names.join(', ')} into ${outputs.map(([path]) => path).join(' and ')}.`)
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function fail(lines: string[]): never {
  for (const line of lines) console.error(line)
  process.exit(1)
}
