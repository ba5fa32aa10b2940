import { parseArgs } from 'node:util'
import { numberOption } from '../number-option.ts'
import { BODY_NAMES, type BodyName } from './bodies.ts'
import { CONTESTANT_NAMES, type ContestantName } from './contestants.ts'

export const USAGE = `Usage: npm run bench:gateway -- [options]

Ours beside other gateways, in front of the same four subgraphs: the gateways in turn, each on a core of its own, the
subgraphs and the load on the other. Ours has its whole door on: access tokens verified, limits, logs, metrics.

  --rounds N          rounds, taken in turn; medians are shown           3
  --seconds N         length of one measurement                          3
  --connections N     clients, each with a connection of its own         50
  --delay N           the second table's delay in the subgraphs, in ms   4
  --no-delay          without the second table
  --only A,B          of ${BODY_NAMES.join(', ')}
  --gateways A,B      of ${CONTESTANT_NAMES.join(', ')}
  --profile           no comparison: where ours spends its time, by body
  --json              nothing but one JSON document at the end`

export type Options = {
  rounds: number
  seconds: number
  connections: number
  delayMs: number | undefined
  bodies: BodyName[]
  gateways: ContestantName[]
  profile: boolean
  json: boolean
  help: boolean
}

/** @throws Error with one line that says which option is wrong */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '50' },
      delay: { type: 'string', default: '4' },
      'no-delay': { type: 'boolean', default: false },
      only: { type: 'string', default: BODY_NAMES.join(',') },
      gateways: { type: 'string', default: CONTESTANT_NAMES.join(',') },
      profile: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  return {
    rounds: numberOption('--rounds', values.rounds, { least: 1, most: 50 }),
    seconds: numberOption('--seconds', values.seconds, { least: 0.5, most: 120, whole: false }),
    connections: numberOption('--connections', values.connections, { least: 1, most: 1_000 }),
    delayMs: values['no-delay']
      ? undefined
      : numberOption('--delay', values.delay, { least: 1, most: 1_000, whole: false }),
    bodies: chosen('--only', values.only, BODY_NAMES),
    gateways: chosen('--gateways', values.gateways, CONTESTANT_NAMES),
    profile: values.profile,
    json: values.json,
    help: values.help,
  }
}

/** In their own order, whatever order they were named in. */
function chosen<Name extends string>(option: string, value: string, names: readonly Name[]): Name[] {
  const wanted = value.split(',').map((name) => name.trim())
  const unknown = wanted.find((name) => !(names as readonly string[]).includes(name))
  if (unknown !== undefined) throw new Error(`${option} knows ${names.join(', ')}, not ${unknown}`)
  return names.filter((name) => wanted.includes(name))
}
