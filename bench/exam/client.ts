/**
 * The client process of the exam bench: holds the virtual students and the bare connections, so that their work never
 * takes the server's event loop. Driven by messages (see messages.ts), one at a time.
 */
import { examToSit } from './bench-exam.ts'
import { commitInserts } from './commit-inserts.ts'
import {
  type Answered,
  type Answers,
  type Reply,
  type Request,
  type Verified,
  latencyOf,
} from './messages.ts'
import { type VirtualStudent, createVirtualStudent } from './virtual-student.ts'

const REGISTERED_AT_ONCE = 4

const students: VirtualStudent[] = []
let examId = ''

process.on('message', (request: Request) => {
  perform(request).then(
    (result) => tell({ type: 'done', result }),
    (error: unknown) =>
      tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
})
process.once('disconnect', () => process.exit(0))

function perform(request: Request): Promise<Answers[keyof Answers]> {
  if (request.type === 'prepare') return prepare(request)
  if (request.type === 'answer') return answer(request.seconds)
  if (request.type === 'commit') return commitInserts(request)
  return verify()
}

async function prepare({ url, students: wanted, exam }: Extract<Request, { type: 'prepare' }>) {
  const run = Date.now().toString(36)
  await inTurns(wanted, REGISTERED_AT_ONCE, async (place) => {
    students.push(await createVirtualStudent(url, `bench-${run}-${place}@bench.simpul.example`))
    tell({ type: 'tick', done: students.length, of: wanted, what: 'students registered' })
  })
  const [first] = students
  if (!first) throw new Error('There are no students.')
  const found = await examToSit(url, first.door, exam)
  examId = found.id
  return { examCode: found.code, questions: found.questionCount }
}

async function answer(seconds: number): Promise<Answered> {
  const measured: number[] = []
  const errorKinds: Record<string, number> = {}
  let errors = 0
  let finished = 0
  const tally = {
    acknowledged: (milliseconds: number) => void measured.push(milliseconds),
    failed(error: unknown) {
      const kind = error instanceof Error ? error.message : String(error)
      errorKinds[kind] = (errorKinds[kind] ?? 0) + 1
      errors += 1
    },
    finished: () => void (finished += 1),
  }
  const began = performance.now()
  const ticking = setInterval(() => {
    const passed = Math.round((performance.now() - began) / 1000)
    tell({ type: 'tick', done: passed, of: seconds, what: `s, ${measured.length} answers acknowledged` })
  }, 1_000)
  try {
    const deadline = began + seconds * 1000
    await Promise.all(students.map((student) => student.answerUntil(examId, deadline, tally)))
  } finally {
    clearInterval(ticking)
  }
  const elapsed = (performance.now() - began) / 1000
  const acknowledged = measured.length
  const latency = latencyOf(measured)
  return {
    acknowledged,
    seconds: elapsed,
    perSecond: acknowledged / elapsed,
    latency,
    errors,
    errorKinds,
    finished,
  }
}

async function verify(): Promise<Verified> {
  const all: Verified = { sessions: 0, acknowledged: 0, compared: 0, missing: [] }
  let done = 0
  await inTurns(students.length, 8, async (place) => {
    const one = await (students[place] as VirtualStudent).verify()
    all.sessions += one.sessions
    all.acknowledged += one.acknowledged
    all.compared += one.compared
    all.missing.push(...one.missing)
    tell({ type: 'tick', done: (done += 1), of: students.length, what: 'students read back' })
  })
  return all
}

/** Runs the work for each place from 0 on, at most `atOnce` at a time. */
async function inTurns(count: number, atOnce: number, work: (place: number) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker))
}

function tell(reply: Reply): void {
  process.send?.(reply)
}
