import fc from 'fast-check'
import { serveSubgraph } from '../../../kit/serve-subgraph.ts'
import { compose } from '../support/bookshop.ts'
import { type Door, openDoor, silent, until } from '../support/door.ts'
import { type Followed, follow } from '../support/follow.ts'
import { type Matches, createMatches } from '../support/matches.ts'

const SCORES = 'subscription ($after: Int) { scores(afterSequence: $after) { sequence player { name } } }'

const numbersOf = ({ events }: Followed) =>
  (events as { data: { scores: { sequence: number } } }[]).map(({ data }) => data.scores.sequence)

type Action =
  | { do: 'score'; times: number }
  | { do: 'follow'; behind: number | undefined }
  | { do: 'leave'; which: number }
  | { do: 'reload'; named: boolean }
  | { do: 'lose' }
  | { do: 'breathe' }

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('score' as const), times: fc.integer({ min: 1, max: 40 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('follow' as const),
      behind: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), which: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reload' as const), named: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ do: 'lose' as const }) },
  { weight: 4, arbitrary: fc.constant({ do: 'breathe' as const }) },
)

async function perform(actions: readonly Action[]): Promise<void> {
  const matches = createMatches()
  const door = await openDoor(matches.parts, 'over HTTP', {
    reach: { http: { retry: { attempts: 50, firstDelayMs: 5 } } },
    load: { lagMs: 10_000 },
  })
  const urls = {
    scores: `http://127.0.0.1:${door.served[0]?.port}/graphql`,
    players: `http://127.0.0.1:${door.served[1]?.port}/graphql`,
  }
  const followers: { after: number | undefined; live: Followed }[] = []
  const client = door.client()
  let reloads = 0
  try {
    for (const act of actions) {
      switch (act.do) {
        case 'score':
          for (let times = 0; times < act.times; times++) matches.score()
          break
        case 'follow': {
          const after = act.behind === undefined ? undefined : Math.max(0, matches.log.length - act.behind)
          followers.push({ after, live: follow(client, SCORES, after === undefined ? {} : { after }) })
          break
        }
        case 'leave':
          followers.splice(act.which, 1)[0]?.live.leave()
          break
        case 'reload': {
          const parts = act.named ? matches.named : matches.parts
          // A comment makes it another supergraph, even where nothing else has changed.
          const text = `${compose(parts, urls)}\n# ${++reloads}`
          await door.gateway.replaceSupergraph(text, { breaking: true })
          break
        }
        case 'lose':
          await loseScores(door, matches)
          break
        case 'breathe':
          await new Promise((resolve) => setTimeout(resolve, 10))
      }
    }
    // Those who began with the present state must have been told it before there is one more.
    await until(
      () => followers.every(({ live }) => live.events.length > 0 || matches.log.length === 0 || live.ended),
      1_000,
    ).catch(() => {})
    matches.score()
    await until(
      () =>
        followers.every(
          ({ live }) => live.ended !== undefined || numbersOf(live).at(-1) === matches.log.length,
        ),
      20_000,
    )
    for (const { after, live } of followers) {
      expect(live.ended).toBeUndefined()
      const numbers = numbersOf(live)
      const first = after === undefined ? (numbers[0] as number) : after + 1
      expect(numbers).toEqual(
        Array.from({ length: matches.log.length - first + 1 }, (_, index) => first + index),
      )
    }
  } finally {
    await door.stop()
  }
  expect(matches.live.listeners).toBe(0)
}

async function loseScores(door: Door, { scores: { subgraph } }: Matches): Promise<void> {
  const port = door.served[0]?.port as number
  await door.served[0]?.stop()
  door.served[0] = await serveSubgraph({ subgraph, host: '127.0.0.1', port, log: silent })
}

/** Somebody who has more than the stream it shares moves with that stream to another. */
const AHEAD: Action[] = [
  { do: 'reload', named: true },
  { do: 'score', times: 21 },
  { do: 'breathe' },
  { do: 'follow', behind: 18 },
  { do: 'follow', behind: 42 },
  { do: 'score', times: 10 },
  { do: 'follow', behind: 11 },
  { do: 'breathe' },
  { do: 'lose' },
  { do: 'score', times: 67 },
  { do: 'reload', named: true },
]

test('whatever comes together, joiners, losses and reloads, everybody gets each number once and in order', async () => {
  await fc.assert(fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 40 }), perform), {
    numRuns: 15,
    endOnFailure: true,
    examples: [[AHEAD]],
  })
}, 120_000)
