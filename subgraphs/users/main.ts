import { runSubgraph } from '../../kit/run-subgraph.ts'
import { createUsersSubgraph } from './subgraph.ts'

await runSubgraph('users', ['ACCESS_TOKEN_PRIVATE_KEY'], (dependencies, config) =>
  createUsersSubgraph(dependencies, { accessTokenPrivateKey: config.ACCESS_TOKEN_PRIVATE_KEY }),
)
