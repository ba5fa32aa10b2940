/**
 * `npm run demo`: plays a student through the public door of a running system, as an app would: sign in, start the exam,
 * answer, finish, read the report. What a newcomer watches first.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { DemoError, connect } from './client.ts'
import { type LiveProgress, followProgress } from './live-progress.ts'
import { type Exam, type Mastery, NOTIFICATIONS, type Notification, type Sitting } from './operations.ts'
import { type Options, USAGE, commandFor, readOptions } from './options.ts'
import * as render from './render.ts'
import { type Screen, openScreen } from './screen.ts'
import { type Student, createStudent } from './student.ts'

/** How long a live event, the notification or the mastery may take to arrive before the demo goes on without it. */
const PATIENCE_MS = 10_000
const MASTERY_SHOWN = 5

const options = readOrExit()
if (options.help) {
  console.log(USAGE)
  process.exit(0)
}

const screen = openScreen(process.stdout, { silent: options.json })
const client = connect(options.url)
let progress: LiveProgress | undefined

// Whoever reads the output may leave before it ends, as `head` does.
process.stdout.on('error', () => process.exit(0))
process.once('SIGINT', () => {
  screen.close()
  if (!options.json) console.log(`\n ${farewell()}\n`)
  process.exit(130)
})

try {
  const played = await play(createStudent(client, options), screen)
  if (options.json) console.log(JSON.stringify(played, null, 2))
} catch (error) {
  screen.close()
  if (!(error instanceof DemoError)) throw error
  console.error(error.message)
  if (progress) console.error(farewell())
  process.exitCode = 1
} finally {
  screen.close()
  progress?.stop()
  await client.close()
}

async function play(student: Student, { print, look }: Screen) {
  const entrance = await student.enter()
  const { me, exam } = await student.home()
  print(render.welcome(look(), { url: options.url, name: me.name, email: me.email, exam }))
  if (entrance === 'registered') print(['   A new account: this student has never been here before.'])

  const notification = awaitNotification(me.notifications?.edges[0]?.node.sequence ?? 0)
  let sitting = await student.start(exam.id)
  const resumed = me.examSessions?.edges.some(({ node }) => node.id === sitting.id) ?? false
  if (resumed) {
    const { answeredCount, itemCount } = sitting
    print([
      '',
      `   Resumed: this exam was in progress, ${answeredCount} of ${itemCount} answered. The clock went on.`,
    ])
  }
  progress = followProgress(client, sitting.id, screen)
  if (!(await progress.until(() => true, PATIENCE_MS))) {
    throw new DemoError(`The subscription examSessionProgress was silent for ${PATIENCE_MS / 1000} s.`)
  }

  sitting = await sitSections(student, sitting)
  await progress.until(({ kind }) => kind === 'SCORED', PATIENCE_MS)
  // One more frame, so that the full bar is what remains to be seen.
  if (screen.live) await pause(600)
  screen.stay(null)

  const { report, startedAt, finishedAt } = await student.report(sitting.id)
  print(render.scoreReport(look(), report))
  const arrived = await Promise.race([notification, pause(PATIENCE_MS, null, { ref: false })])
  if (arrived) print(render.notification(look(), arrived))
  else
    print([
      '',
      `   No notification arrived within ${PATIENCE_MS / 1000} s: this student may have turned them off.`,
    ])
  const mastery = await masteryAfter(student, exam, finishedAt)
  if (mastery.length > 0) print(render.mastery(look(), mastery.slice(0, MASTERY_SHOWN)))
  print(['', ` ${look().paint.faint(`Again: ${commandFor(options)}`)}`, ''])
  return {
    sessionId: sitting.id,
    resumed,
    startedAt,
    finishedAt,
    report,
    notification: arrived,
    mastery,
    events: progress.events,
  }
}

/** Answers what is still open, section after section, and ends the exam after the last. */
async function sitSections(student: Student, start: Sitting): Promise<Sitting> {
  let sitting = start
  let clientSequence = sitting.lastClientSequence
  let headed: string | undefined
  while (sitting.currentSection) {
    const section = sitting.currentSection
    if (headed !== section.id)
      screen.print(render.sectionHead(screen.look(), section, sitting.sections.length))
    headed = section.id
    let stimulusShown: string | undefined
    let closed = false
    for (const item of section.items) {
      if (item.response) continue
      screen.print(render.question(screen.look(), item, item.stimulus?.id !== stimulusShown))
      stimulusShown = item.stimulus?.id
      const { response, words, pauseMs } = student.think(item, sitting)
      await pause(pauseMs)
      const counted = { clientSequence: (clientSequence += 1), timeSpentMs: Math.round(pauseMs) }
      closed = !(await student.answer(sitting.id, item, response, counted))
      if (closed) break
      screen.print(render.chosen(screen.look(), words, pauseMs / 1000))
    }
    if (closed) {
      screen.print(['', '   The time of this section ran out: what had been answered counts.'])
      sitting = await student.sitting(sitting.id)
    } else if (section.position === sitting.sections.length) {
      await student.finish(sitting.id)
      return sitting
    } else {
      sitting = await student.moveOn(sitting.id, section.id)
    }
  }
  return sitting
}

/** The word that the score is ready, as it arrives live; null when the subscription ends without it. */
function awaitNotification(after: number): Promise<Notification | null> {
  return new Promise((resolve) => {
    const stop = client.listen<{ notificationReceived: Notification }>(
      NOTIFICATIONS,
      { after },
      {
        event({ notificationReceived: notification }) {
          if (notification.kind !== 'SCORE_REPORT_READY') return
          stop()
          resolve(notification)
        },
        end: () => resolve(null),
      },
    )
  })
}

/** Analytics hears of the score a moment after assessment has stored it. */
async function masteryAfter(student: Student, exam: Exam, finishedAt: string | null): Promise<Mastery[]> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const mastery = await student.mastery(exam)
    const counted = mastery.some(({ updatedAt }) => finishedAt !== null && updatedAt >= finishedAt)
    if (counted || performance.now() > deadline) return mastery
    await pause(200)
  }
}

function farewell(): string {
  const last = progress?.events.at(-1)
  if (!last || last.status === 'FINISHED') return 'Stopped.'
  return `Stopped at ${last.answeredCount} of ${last.itemCount}. The session stays open and its clock goes on. To continue:\n   ${commandFor(options)}`
}

function readOrExit(): Options {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\nSee: npm run demo -- --help`)
    process.exit(1)
  }
}
