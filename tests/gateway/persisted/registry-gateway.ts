import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import { SignJWT, exportSPKI, generateKeyPair } from 'jose'
import { createHash } from 'node:crypto'
import { OWN_ADDRESS } from '../../../gateway/reach/reach.ts'
import { type StartGatewayOptions, startGateway } from '../../../gateway/start-gateway.ts'
import { type Database, openDatabase } from '../../../kit/database.ts'
import { readTypeDefs } from '../../../schema/type-defs.ts'
import type { TestDatabase } from '../../jest/database.ts'
import { type Part, createBookshop } from '../support/bookshop.ts'
import { type Answer, post, silent } from '../support/door.ts'

export const identitySecret = 'a secret of the gateway and the subgraphs'
const keys = await generateKeyPair('EdDSA')
export const publicKey = await exportSPKI(keys.publicKey)

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A manifest as `@apollo/generate-persisted-query-manifest` writes it. */
export function apolloManifest(
  ...operations: { name: string; body: string; type?: string; id?: string; clientName?: string }[]
): string {
  return JSON.stringify({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: operations.map((operation) => ({
      id: sha256(operation.body),
      type: 'query',
      ...operation,
    })),
  })
}

/** The supergraph of a bookshop with the gateway's own part. */
export function supergraphWith(parts: readonly Part[], urls: Record<string, string> = {}): string {
  const { supergraphSdl, errors } = composeServices([
    ...parts.map(({ typeDefs, subgraph: { name } }) => ({
      name,
      url: urls[name] ?? `http://${name}.invalid`,
      typeDefs: parse(typeDefs),
    })),
    { name: 'gateway', url: OWN_ADDRESS, typeDefs: parse(readTypeDefs('gateway')) },
  ])
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'))
  return supergraphSdl
}

export async function accessToken(...roles: string[]): Promise<string> {
  return new SignJWT({ roles, locale: 'en', sid: 's1' })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject(`the one with ${roles.join(' and ')}`)
    .setIssuer('simpul')
    .setAudience('simpul-api')
    .setExpirationTime('10m')
    .sign(keys.privateKey)
}

const CREATE = `mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) {
  client { name rootFields maxFields active } apiKey errors { __typename ... on UserError { code message field } } } }`
const REGISTER = `mutation ($input: RegisterOperationsInput!) { registerOperations(input: $input) {
  manifest { version operationCount inForceCount }
  errors { __typename ... on UserError { code message field } ... on OperationRefused { operation hash } } } }`
const WITHDRAW = `mutation ($input: WithdrawOperationsInput!) { withdrawOperations(input: $input) {
  withdrawnCount errors { __typename ... on UserError { code message field } } } }`
const SET_ACTIVE = `mutation ($input: SetApiClientActiveInput!) { setApiClientActive(input: $input) {
  client { name active } errors { __typename ... on UserError { code } } } }`
const LIST = `query ($client: String, $first: Int! = 20, $after: String) {
  persistedOperations(client: $client, first: $first, after: $after) {
    edges { node { hash name type document versions uses lastUsedOn client { name } } } pageInfo { hasNextPage endCursor } } }`

export type Listed = {
  hash: string
  name: string
  uses: number
  versions: number[]
  client: { name: string }
}

/** A gateway before a bookshop, with its registry in a database, or without any. */
export async function startRegistryGateway(
  db: TestDatabase | undefined,
  options: Partial<StartGatewayOptions> = {},
) {
  const { parts } = createBookshop()
  const database: Database | undefined = db && openDatabase({ url: db.url, schema: 'gateway' })
  const gateway = await startGateway({
    supergraphSdl: supergraphWith(parts),
    reach: { subgraphs: parts.map(({ subgraph }) => subgraph) },
    port: 0,
    publicKey,
    identitySecret,
    database,
    log: silent,
    processMetrics: false,
    ...options,
  })
  const admin = { authorization: `Bearer ${await accessToken('ADMIN')}` }

  async function asAdmin<Data>(query: string, variables: object = {}): Promise<Data> {
    const { body } = await post(gateway.url, JSON.stringify({ query, variables }), admin)
    if (body.errors) throw new Error(body.errors.map(({ message }) => message).join('\n'))
    return body.data as Data
  }

  return {
    gateway,
    url: gateway.url,
    parts,
    asAdmin,

    send: (body: object, headers: Record<string, string> = {}): Promise<Answer> =>
      post(gateway.url, JSON.stringify(body), headers),

    async get(parameters: Record<string, string>, headers: Record<string, string> = {}) {
      const search = new URLSearchParams(parameters).toString()
      const response = await fetch(`${gateway.url}?${search}`, {
        headers: { 'apollo-require-preflight': 'yes', ...headers },
      })
      const text = await response.text()
      return {
        status: response.status,
        headers: response.headers,
        body: (text === '' ? {} : JSON.parse(text)) as Answer['body'],
      }
    },

    createClient: async (input: { name: string; rootFields?: string[]; maxFields?: number }) =>
      (await asAdmin<{ createApiClient: Record<string, unknown> & { apiKey: string } }>(CREATE, { input }))
        .createApiClient,

    register: async (client: string, manifest: string) =>
      (
        await asAdmin<{
          registerOperations: {
            manifest: { version: number } | null
            errors: { __typename: string; code: string; message: string; operation?: string }[]
          }
        }>(REGISTER, { input: { client, manifest } })
      ).registerOperations,

    withdraw: async (input: { client: string; version?: number; hashes?: string[] }) =>
      (await asAdmin<{ withdrawOperations: unknown }>(WITHDRAW, { input })).withdrawOperations,

    setActive: async (name: string, active: boolean) =>
      (await asAdmin<{ setApiClientActive: unknown }>(SET_ACTIVE, { input: { name, active } }))
        .setApiClientActive,

    async list(variables: { client?: string; first?: number; after?: string } = {}) {
      const { persistedOperations } = await asAdmin<{
        persistedOperations: {
          edges: { node: Listed }[]
          pageInfo: { hasNextPage: boolean; endCursor: string }
        }
      }>(LIST, variables)
      return { ...persistedOperations, nodes: persistedOperations.edges.map(({ node }) => node) }
    },

    async metrics(): Promise<string> {
      const response = await fetch(new URL('/metrics', gateway.url))
      return response.text()
    },

    ready: () => fetch(new URL('/readyz', gateway.url)),

    async stop() {
      await gateway.stop()
      await database?.close()
    },
  }
}

export type RegistryGateway = Awaited<ReturnType<typeof startRegistryGateway>>

export function codeOf({ body }: Answer): unknown {
  return body.errors?.[0]?.extensions.code
}
