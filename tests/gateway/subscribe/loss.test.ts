import { serveSubgraph } from '../../../kit/serve-subgraph.ts'
import { openDoor, silent, until } from '../support/door.ts'
import { type Followed, codesOf, follow } from '../support/follow.ts'
import { createMatches } from '../support/matches.ts'

const SCORES =
  'subscription ($after: Int) { live: scores(afterSequence: $after) { number: sequence player { name } } }'
const numbersOf = ({ events }: Followed) =>
  (events as { data: { live: { number: number } } }[]).map(({ data }) => data.live.number)
const upTo = (last: number, first = 1) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

/** Matches over HTTP, whose scores can go away and come back. */
async function openMatches(attempts = 20) {
  const matches = createMatches()
  const door = await openDoor(matches.parts, 'over HTTP', {
    reach: { http: { retry: { attempts, firstDelayMs: 20 } } },
  })
  const port = door.served[0]?.port as number
  const { subgraph } = matches.scores
  return {
    matches,
    door,
    stopScores: async () => void (await door.served[0]?.stop()),
    async startScores() {
      door.served[0] = await serveSubgraph({ subgraph, host: '127.0.0.1', port, log: silent })
    },
  }
}

test('a numbered subscription loses nothing with its subgraph, and repeats nothing', async () => {
  const { matches, door, stopScores, startScores } = await openMatches()
  try {
    const all = [follow(door.client(), SCORES, { after: 0 }), follow(door.client(), SCORES)]
    await until(() => matches.live.listeners === 2)
    const numbers = () => all.map((one) => numbersOf(one).at(-1))
    matches.score()
    await until(() => numbers().every((number) => number === 1))
    for (let times = 0; times < 3; times++) {
      for (let points = 0; points < 10; points++) matches.score()
      await stopScores()
      // What happens meanwhile only the log knows.
      for (let points = 0; points < 10; points++) matches.score()
      await startScores()
      await until(() => numbers().every((number) => number === matches.log.length))
    }
    expect(all.map(numbersOf)).toEqual([upTo(61), upTo(61)])
  } finally {
    await door.stop()
  }
})

test('one that has had no event yet begins as it did', async () => {
  const { matches, door, stopScores, startScores } = await openMatches()
  try {
    const live = follow(door.client(), SCORES)
    await until(() => matches.live.listeners === 1)
    await stopScores()
    await startScores()
    await until(() => matches.live.listeners === 1)
    matches.score()
    await until(() => live.events.length === 1)
    expect(matches.asked).toEqual([undefined, undefined])
  } finally {
    await door.stop()
  }
})

test('who comes while the subgraph is away waits with the others', async () => {
  const { matches, door, stopScores, startScores } = await openMatches()
  try {
    const first = follow(door.client(), SCORES, { after: 0 })
    await until(() => matches.live.listeners === 1)
    matches.score()
    await until(() => first.events.length === 1)
    await stopScores()
    const second = follow(door.client(), SCORES, { after: 0 })
    await until(() => second.events.length === 1)
    await startScores()
    await until(() => matches.live.listeners === 1)
    matches.score()
    await until(() => first.events.length === 2 && second.events.length === 2)
    expect(numbersOf(first)).toEqual([1, 2])
    expect(numbersOf(second)).toEqual([1, 2])
  } finally {
    await door.stop()
  }
})

test('a subgraph that stays away ends it for all, and a client that comes back goes on where it was', async () => {
  const { matches, door, stopScores, startScores } = await openMatches(2)
  try {
    const all = [follow(door.client(), SCORES, { after: 0 }), follow(door.client(), SCORES, { after: 0 })]
    await until(() => matches.live.listeners === 1)
    matches.score()
    matches.score()
    await until(() => all.every(({ events }) => events.length === 2))
    await stopScores()
    await until(() => all.every(({ ended }) => ended !== undefined))
    expect(all.map(codesOf)).toEqual([['SUBSCRIPTION_LOST'], ['SUBSCRIPTION_LOST']])
    matches.score()
    await startScores()
    const again = follow(door.client(), SCORES, { after: 2 })
    await until(() => again.events.length === 1)
    expect(numbersOf(again)).toEqual([3])
  } finally {
    await door.stop()
  }
})

test('an event that is too large ends the subscription it belongs to, and no other', async () => {
  const { matches, door } = await openMatches()
  try {
    const large = follow(door.client(), 'subscription { plain { large } }')
    const other = follow(door.client(), SCORES, { after: 0 })
    await until(() => matches.plain.listeners === 1 && matches.live.listeners === 1)
    matches.score(1, { large: 'x'.repeat(10_000_000) })
    matches.score(2)
    await until(() => large.ended !== undefined && other.events.length === 2)
    expect(codesOf(large)).toEqual(['SUBREQUEST_TOO_LARGE'])
    expect(numbersOf(other)).toEqual([1, 2])
    expect(matches.asked).toEqual([0])
  } finally {
    await door.stop()
  }
})

test('events that come faster than they can be completed: numbered ones are asked for again, others end', async () => {
  const matches = createMatches()
  const door = await openDoor(matches.parts, 'over HTTP', { slow: { waiting: 5 } })
  try {
    const numbered = follow(door.client(), SCORES, { after: 0 })
    const plain = follow(door.client(), 'subscription { plain { points player { name } } }')
    await until(() => matches.live.listeners === 1 && matches.plain.listeners === 1)
    for (let points = 0; points < 500; points++) matches.score()
    await until(() => plain.ended !== undefined && numbered.events.length === 500)
    expect(codesOf(plain)).toEqual(['SUBSCRIPTION_LOST'])
    expect(numbersOf(numbered)).toEqual(upTo(500))
    expect(matches.opened.scores).toBeGreaterThan(1)
    matches.score()
    await until(() => numbered.events.length === 501)
  } finally {
    await door.stop()
  }
})

test('an event of several megabytes comes whole', async () => {
  const { matches, door } = await openMatches()
  try {
    const live = follow(door.client(), 'subscription { scores { large } }')
    await until(() => matches.live.listeners === 1)
    matches.score(1, { large: 'ü'.repeat(3_000_000) })
    await until(() => live.events.length === 1)
    expect(live.events).toEqual([{ data: { scores: { large: 'ü'.repeat(3_000_000) } } }])
  } finally {
    await door.stop()
  }
})
