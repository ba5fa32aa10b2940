import { parseArgs } from 'node:util'
import { numberOption } from '../number-option.ts'

export const USAGE = `Usage: npm run bench:subscriptions -- [options]

Many subscribers in one process: ours, the stock server of graphql-ws, and bare sockets of ws, in turn. The server has a
core of its own where that can be had; the clients, which do no more than count, have another.

  --subscribers N   live subscribers, each with a socket of its own            10000
  --rounds N        rounds, each with new processes; medians are shown         3
  --seconds N       how long 1,000 events a second are sent, for the lag       5
  --fanouts N       events to everybody in each round                          10
  --only NAME       one of ours, ours-apart, graphql-ws, bare; may be repeated
  --json            nothing but one JSON document at the end`

export const CONTESTANTS = ['bare', 'graphql-ws', 'ours', 'ours-apart'] as const
export type Contestant = (typeof CONTESTANTS)[number]

export type Options = {
  subscribers: number
  rounds: number
  seconds: number
  fanouts: number
  only: readonly Contestant[]
  json: boolean
  help: boolean
}

/** @throws Error with one line that says which option is wrong */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      subscribers: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '5' },
      fanouts: { type: 'string', default: '10' },
      only: { type: 'string', multiple: true, default: [...CONTESTANTS] },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  return {
    subscribers: numberOption('--subscribers', values.subscribers, { least: 1, most: 200_000 }),
    rounds: numberOption('--rounds', values.rounds, { least: 1, most: 50 }),
    seconds: numberOption('--seconds', values.seconds, { least: 1, most: 240 }),
    fanouts: numberOption('--fanouts', values.fanouts, { least: 1, most: 1_000 }),
    only: values.only.map((name) => {
      const known = CONTESTANTS.find((one) => one === name)
      if (!known) throw new Error(`--only must be one of ${CONTESTANTS.join(', ')}, not "${name}".`)
      return known
    }),
    json: values.json,
    help: values.help,
  }
}
