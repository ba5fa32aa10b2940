import type { Answered, Committed, Verified } from './messages.ts'

export type BenchResult = {
  machine: { processors: number; node: string; postgres: string | null; fsync: string | null }
  students: number
  exam: { examCode: string; questions: number }
  rounds: { answers: Answered; commits: Committed | null }[]
  /** Medians over the rounds; latencies in milliseconds. */
  median: {
    answersPerSecond: number
    p50: number
    p95: number
    p99: number
    commitsPerSecond: number | null
    /** answersPerSecond / commitsPerSecond. */
    ratio: number | null
  }
  errors: number
  verified: Verified
}

/** The result as a person reads it; on standard output. */
export function showResult({ machine, students, exam, rounds, median, errors, verified }: BenchResult): void {
  const lines = [
    `${students} virtual students, exam ${exam.examCode} with ${exam.questions} questions, Node ${machine.node}, ${machine.processors} processors`,
    machine.postgres
      ? `PostgreSQL ${machine.postgres}, fsync ${machine.fsync}`
      : 'PostgreSQL: not measured (--database)',
    '',
    'round   answers/s     p50 ms    p95 ms    p99 ms    max ms    errors   raw commits/s   ratio',
    ...rounds.map(({ answers, commits }, place) =>
      [
        String(place + 1).padEnd(5),
        rate(answers.perSecond).padStart(12),
        ...[answers.latency.p50, answers.latency.p95, answers.latency.p99, answers.latency.max].map((value) =>
          value.toFixed(1).padStart(10),
        ),
        String(answers.errors).padStart(10),
        (commits ? `${rate(commits.perSecond)} (${commits.connections})` : '-').padStart(16),
        (commits ? (answers.perSecond / commits.perSecond).toFixed(2) : '-').padStart(8),
      ].join(''),
    ),
    '',
    `median  ${rate(median.answersPerSecond)} answers acknowledged per second, p50 ${median.p50.toFixed(1)} ms, p95 ${median.p95.toFixed(1)} ms, p99 ${median.p99.toFixed(1)} ms, ${errors} errors`,
    ...(median.ratio === null || median.commitsPerSecond === null
      ? []
      : [
          `        ${median.ratio.toFixed(2)} of the ${rate(median.commitsPerSecond)} single-row inserts that bare connections commit per second`,
        ]),
    verified.missing.length === 0
      ? `        all ${rate(verified.acknowledged)} acknowledged answers are in their ${verified.sessions} sessions (${rate(verified.compared)} standing answers compared)`
      : `        ${verified.missing.length} acknowledged answers are NOT where they should be:`,
    ...verified.missing.slice(0, 10).map((line) => `        ${line}`),
    ...Object.entries(kindsOf(rounds)).map(([kind, count]) => `        ${count} × ${kind}`),
  ]
  console.log(lines.join('\n'))
}

function kindsOf(rounds: BenchResult['rounds']): Record<string, number> {
  const kinds: Record<string, number> = {}
  for (const { answers } of rounds) {
    for (const [kind, count] of Object.entries(answers.errorKinds)) kinds[kind] = (kinds[kind] ?? 0) + count
  }
  return kinds
}

function rate(value: number): string {
  return Math.round(value).toLocaleString('en')
}
