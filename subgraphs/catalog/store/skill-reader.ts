import { isUuid } from '../../../kit/uuid.ts'
import { isStorable } from '../../../kit/storable.ts'
import type { ExamFamily } from '../domain/question.ts'
import type { PrismaClient, Skill } from './prisma/client.ts'

export type { Skill }

const inOrder = { position: 'asc' } as const

export function skillReader(prisma: PrismaClient) {
  return {
    skills: (exam: ExamFamily | null): Promise<Skill[]> =>
      prisma.skill.findMany({ where: exam ? { exam } : {}, orderBy: inOrder }),
    skillsByIds: (ids: readonly string[]): Promise<Skill[]> =>
      prisma.skill.findMany({ where: { id: { in: ids.filter(isUuid) } } }),
    skillsByCodes: (codes: readonly string[]): Promise<Skill[]> =>
      prisma.skill.findMany({ where: { code: { in: codes.filter(isStorable) } } }),
    skillsBelow: (parentIds: readonly string[]): Promise<Skill[]> =>
      prisma.skill.findMany({ where: { parentId: { in: [...parentIds] } }, orderBy: inOrder }),
  }
}
