import type { Content } from '../../../subgraphs/notification/domain/content.ts'
import { render } from '../../../subgraphs/notification/domain/render.ts'

const run = (status: 'SUCCEEDED' | 'FAILED' | 'CANCELLED'): Content => ({
  kind: 'AGENT_RUN_FINISHED',
  data: { runId: 'r', status, requested: 10, proposed: 7 },
})

test.each([
  [
    run('SUCCEEDED'),
    'id',
    'Soal buatan agen siap diperiksa',
    '7 dari 10 soal yang diminta menunggu pemeriksaanmu.',
  ],
  [run('FAILED'), 'id', 'Agen berhenti karena kesalahan', '7 dari 10 soal sempat dibuat sebelum berhenti.'],
  [run('CANCELLED'), 'id', 'Pembuatan soal dibatalkan', '7 dari 10 soal sempat dibuat sebelum dibatalkan.'],
  [
    run('SUCCEEDED'),
    'en',
    "The agent's questions are ready for review",
    '7 of the 10 questions asked for are waiting for you.',
  ],
  [
    run('FAILED'),
    'en',
    'The agent stopped with an error',
    '7 of the 10 questions asked for were written before it stopped.',
  ],
  [
    run('CANCELLED'),
    'en',
    'The agent was cancelled',
    '7 of the 10 questions asked for were written before it was cancelled.',
  ],
] as const)('%j in %s', (content, locale, title, body) => {
  expect(render(content, locale)).toEqual({ title, body, link: '/agent-runs/r' })
})

test('points have the decimal mark of the language and at most two decimals', () => {
  const content: Content = {
    kind: 'SCORE_REPORT_READY',
    data: {
      sessionId: 's',
      examTitle: { id: 'Ujian', en: 'Exam' },
      score: 512,
      points: 7 + 2 / 3,
      maxPoints: 12,
    },
  }
  expect(render(content, 'id').body).toContain('7,67 dari 12 poin')
  expect(render(content, 'en').body).toContain('7.67 of 12 points')
})
