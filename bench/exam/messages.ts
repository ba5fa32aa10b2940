/** What the bench asks of its client process, and what that answers. Times are in milliseconds unless they say seconds. */
export type Request =
  | { type: 'prepare'; url: string; students: number; exam: string | undefined }
  | { type: 'answer'; seconds: number }
  | { type: 'commit'; databaseUrl: string; connections: number; seconds: number }
  | { type: 'verify' }

export type Latency = { p50: number; p95: number; p99: number; max: number }

export type Answered = {
  /** Answers that the server acknowledged. */
  acknowledged: number
  seconds: number
  perSecond: number
  latency: Latency
  errors: number
  /** The first error of each kind, with how often it came. */
  errorKinds: Record<string, number>
  /** Sessions that were finished and followed by a new one. */
  finished: number
}
export type Committed = {
  committed: number
  seconds: number
  perSecond: number
  latency: Latency
  /** How many there were: the wanted number, or as many as the server had left. */
  connections: number
}
export type Verified = {
  sessions: number
  acknowledged: number
  /** Standing answers that were compared with what was sent. */
  compared: number
  /** One line for each answer that is not where it was acknowledged to be. */
  missing: string[]
}

export type Answers = {
  prepare: { examCode: string; questions: number }
  answer: Answered
  commit: Committed
  verify: Verified
}

export type Reply =
  | { type: 'tick'; done: number; of: number; what: string }
  | { type: 'done'; result: Answers[keyof Answers] }
  | { type: 'failed'; message: string }

/** The latency below which a share of all measurements lies; nearest rank. Sorts the array in place. */
export function latencyOf(measured: number[]): Latency {
  measured.sort((a, b) => a - b)
  const at = (share: number) => measured[Math.max(0, Math.ceil(share * measured.length) - 1)] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
