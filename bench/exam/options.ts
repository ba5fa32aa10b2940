import { parseArgs } from 'node:util'
import { numberOption } from '../number-option.ts'

export const USAGE = `Usage: npm run bench:exam -- [options]

Virtual students sit an exam through the public door; in turn with them, bare connections commit single-row inserts in
the same PostgreSQL: the raw limit that the door is compared with. Clients run in a process of their own.

  --students N      virtual students, each with a connection of its own      64
  --seconds N       length of one round, at most 240                         15
  --rounds N        rounds of each kind, taken in turn                       3
  --warmup N        seconds of answering before the first round              3
  --url URL         a running system instead of an embedded one on a scratch folder
  --database URL    its PostgreSQL, for the raw limit; without it the limit is not measured
  --exam CODE       a published exam; by default one of up to 100 questions, made by the demo author
  --json            nothing but one JSON document at the end`

export type Options = {
  students: number
  seconds: number
  rounds: number
  warmup: number
  url: string | undefined
  database: string | undefined
  exam: string | undefined
  json: boolean
  help: boolean
}

/** @throws Error with one line that says which option is wrong */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      students: { type: 'string', default: '64' },
      seconds: { type: 'string', default: '15' },
      rounds: { type: 'string', default: '3' },
      warmup: { type: 'string', default: '3' },
      url: { type: 'string' },
      database: { type: 'string' },
      exam: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  return {
    students: numberOption('--students', values.students, { least: 1, most: 2_000 }),
    // A round must end before the access tokens of ten minutes do.
    seconds: numberOption('--seconds', values.seconds, { least: 1, most: 240 }),
    rounds: numberOption('--rounds', values.rounds, { least: 1, most: 50 }),
    warmup: numberOption('--warmup', values.warmup, { least: 0, most: 240 }),
    url: values.url,
    database: values.database,
    exam: values.exam,
    json: values.json,
    help: values.help,
  }
}
