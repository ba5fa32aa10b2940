import { setTimeout as delay } from 'node:timers/promises'
import { eventually } from '../../jest/eventually.ts'
import { WebSocket } from 'ws'
import { type Door, TOPOLOGIES, openDoor, until } from '../support/door.ts'
import { type Followed, follow } from '../support/follow.ts'
import { type Matches, createMatches } from '../support/matches.ts'

const SCORES = 'subscription ($after: Int) { scores(afterSequence: $after) { sequence player { name } } }'
const numbersOf = ({ events }: Followed) =>
  (events as { data: { scores: { sequence: number } } }[]).map(({ data }) => data.scores.sequence)
const upTo = (last: number, first = 1) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

describe.each(TOPOLOGIES)('identical subscriptions, subgraphs %s', (topology) => {
  let matches: Matches
  let door: Door

  beforeEach(async () => {
    matches = createMatches()
    door = await openDoor(matches.parts, topology, { load: { lagMs: 10_000 } })
  })
  afterEach(() => door.stop())

  test('that begin together are one at the subgraph, and each event is completed once', async () => {
    const all = Array.from({ length: 20 }, () => follow(door.client(), SCORES))
    await until(() => matches.live.listeners > 0)
    // As many as the gateway knows of: the last one has come.
    await until(() => matches.opened.scores === 1)
    await allSubscribed(door, 20)
    for (let points = 0; points < 5; points++) matches.score()
    await until(() => all.every(({ events }) => events.length === 5))
    for (const one of all) {
      expect(one.events).toEqual(
        upTo(5).map((sequence) => ({ data: { scores: { sequence, player: { name: 'Player p1' } } } })),
      )
    }
    expect(matches.opened.scores).toBe(1)
    expect(matches.players.requests).toHaveLength(5)
    for (const one of all) one.leave()
    await until(() => matches.live.listeners === 0)
  })

  test('who joins late with a number misses nothing of 1,000 events, and takes nothing from others', async () => {
    const first = follow(door.client(), SCORES, { after: 0 })
    await until(() => matches.live.listeners === 1)
    const joined: { after: number; live: Followed }[] = []
    for (let number = 1; number <= 1_000; number++) {
      matches.score()
      if (number % 100 !== 50) continue
      const after = number - 30
      joined.push({ after, live: follow(door.client(), SCORES, { after }) })
      await delay(1)
    }
    await until(
      () =>
        first.events.length >= 1_000 &&
        joined.every(({ after, live }) => live.ended !== undefined || live.events.length >= 1_000 - after),
      25_000,
    )
    expect(joined.map(({ live }) => live.ended)).toEqual(joined.map(() => undefined))
    expect(numbersOf(first)).toEqual(upTo(1_000))
    for (const { after, live } of joined) expect(numbersOf(live)).toEqual(upTo(1_000, after + 1))
    expect(matches.live.listeners).toBe(1)
  })

  test('who has less than is still known is served by the subgraph, and then goes with the others', async () => {
    for (let number = 1; number <= 10; number++) matches.score()
    const late = follow(door.client(), SCORES, { after: 8 })
    await until(() => late.events.length === 2)
    const early = follow(door.client(), SCORES, { after: 3 })
    await until(() => early.events.length === 7)
    expect(matches.asked).toEqual([8, 3])
    await until(() => matches.live.listeners === 1)
    matches.score()
    await until(() => numbersOf(late).at(-1) === 11 && numbersOf(early).at(-1) === 11)
    expect(numbersOf(late)).toEqual([9, 10, 11])
    expect(numbersOf(early)).toEqual(upTo(11, 4))
    expect(matches.opened.scores).toBe(2)
  })

  test('who comes without a number gets the present state, and then goes with the others', async () => {
    matches.score()
    matches.score()
    const first = follow(door.client(), SCORES)
    await until(() => first.events.length === 1)
    const second = follow(door.client(), SCORES)
    await until(() => second.events.length === 1)
    await until(() => matches.live.listeners === 1)
    matches.score()
    await until(() => first.events.length === 2 && second.events.length === 2)
    expect(numbersOf(first)).toEqual([2, 3])
    expect(numbersOf(second)).toEqual([2, 3])
    expect(matches.opened.scores).toBe(2)
  })

  test('tagged "broadcast", are one whenever they come', async () => {
    const query = 'subscription { announcements { points } }'
    const first = follow(door.client(), query)
    await until(() => matches.live.listeners === 1)
    matches.score(7)
    await until(() => first.events.length === 1)
    const second = follow(door.client(), query)
    await allSubscribed(door, 2)
    matches.score(8)
    await until(() => first.events.length === 2 && second.events.length === 1)
    expect(second.events).toEqual([{ data: { announcements: { points: 8 } } }])
    expect(matches.opened.announcements).toBe(1)
    first.leave()
    await allSubscribed(door, 1)
    matches.score(9)
    await until(() => second.events.length === 2)
    second.leave()
    await until(() => matches.live.listeners === 0)
  })

  test('of a field that promises nothing are never one', async () => {
    const all = Array.from({ length: 3 }, () => follow(door.client(), 'subscription { plain { points } }'))
    await until(() => matches.plain.listeners === 3)
    matches.score(4)
    await until(() => all.every(({ events }) => events.length === 1))
    expect(matches.opened.plain).toBe(3)
  })

  test('are identical only with the same document, operation, variables and conditions', async () => {
    const query = (more: string) =>
      `subscription A($match: ID, $with: Boolean = true) { scores(match: $match) { sequence points @include(if: $with) ${more} } }`
    const all = [
      follow(door.client(), query('')),
      follow(door.client(), query('')),
      follow(door.client(), query(''), { match: '1' }),
      follow(door.client(), query(''), { with: false }),
      follow(door.client(), query('__typename')),
      follow(door.client(), query('').replace('A', 'B')),
    ]
    await until(() => matches.live.listeners === 5)
    await allSubscribed(door, 6)
    matches.score(4)
    await until(() => all.every(({ events }) => events.length === 1))
    expect(all.map(({ events }) => (events[0] as { data: { scores: unknown } }).data.scores)).toEqual([
      { sequence: 1, points: 4 },
      { sequence: 1, points: 4 },
      { sequence: 1, points: 4 },
      { sequence: 1 },
      { sequence: 1, points: 4, __typename: 'Score' },
      { sequence: 1, points: 4 },
    ])
  })

  test('never give one caller what was made for another', async () => {
    const query = 'subscription { announcements { player { asked } } }'
    const callers = [
      { authorization: 'Bearer one' },
      { authorization: 'Bearer two' },
      { authorization: 'Bearer one', 'accept-language': 'id' },
      { 'accept-language': 'en' },
      {},
    ]
    const all = callers.flatMap((caller) => [0, 1].map(() => follow(door.client(caller), query)))
    await allSubscribed(door, all.length)
    expect(matches.opened.announcements).toBe(callers.length)
    matches.score()
    await until(() => all.every(({ events }) => events.length === 1))
    const asked = all.map(
      ({ events }) =>
        (events[0] as { data: { announcements: { player: { asked: string } } } }).data.announcements.player
          .asked,
    )
    // A subgraph over HTTP is told of `authorization` for HTTP alone; what hydrates an event goes over HTTP.
    expect(asked).toEqual(
      ['Bearer one', 'Bearer two', 'Bearer one', 'en', null].flatMap((value) => [value, value]),
    )
  })

  test("an event that has no number stands in nobody's way", async () => {
    const query = 'subscription ($after: Int) { scores(afterSequence: $after) { sequence fails } }'
    const first = follow(door.client(), query, { after: 0 })
    await until(() => matches.live.listeners === 1)
    matches.score(1)
    matches.score(-1)
    matches.score(3)
    await until(() => first.events.length === 3)
    expect(first.events).toEqual([
      { data: { scores: { sequence: 1, fails: 1 } } },
      { data: { scores: null }, errors: [expect.objectContaining({ path: ['scores', 'fails'] })] },
      { data: { scores: { sequence: 3, fails: 3 } } },
    ])
    // What failed may not do so again: it is asked for, not taken for seen.
    const second = follow(door.client(), query, { after: 1 })
    await until(() => second.events.length === 2)
    expect(matches.asked).toEqual([0, 1])
  })
})

