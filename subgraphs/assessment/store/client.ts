import { type Database, prismaAdapter } from '../../../kit/database.ts'
import { PrismaClient } from './prisma/client.ts'

export type Client = PrismaClient

export function createClient(database: Database): Client {
  return new PrismaClient({
    adapter: prismaAdapter(database),
  })
}
