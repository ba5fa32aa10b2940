import { isUuid } from '../../../kit/uuid.ts'
import type { ScoreReport } from '../domain/score-report.ts'
import type { Client } from './client.ts'

export type ReportRow = { sessionId: string; scoredAt: Date; report: ScoreReport }

export async function findReports(
  client: Client,
  sessionIds: readonly string[],
): Promise<Map<string, ReportRow>> {
  const rows = await client.scoreReport.findMany({ where: { sessionId: { in: sessionIds.filter(isUuid) } } })
  return new Map(
    rows.map(({ sessionId, scoredAt, content }) => [
      sessionId,
      { sessionId, scoredAt, report: content as ScoreReport },
    ]),
  )
}