test('who does not read is dropped with a code, and nobody who shares its stream waits', async () => {
  const matches = createMatches()
  const door = await openDoor(matches.parts, 'in process', { slow: { waiting: 20, patienceMs: 100 } })
  const socket = new WebSocket(door.url.replace('http', 'ws'), 'graphql-transport-ws')
  try {
    const query = 'subscription { announcements { sequence large } }'
    const others = Array.from({ length: 3 }, () => follow(door.client(), query))
    let code: number | undefined
    socket.on('close', (given) => (code = given))
    await new Promise((resolve) => socket.once('open', resolve))
    socket.send(JSON.stringify({ type: 'connection_init' }))
    await new Promise((resolve) => socket.once('message', resolve))
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }))
    await allSubscribed(door, 4)
    socket.pause()
    for (let number = 1; number <= 600; number++) {
      matches.score(number, { large: 'x'.repeat(30_000) })
      if (number % 10 === 0) await until(() => others.every(({ events }) => events.length === number))
    }
    await allSubscribed(door, 3)
    socket.resume()
    await until(() => code !== undefined)
    expect(code).toBe(1013)
    expect(matches.opened.announcements).toBe(1)
    for (const { events } of others) {
      const numbers = (events as { data: { announcements: { sequence: number } } }[]).map(
        ({ data }) => data.announcements.sequence,
      )
      expect(numbers).toEqual(upTo(600))
    }
  } finally {
    socket.terminate()
    await door.stop()
  }
})

/** Waits until the gateway counts so many live subscriptions. */
async function allSubscribed(door: Door, count: number): Promise<void> {
  await eventually(async () => {
    const metrics = await (await fetch(`${door.origin}/metrics`)).text()
    expect(metrics).toContain(`\ngateway_subscriptions ${count}\n`)
  })
}
