import { PrismaPg } from '@prisma/adapter-pg'
import type { Database } from '../../../kit/database.ts'
import { PrismaClient } from './prisma/client.ts'

export type Client = ReturnType<typeof createClient>

export function createClient(database: Database) {
  return new PrismaClient({
    adapter: new PrismaPg(database.pool, { schema: database.schema, disposeExternalPool: false }),
  })
}
