import { runSubgraph } from '../../kit/run-subgraph.ts'
import { createCatalogSubgraph } from './subgraph.ts'

await runSubgraph('catalog', [], createCatalogSubgraph)
