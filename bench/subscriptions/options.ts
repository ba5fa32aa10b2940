import { parseArgs } from 'node:util'

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
    subscribers: whole('--subscribers', values.subscribers, 1, 200_000),
    rounds: whole('--rounds', values.rounds, 1, 50),
    seconds: whole('--seconds', values.seconds, 1, 240),
    fanouts: whole('--fanouts', values.fanouts, 1, 1_000),
    only: values.only.map((name) => {
      const known = CONTESTANTS.find((one) => one === name)
      if (!known) throw new Error(`--only must be one of ${CONTESTANTS.join(', ')}, not "${name}".`)
      return known
    }),
    json: values.json,
    help: values.help,
  }
}

function whole(name: string, value: string, minimum: number, maximum: number): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < minimum || number > maximum) {
    throw new Error(`${name} must be a whole number from ${minimum} to ${maximum}, not "${value}".`)
  }
  return number
}
