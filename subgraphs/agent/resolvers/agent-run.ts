import { connection, decodeCursor, pageSize } from '../../../kit/pagination.ts'
import type { AgentRunResolvers } from '../generated.ts'
import { type MessageKey, say } from '../messages.ts'

export const AgentRun: AgentRunResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.runs.load(id),
  startedBy: ({ ownerId }) => ({ __typename: 'User', id: ownerId }),
  steps: ({ id }, _args, { loaders }) => loaders.steps.load(id),
  failure: ({ failure }, _args, { locale }) => failure && say(failure as MessageKey, locale),
  async drafts({ id }, args, { loaders }) {
    const first = pageSize(args.first)
    const after = decodeCursor(args.after, 'number')
    const rows = await loaders.draftPages.load({
      runId: id,
      afterOrdinal: after ? Number(after.key) : -1,
      limit: first + 1,
    })
    return connection({
      rows,
      first,
      after,
      cursorOf: (row) => ({ key: `${row.ordinal}`, id: row.id }),
    })
  },
}
