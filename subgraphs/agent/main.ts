import { runSubgraph } from '../../kit/run-subgraph.ts'
import { createAgentSubgraph } from './subgraph.ts'

await runSubgraph('agent', [], (dependencies, config) =>
  createAgentSubgraph(dependencies, {
    openaiApiKey: config.OPENAI_API_KEY,
    openaiBaseUrl: config.OPENAI_BASE_URL,
    weaviateUrl: config.WEAVIATE_URL,
  }),
)
