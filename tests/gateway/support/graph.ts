import type { Answer } from './door.ts'
import type { StartGatewayOptions } from '../../../gateway/start-gateway.ts'
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
  const door = await openDoor(parts, topology, options)
  return {
    door,
    async ask(
      query: string,
      variables: Record<string, unknown> = {},
      headers: Record<string, string> = {},
    ): Promise<Fetched> {
      for (const { requests } of parts) requests.length = 0
      const { body } = await door.ask(query, variables, headers)
      const counted = parts.map(({ subgraph, requests }) => [subgraph.name, requests.length] as const)
      return { ...body, fetches: Object.fromEntries(counted.filter(([, count]) => count > 0)) }
    },
    stop: () => door.stop(),
  }
}

export type Graph = Awaited<ReturnType<typeof openGraph>>
