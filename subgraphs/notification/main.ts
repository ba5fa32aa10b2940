import { runSubgraph } from '../../kit/run-subgraph.ts'
import { createNotificationSubgraph } from './subgraph.ts'

await runSubgraph('notification', [], createNotificationSubgraph)
