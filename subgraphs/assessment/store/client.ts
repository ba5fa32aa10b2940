import { type Database, prismaAdapter } from '../../../kit/database.ts'
import { PrismaClient } from './prisma/client.ts'

export type Client = PrismaClient

export function createClient(database: Database): Client {
  return new PrismaClient({
    adapter: prismaAdapter(database),
  })
}

/** Whether an id that came from outside can name a row at all; PostgreSQL would fail on others. */
export function isRowId(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
}
