import type { Broker } from './broker.ts'
import type { Logger } from './log.ts'

/** The broker that the configuration names: NATS JetStream when it has an address, PostgreSQL otherwise. */
export async function openBroker(options: {
  natsUrl: string | undefined
  databaseUrl: string
  log: Logger
}): Promise<Broker> {
  if (options.natsUrl) {
    const { openNatsBroker } = await import('./broker-nats.ts')
    return openNatsBroker({ url: options.natsUrl, log: options.log })
  }
  const { openPostgresBroker } = await import('./broker-postgres.ts')
  return openPostgresBroker({ url: options.databaseUrl, log: options.log })
}
