import {
  type DocumentNode,
  type FieldNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  defaultFieldResolver,
  print,
  visit,
} from 'graphql'
import type { StartGatewayOptions } from '../../../gateway/start-gateway.ts'
import type { Answer } from './door.ts'
import { type Part, createPart } from './bookshop.ts'
import { type TopologyName, openDoor } from './door.ts'

export type Fetched = Answer['body'] & { fetches: Record<string, number> }

/** A graph of small subgraphs behind the gateway. Each answer says how often each subgraph was asked for it. */
export async function openGraph(
  subgraphs: Record<string, { sdl: string; resolvers: object; link?: string }>,
  topology: TopologyName = 'in process',
  options: Partial<StartGatewayOptions> = {},
) {
  const parts: Part[] = Object.entries(subgraphs).map(([name, subgraph]) => createPart({ name, ...subgraph }))
  let asked: string[] = []
  for (const { subgraph } of parts) {
    eachOperation(subgraph.schema, (info) => asked.push(`${subgraph.name} ${inWords(info)}`))
  }
  const door = await openDoor(parts, topology, options)
  return {
    async ask(
      query: string,
      variables: Record<string, unknown> = {},
      headers: Record<string, string> = {},
    ): Promise<Fetched> {
      for (const { requests } of parts) requests.length = 0
      asked = []
      const { body } = await door.ask(query, variables, headers)
      const counted = parts.map(({ subgraph, requests }) => [subgraph.name, requests.length] as const)
      return { ...body, fetches: Object.fromEntries(counted.filter(([, count]) => count > 0)) }
    },
    /** What the subgraphs were asked for the last answer, in order, as in `books { title } of Book {"id":"1"}`. */
    get asked(): readonly string[] {
      return asked
    },
    door,
    parts,
    stop: () => door.stop(),
  }
}

export type Graph = Awaited<ReturnType<typeof openGraph>>

/** Calls `told` once for each operation that a schema executes. */
function eachOperation(schema: GraphQLSchema, told: (info: GraphQLResolveInfo) => void): void {
  const seen = new WeakSet<object>()
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const resolve = field.resolve ?? defaultFieldResolver
      field.resolve = (source, args, context: object, info) => {
        if (!seen.has(context)) {
          seen.add(context)
          told(info)
        }
        return resolve(source, args, context, info) as unknown
      }
    }
  }
}

/** Fragments are spread, and a list of entities stands without its plumbing. */
function inWords({ operation, fragments, variableValues }: GraphQLResolveInfo): string {
  const spread = visit(operation, {
    FragmentSpread({ name, directives }) {
      const fragment = fragments[name.value]
      return fragment && { ...fragment, kind: Kind.INLINE_FRAGMENT, directives }
    },
  }) as OperationDefinitionNode
  const lists = spread.selectionSet.selections.map((selection) =>
    selection.kind === Kind.FIELD && selection.name.value === '_entities'
      ? entitiesInWords(selection, variableValues)
      : undefined,
  )
  const others = Object.entries(variableValues).filter(([name]) => !name.startsWith('representations'))
  const given = others.length > 0 ? ` with ${JSON.stringify(Object.fromEntries(others))}` : ''
  const text = lists.every((list) => list !== undefined)
    ? lists.join(' and ')
    : `${spread.operation === 'query' ? '' : `${spread.operation} `}${oneLine(spread.selectionSet)}`
  return text + given
}

function entitiesInWords(field: FieldNode, variables: GraphQLResolveInfo['variableValues']): string {
  const [argument] = field.arguments ?? []
  const name = argument?.value.kind === Kind.VARIABLE ? argument.value.name.value : ''
  const representations = (variables[name] ?? []) as Record<string, unknown>[]
  const entities = representations.map(
    ({ __typename, ...rest }) => `${String(__typename)} ${JSON.stringify(rest)}`,
  )
  return `${field.selectionSet ? oneLine(field.selectionSet) : ''} of ${entities.join(', ')}`
}

function oneLine(node: DocumentNode | NonNullable<FieldNode['selectionSet']>): string {
  return print(node).replaceAll(/\s+/g, ' ')
}
