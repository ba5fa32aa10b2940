import type { Context } from '../context.ts'
import type { ClientRow } from '../store/index.ts'

/** The client that a row belongs to, which is there since clients are never deleted. */
export async function clientOf({ client }: { client: string }, { loaders }: Context): Promise<ClientRow> {
  const found = await loaders.clients.load(client)
  if (!found) throw new Error(`The client ${client} is gone.`)
  return found
}
