/** A language that templates are written in. */
export type Locale = 'id' | 'en'

/**
 * What a notification says, before it is put into words: the kind, and the facts that its text is rendered from.
 * Rows written years ago are read through this, so a field is never taken away; new ones are optional.
 */
export type Content =
  | { kind: 'WELCOME'; data: { name: string } }
  | {
      kind: 'SCORE_REPORT_READY'
      data: {
        sessionId: string
        examTitle: Record<Locale, string>
        /** On the practice scale, 500 + 100 θ. */
        score: number
        points: number
        maxPoints: number
      }
    }
  | {
      kind: 'AGENT_RUN_FINISHED'
      data: {
        runId: string
        status: 'SUCCEEDED' | 'FAILED' | 'CANCELLED'
        requested: number
        proposed: number
      }
    }

export type NotificationKind = Content['kind']

export const NOTIFICATION_KINDS: readonly NotificationKind[] = [
  'WELCOME',
  'SCORE_REPORT_READY',
  'AGENT_RUN_FINISHED',
]
