import type { Content, Locale, NotificationKind } from './content.ts'

/** A notification in words. `link` is a path within the app. */
export type Rendered = { title: string; body: string; link: string | null }

type DataOf<Kind extends NotificationKind> = Extract<Content, { kind: Kind }>['data']
type Template<Kind extends NotificationKind> = {
  link: (data: DataOf<Kind>) => string | null
} & Record<Locale, (data: DataOf<Kind>) => Omit<Rendered, 'link'>>

const templates: { [Kind in NotificationKind]: Template<Kind> } = {
  WELCOME: {
    link: () => '/exams',
    id: ({ name }) => ({
      title: `Selamat datang, ${name}!`,
      body: 'Akunmu sudah siap. Mulailah dengan latihan singkat untuk mengenal cara kerjanya.',
    }),
    en: ({ name }) => ({
      title: `Welcome, ${name}!`,
      body: 'Your account is ready. Begin with a short practice exam to see how it works.',
    }),
  },
  SCORE_REPORT_READY: {
    link: ({ sessionId }) => `/exam-sessions/${sessionId}/report`,
    id: ({ examTitle, score, points, maxPoints }) => ({
      title: `Hasil ${examTitle.id} sudah keluar`,
      body: `Skor latihanmu ${score}: ${figure(points, 'id')} dari ${maxPoints} poin. Buka laporan untuk melihat pembahasannya.`,
    }),
    en: ({ examTitle, score, points, maxPoints }) => ({
      title: `Your result for ${examTitle.en} is ready`,
      body: `Your practice score is ${score}: ${figure(points, 'en')} of ${maxPoints} points. Open the report to review each question.`,
    }),
  },
  AGENT_RUN_FINISHED: {
    link: ({ runId }) => `/agent-runs/${runId}`,
    id: ({ status, requested, proposed }) =>
      ({
        SUCCEEDED: {
          title: 'Soal buatan agen siap diperiksa',
          body: `${proposed} dari ${requested} soal yang diminta menunggu pemeriksaanmu.`,
        },
        FAILED: {
          title: 'Agen berhenti karena kesalahan',
          body: `${proposed} dari ${requested} soal sempat dibuat sebelum berhenti.`,
        },
        CANCELLED: {
          title: 'Pembuatan soal dibatalkan',
          body: `${proposed} dari ${requested} soal sempat dibuat sebelum dibatalkan.`,
        },
      })[status],
    en: ({ status, requested, proposed }) =>
      ({
        SUCCEEDED: {
          title: "The agent's questions are ready for review",
          body: `${proposed} of the ${requested} questions asked for are waiting for you.`,
        },
        FAILED: {
          title: 'The agent stopped with an error',
          body: `${proposed} of the ${requested} questions asked for were written before it stopped.`,
        },
        CANCELLED: {
          title: 'The agent was cancelled',
          body: `${proposed} of the ${requested} questions asked for were written before it was cancelled.`,
        },
      })[status],
  },
}

/**
 * Puts a notification into words. This happens when it is read, not when it is written: who changes their language
 * sees everything in it, old notifications included, and a better wording reaches those already sent.
 */
export function render(content: Content, locale: Locale): Rendered {
  switch (content.kind) {
    case 'WELCOME':
      return fill(templates.WELCOME, content.data, locale)
    case 'SCORE_REPORT_READY':
      return fill(templates.SCORE_REPORT_READY, content.data, locale)
    case 'AGENT_RUN_FINISHED':
      return fill(templates.AGENT_RUN_FINISHED, content.data, locale)
  }
}

function fill<Kind extends NotificationKind>(
  template: Template<Kind>,
  data: DataOf<Kind>,
  locale: Locale,
): Rendered {
  return { ...template[locale](data), link: template.link(data) }
}

/** Points with at most two decimals, with the language's own decimal mark. */
function figure(value: number, locale: Locale): string {
  return value.toLocaleString(locale, { maximumFractionDigits: 2 })
}
