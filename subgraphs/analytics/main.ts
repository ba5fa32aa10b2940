import { runSubgraph } from '../../kit/run-subgraph.ts'
import { createAnalyticsSubgraph } from './subgraph.ts'

await runSubgraph('analytics', [], createAnalyticsSubgraph)
