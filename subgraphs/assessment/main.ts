import { runSubgraph } from '../../kit/run-subgraph.ts'
import { createAssessmentSubgraph } from './subgraph.ts'

await runSubgraph('assessment', [], createAssessmentSubgraph)
