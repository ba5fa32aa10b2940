import type { Exam, Item, Mastery, Notification, Progress, Report, Section } from './operations.ts'
import type { Paint } from './paint.ts'
import { asClock, asPlainText, lengthOf, padded, shortened, wrapped } from './text.ts'

/** How lines look; `plain` ones, for output that is no terminal, have no bars and no rules. */
export type Look = { paint: Paint; width: number; plain: boolean }

/** The columns of a table's line that are neither its label nor its bar. */
const AROUND_TABLES = 31

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** A bar of `width` cells, filled to an eighth of a cell; `share` from 0 to 1. */
export function bar(share: number, width: number, paint: Paint): string {
  const eighths = Math.round(Math.max(0, Math.min(1, share)) * width * 8)
  const full = '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '')
  return paint.gradient(full, width) + paint.faint('░'.repeat(width - full.length))
}

export function welcome(
  look: Look,
  about: { url: string; name: string; email: string; exam: Exam },
): string[] {
  const { paint, width } = look
  const { exam } = about
  const size = [
    plural(exam.sections.length, 'section'),
    plural(exam.questionCount, 'question'),
    `${exam.minutes} min`,
  ].join(' · ')
  return [
    '',
    ` ${paint.accent('◆')} ${paint.strong('Simpul')} ${paint.faint(shortened(`a student at the public door, ${about.url}`, width - 11))}`,
    '',
    `   ${paint.strong(about.name)} ${paint.faint(about.email)}`,
    `   ${paint.strong(shortened(exam.title, width - 4))}`,
    `   ${paint.faint(`${exam.code} · ${size}`)}`,
  ]
}

export function sectionHead({ paint, width, plain }: Look, section: Section, sectionCount: number): string[] {
  const head = `${section.code}  ${section.title}`
  const place = `${section.position} of ${sectionCount} · ${asClock(section.durationSeconds)}`
  if (plain) return [`section: ${head} (${place})`]
  const rule = '─'.repeat(Math.max(2, width - lengthOf(head) - lengthOf(place) - 6))
  return ['', ` ${paint.accent(shortened(head, width - 4))} ${paint.faint(`${rule} ${place}`)}`]
}

/** The question in at most two lines, after the text it is about in one. */
export function question({ paint, width }: Look, item: Item, showStimulus: boolean): string[] {
  const about =
    item.stimulus && showStimulus ? (item.stimulus.title ?? asPlainText(item.stimulus.text)) : null
  const [first = '', ...more] = wrapped(asPlainText(item.stem), width - 8, 2)
  return [
    '',
    ...(about ? [`      ${paint.faint(shortened(`Text: ${about}`, width - 8))}`] : []),
    ` ${paint.strong(String(item.number).padStart(3))}  ${first}`,
    ...more.map((line) => `      ${line}`),
  ]
}

export function chosen({ paint, width }: Look, words: string, seconds: number): string[] {
  const time = seconds >= 0.1 ? `  ${seconds.toFixed(1)} s` : ''
  return [
    `      ${paint.accent('›')} ${shortened(asPlainText(words), width - 10 - time.length)}${paint.faint(time)}`,
  ]
}

/** The live line: what the subscription said last, its bar eased to `share`, its clock `remaining` seconds. */
export function progressLine(
  { paint, width }: Look,
  progress: Progress,
  live: { share: number; remaining: number; spinner: string },
): string {
  const section = progress.currentSection?.code ?? 'done'
  const count = `${progress.answeredCount}/${progress.itemCount}`
  const clock = progress.status === 'FINISHED' ? '' : ` · ${asClock(live.remaining)}`
  const tail = ` ${count} answered · ${section}${clock} · event ${progress.sequence}`
  const short = ` ${count} · ${section}${clock}`
  const words = lengthOf(tail) + 24 <= width ? tail : short
  const cells = Math.max(4, Math.min(48, width - lengthOf(words) - 5))
  const line = ` ${live.spinner} ${bar(live.share, cells, paint)}`
  return `${paint.accent(line.slice(0, 3))}${line.slice(3)}${shortened(words, Math.max(0, width - cells - 4))}`
}

