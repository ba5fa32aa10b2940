import { z } from 'zod'
import type { Content, Locale } from '../domain/content.ts'
import { Prisma } from './prisma/client.ts'

/** A notification as it was written, with the language that its recipient reads at present. */
export type NotificationRow = {
  id: string
  userId: string
  sequence: number
  content: Content
  createdAt: Date
  readAt: Date | null
  locale: Locale
}

/** The columns of a notification `n` and its recipient `r`, as `readRow` takes them. */
export const COLUMNS = Prisma.sql`
  n.id, n.user_id AS "userId", n.sequence, n.kind::text AS kind, n.data, n.created_at AS "createdAt",
  n.read_at AS "readAt", r.locale::text AS locale`

export type RawRow = Omit<NotificationRow, 'content'> & { kind: string; data: unknown }

export function readRow({ kind, data, ...row }: RawRow): NotificationRow {
  return { ...row, content: content.parse({ kind, data }) }
}

const bilingual = z.object({ id: z.string(), en: z.string() })

const content: z.ZodType<Content> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('WELCOME'), data: z.object({ name: z.string() }) }),
  z.object({
    kind: z.literal('SCORE_REPORT_READY'),
    data: z.object({
      sessionId: z.string(),
      examTitle: bilingual,
      score: z.number(),
      points: z.number(),
      maxPoints: z.number(),
    }),
  }),
  z.object({
    kind: z.literal('AGENT_RUN_FINISHED'),
    data: z.object({
      runId: z.string(),
      status: z.enum(['SUCCEEDED', 'FAILED', 'CANCELLED']),
      requested: z.number(),
      proposed: z.number(),
    }),
  }),
])
