import { serveSubgraph } from '../../../kit/serve-subgraph.ts'
import { type Part, compose } from '../support/bookshop.ts'
import { type Door, TOPOLOGIES, openDoor, silent, until } from '../support/door.ts'
import { type Followed, codesOf, follow } from '../support/follow.ts'
import { type Matches, createMatches } from '../support/matches.ts'

const numbersOf = ({ events }: Followed) =>
  (events as { data: { scores: { sequence: number } } }[]).map(({ data }) => data.scores.sequence)
const pointsOf = ({ events }: Followed) =>
  (events as { data: { plain: { points: number } } }[]).map(({ data }) => data.plain.points)
const upTo = (last: number, first = 1) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

describe.each(TOPOLOGIES)('a reload, subgraphs %s', (topology) => {
  let matches: Matches
  let door: Door
  let urls: Record<string, string>
  beforeEach(async () => {
    matches = createMatches()
    door = await openDoor(matches.parts, topology)
    urls = Object.fromEntries(
      door.served.map(({ port }, index) => [
        matches.parts[index]?.subgraph.name,
        `http://127.0.0.1:${port}/graphql`,
      ]),
    )
  })
  afterEach(() => door.stop())

  const replace = (parts: readonly Part[]) =>
    door.gateway.replaceSupergraph(compose(parts, urls), { breaking: true })
  /** The graph with something else said of `scores`. */
  const said = (from: string, to: string) => [
    { ...matches.scores, typeDefs: matches.scores.typeDefs.replace(from, to) },
    matches.players,
  ]

  test('that changes nothing for a subscription leaves its upstream as it is', async () => {
    const live = follow(door.client(), 'subscription { scores { sequence player { name } } }')
    const plain = follow(door.client(), 'subscription { plain { points player { name } } }')
    await until(() => matches.live.listeners === 1 && matches.plain.listeners === 1)
    for (let number = 1; number <= 20; number++) {
      if (number % 5 === 0) await replace(said('fails: Int!', `fails: Int!  more${number}: Int`))
      matches.score(number)
    }
    await until(() => live.events.length === 20 && plain.events.length === 20)
    expect(numbersOf(live)).toEqual(upTo(20))
    expect(pointsOf(plain)).toEqual(upTo(20))
    expect(live.events.at(-1)).toEqual({
      data: { scores: { sequence: 20, player: { name: 'Player p1' } } },
    })
    expect(matches.opened).toMatchObject({ scores: 1, plain: 1 })
  })

  test('that takes a field away ends who asks for it with a code, and nobody else', async () => {
    const gone = follow(door.client(), 'subscription { scores { sequence fails } }')
    const other = follow(door.client(), 'subscription { scores { sequence } }')
    await until(() => matches.live.listeners === 2)
    await replace(said('fails: Int!', ''))
    await until(() => gone.ended !== undefined)
    expect(codesOf(gone)).toEqual(['SUBSCRIPTION_ENDED_BY_SCHEMA'])
    await until(() => matches.live.listeners === 1)
    matches.score()
    await until(() => other.events.length === 1)
    expect(other.ended).toBeUndefined()
  })

  test('after which its subgraph is asked for more: numbered events go on with no gap and no repeat', async () => {
    const live = follow(
      door.client(),
      'subscription { scores(afterSequence: 0) { sequence player { name } } }',
    )
    const present = follow(door.client(), 'subscription { scores { sequence player { name } } }')
    await until(() => matches.live.listeners === 2)
    for (let number = 1; number <= 10; number++) matches.score()
    await until(() => live.events.length > 0 && present.events.length > 0)
    await replace(matches.named)
    for (let number = 11; number <= 20; number++) matches.score()
    await until(() => numbersOf(live).at(-1) === 20 && numbersOf(present).at(-1) === 20)
    matches.score()
    await until(() => numbersOf(live).at(-1) === 21 && numbersOf(present).at(-1) === 21)
    expect(numbersOf(live)).toEqual(upTo(21))
    expect(numbersOf(present)).toEqual(upTo(21))
    expect(live.events.at(-1)).toEqual({
      data: { scores: { sequence: 21, player: { name: 'Player p1, as scores knows' } } },
    })
  })

  test('after which its subgraph is asked for more: others change over when it is quiet', async () => {
    const live = follow(door.client(), 'subscription { plain { points player { name } } }')
    await until(() => matches.plain.listeners === 1)
    matches.score(1)
    await replace(matches.named)
    await until(() => matches.plain.listeners === 2)
    matches.score(2)
    await until(() => matches.plain.listeners === 1)
    matches.score(3)
    await until(() => live.events.length === 3)
    expect(pointsOf(live)).toEqual([1, 2, 3])
    expect(live.events.at(-1)).toEqual({
      data: { plain: { points: 3, player: { name: 'Player p1, as scores knows' } } },
    })
  })

  test('new subscribers and old ones of the same kind share again', async () => {
    const query = 'subscription { announcements { sequence player { name } } }'
    const old = follow(door.client(), query)
    await until(() => matches.live.listeners === 1)
    await replace(said('fails: Int!', 'fails: Int!  more: Int'))
    const fresh = follow(door.client(), query)
    const metrics = async () => (await fetch(`${door.origin}/metrics`)).text()
    while (!(await metrics()).includes('\ngateway_subscriptions 2\n')) await Promise.resolve()
    matches.score()
    await until(() => old.events.length === 1 && fresh.events.length === 1)
    expect(matches.opened.announcements).toBe(1)
  })
})

test('a subgraph that has moved is followed where it is, and left where it was', async () => {
  const matches = createMatches()
  const door = await openDoor(matches.parts, 'over HTTP')
  const moved = await serveSubgraph({
    subgraph: matches.scores.subgraph,
    host: '127.0.0.1',
    port: 0,
    log: silent,
  })
  try {
    const live = follow(door.client(), 'subscription { scores { sequence player { name } } }')
    await until(() => matches.live.listeners === 1)
    matches.score()
    await until(() => live.events.length === 1)
    const address = (port: number | undefined) => `http://127.0.0.1:${port}/graphql`
    const supergraphSdl = compose(matches.parts, {
      scores: address(moved.port),
      players: address(door.served[1]?.port),
    })
    await door.gateway.replaceSupergraph(supergraphSdl, { breaking: true })
    await until(() => matches.opened.scores === 2 && matches.live.listeners === 1)
    await door.served[0]?.stop()
    matches.score()
    await until(() => live.events.length === 2)
    expect(numbersOf(live)).toEqual([1, 2])
    expect(matches.asked).toEqual([undefined, 1])
    door.served.shift()
  } finally {
    await door.stop()
    await moved.stop()
  }
})
