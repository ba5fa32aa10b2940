import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { parse, type FieldNode, type ObjectFieldNode, valueFromASTUntyped } from 'graphql'
import { cosine } from '../../subgraphs/agent/domain/similarity.ts'

type StoredObject = {
  class: string
  id: string
  properties: { sourceId: string; kind: string }
  vector: number[]
}
type Where = { path: string[]; operator: string; valueText?: string; valueTextArray?: string[] }

/** A server that speaks as much of Weaviate's REST and GraphQL as the agent uses (https://weaviate.io/developers/weaviate/api). */
export async function startWeaviateServer() {
  const state = {
    classes: new Map<string, object>(),
    objects: new Map<string, StoredObject>(),
    requests: [] as string[],
    failing: false,
  }

  function answer(method: string, path: string, body: string): [status: number, content?: unknown] {
    const [, , resource, name] = path.split('/')
    if (method === 'GET' && resource === 'meta') return [200, { version: '1.27.0' }]
    if (method === 'GET' && resource === 'schema') {
      if (name === undefined) return [200, { classes: [...state.classes.values()] }]
      const found = state.classes.get(name)
      return found ? [200, found] : [404]
    }
    const content: unknown = body === '' ? null : JSON.parse(body)
    if (method === 'POST' && resource === 'schema') {
      const made = content as { class: string }
      state.classes.set(made.class, made)
      return [200, made]
    }
    if (resource === 'batch' && method === 'POST')
      return [200, put((content as { objects: StoredObject[] }).objects)]
    if (resource === 'batch' && method === 'DELETE')
      return [200, remove((content as { match: { class: string; where: Where } }).match.where)]
    if (resource === 'graphql') return [200, search((content as { query: string }).query)]
    return [404]
  }

  function put(objects: StoredObject[]) {
    return objects.map((object) => {
      if (state.failing) return { ...object, result: { errors: { error: [{ message: 'read only' }] } } }
      state.objects.set(object.id, object)
      return { ...object, result: { status: 'SUCCESS' } }
    })
  }

  function remove(where: Where) {
    for (const [id, { properties }] of state.objects)
      if (where.operator === 'ContainsAny' && where.valueTextArray?.includes(properties.sourceId))
        state.objects.delete(id)
    return { results: { failed: 0 } }
  }

  function search(query: string) {
    const [document] = parse(query).definitions
    const get = document && 'selectionSet' in document ? document.selectionSet.selections[0] : undefined
    const field = (get as FieldNode | undefined)?.selectionSet?.selections[0] as FieldNode
    const args = Object.fromEntries(
      (field.arguments ?? []).map(({ name, value }) => [
        name.value,
        // Operators are enum values, which become strings.
        valueFromASTUntyped(value as ObjectFieldNode['value']) as unknown,
      ]),
    ) as { limit: number; nearVector: { vector: number[] }; where?: Where }
    const found = [...state.objects.values()]
      .filter((object) => object.class === field.name.value)
      .filter(({ properties }) => !args.where || properties.kind === args.where.valueText)
      .map(({ vector, properties }) => ({
        sourceId: properties.sourceId,
        _additional: { distance: 1 - cosine(vector, args.nearVector.vector) },
      }))
      .toSorted((a, b) => a._additional.distance - b._additional.distance)
      .slice(0, args.limit)
    return { data: { Get: { [field.name.value]: found } } }
  }

  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    const body = await text(request)
    state.requests.push(`${request.method} ${path}`)
    const [status, content] = answer(request.method ?? '', path, body)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(content === undefined ? undefined : JSON.stringify(content))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

export type WeaviateServer = Awaited<ReturnType<typeof startWeaviateServer>>
