/**
 * An agent in a process of its own, for the tests that kill it: works on whatever runs its database holds, until killed.
 * Usage: node run-in-process.ts DATABASE_URL
 */
import { openPostgresBroker } from '../../kit/broker-postgres.ts'
import { openDatabase } from '../../kit/database.ts'
import { createInProcessFanout } from '../../kit/fanout.ts'
import { createIdentityVerifier } from '../../kit/identity.ts'
import { createLogger } from '../../kit/log.ts'
import { createAgentSubgraph } from '../../subgraphs/agent/subgraph.ts'

const [url = ''] = process.argv.slice(2)
const log = createLogger({ name: 'agent', level: 'silent' })
const subgraph = await createAgentSubgraph({
  database: openDatabase({ url, schema: 'agent' }),
  broker: await openPostgresBroker({ url, log }),
  fanout: createInProcessFanout(),
  verifyIdentity: createIdentityVerifier('the secret that gateway and subgraphs share'),
  log,
  now: () => new Date(),
})
await subgraph.start()