/** An event of the subscription as a line of its own, for output that is no terminal. */
export function progressEvent(progress: Progress): string {
  const section = progress.currentSection ? ` in ${progress.currentSection.code}` : ''
  const clock = progress.status === 'FINISHED' ? '' : `, ${asClock(progress.remainingSeconds)} left`
  return `progress: event ${progress.sequence} ${progress.kind}, ${progress.answeredCount} of ${progress.itemCount} answered${section}${clock}`
}

export function scoreReport(look: Look, report: Report): string[] {
  const { paint, width } = look
  const { practiceScore: total } = report
  const facts = [
    `${points(report.points)} of ${report.maxPoints} points`,
    `${report.answeredCount} answered`,
    `${report.correctCount} fully right`,
    ...(total.provisional ? ['question parameters provisional'] : []),
  ]
  return [
    ...heading(look, 'Score report'),
    `   ${paint.strong(`${total.score} ± ${total.standardError}`)}  ${paint.warn(shortened(total.label, width - 16))}`,
    ...wrapped(facts.join(' · '), width - 4, 2).map((line) => `   ${paint.faint(line)}`),
    '',
    ...report.sections.map((row) => {
      const { score, standardError } = row.practiceScore
      return scoreRow(look, row.code, row.title, row, `${score} ± ${standardError}`)
    }),
    '',
    ...report.skills.map((row) => scoreRow(look, '', row.name, row, '')),
  ]
}

export function mastery(look: Look, rows: readonly Mastery[]): string[] {
  const { paint } = look
  const label = labelWidth(look)
  return [
    ...heading(look, 'What the platform now believes, weakest skill first'),
    ...rows.map((row) => {
      const share = `${Math.round(row.probability * 100)}% ± ${Math.round(row.standardError * 100)}`
      const from = paint.faint(plural(row.evidenceCount, 'answer'))
      return `   ${padded(row.skill?.name ?? '?', label)}  ${measure(look, row.probability)}${share.padEnd(9)} ${from}`
    }),
  ]
}

export function notification(look: Look, { title, body, link }: Notification): string[] {
  const { paint, width } = look
  return [
    ...heading(look, 'Notification'),
    ` ${paint.accent('●')} ${paint.strong(shortened(title, width - 4))}`,
    ...wrapped(body, width - 5, 3).map((line) => `   ${line}`),
    ...(link ? [`   ${paint.faint(shortened(link, width - 5))}`] : []),
  ]
}

function heading({ paint, width, plain }: Look, title: string): string[] {
  if (plain) return [`${title}:`]
  const shown = shortened(title, width - 5)
  return ['', ` ${paint.accent(shown)} ${paint.faint('─'.repeat(width - lengthOf(shown) - 3))}`, '']
}

function scoreRow(
  look: Look,
  code: string,
  name: string,
  { points: reached, maxPoints }: { points: number; maxPoints: number },
  scale: string,
): string {
  const { paint } = look
  const label = labelWidth(look)
  const named = code ? `${code.padEnd(4)} ${name}` : name
  const share = maxPoints === 0 ? 0 : reached / maxPoints
  return `   ${padded(named, label)}  ${measure(look, share)}${`${points(reached)}/${maxPoints}`.padEnd(7)} ${paint.faint(scale)}`.trimEnd()
}

/** A bar of the width that the tables share, with the space after it. */
function measure(look: Look, share: number): string {
  if (look.plain) return ''
  const cells = Math.max(4, Math.min(20, look.width - AROUND_TABLES - labelWidth(look)))
  return `${bar(share, cells, look.paint)}  `
}

function labelWidth({ width }: Look): number {
  return Math.max(8, Math.min(40, Math.floor((width - AROUND_TABLES) * 0.65)))
}

function points(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
