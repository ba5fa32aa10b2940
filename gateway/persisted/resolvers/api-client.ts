import { connection, decodeCursor, pageSize } from '../../../kit/pagination.ts'
import type { ApiClientResolvers } from '../generated.ts'

export const ApiClient: ApiClientResolvers = {
  async manifests({ name }, args, { store }) {
    const first = pageSize(args.first)
    const after = decodeCursor(args.after, 'ordinal')
    const rows = await store.listManifests({
      client: name,
      limit: first + 1,
      after: after && Number(after.key),
    })
    return connection({ rows, first, after, cursorOf: ({ version }) => ({ key: `${version}`, id: name }) })
  },
}
