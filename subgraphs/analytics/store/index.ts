import { type Database, prismaAdapter } from '../../../kit/database.ts'
import { isStorable } from '../../../kit/storable.ts'
import type { ItemSums } from '../domain/item-statistics.ts'
import type { Evidence } from '../domain/mastery.ts'
import { PrismaClient } from './prisma/client.ts'
import { type SessionEffects, recordSession } from './record-session.ts'
import { skillGroups } from './skill-groups.ts'

/** The sums of a version of a question, with how often each of its options was chosen. */
export type ItemRecord = ItemSums & { updatedAt: Date; choices: { optionId: string; count: number }[] }

/** All that analytics keeps. The caller keeps the database and closes it after `close`. */
export function createStore(database: Database) {
  const prisma = new PrismaClient({
    adapter: prismaAdapter(database),
  })
  return {
    recordSession: (eventId: string, effects: SessionEffects) => recordSession(database, eventId, effects),

    /** All evidence on each of the students. */
    async evidenceOf(userIds: readonly string[]): Promise<Map<string, Evidence[]>> {
      const rows = await prisma.skillMastery.findMany({
        where: { userId: { in: userIds.filter(isStorable) } },
      })
      return Map.groupBy(rows, (row) => row.userId)
    },

    /** The version of each of the questions that was administered last; questions without one are left out. */
    async itemsOf(questionIds: readonly string[]): Promise<Map<string, ItemRecord>> {
      const rows = await prisma.itemStatistics.findMany({
        where: { questionId: { in: questionIds.filter(isStorable) } },
        orderBy: [{ updatedAt: 'asc' }, { questionVersionId: 'asc' }],
        include: { choices: true },
      })
      return new Map(rows.map((row) => [row.questionId, row]))
    },

    skillGroups: (now: Date, filter: Parameters<typeof skillGroups>[2]) => skillGroups(database, now, filter),

    close: () => prisma.$disconnect(),
  }
}

export type Store = ReturnType<typeof createStore>
