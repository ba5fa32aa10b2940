import type { ScoreReport } from '../domain/score-report.ts'
import { type Client, isRowId } from './client.ts'

export type ReportRow = { sessionId: string; scoredAt: Date; report: ScoreReport }

export async function findReports(
  client: Client,
  sessionIds: readonly string[],
): Promise<Map<string, ReportRow>> {
  const rows = await client.scoreReport.findMany({ where: { sessionId: { in: sessionIds.filter(isRowId) } } })
  return new Map(
    rows.map(({ sessionId, scoredAt, content }) => [
      sessionId,
      { sessionId, scoredAt, report: content as ScoreReport },
    ]),
  )
}
