import { type Database, prismaAdapter } from '../../../kit/database.ts'
import { PrismaClient } from './prisma/client.ts'

export type Client = ReturnType<typeof createClient>

export function createClient(database: Database) {
  return new PrismaClient({
    adapter: prismaAdapter(database),
  })
}
