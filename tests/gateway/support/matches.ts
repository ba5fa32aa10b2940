import { createPart, createSource } from './bookshop.ts'

export type Score = { sequence: number; points: number; player: string; large?: string }

/** What the graph is told of `scores`; the subgraph itself can do more: see `NAMED`. */
const SDL = `
  type Query { last: Score }
  type Subscription {
    scores(match: ID, afterSequence: Int): Score
    announcements(afterSequence: Int): Score! @federation__tag(name: "broadcast")
    plain: Score!
  }
  type Score { sequence: Int!  points: Int!  large: String  player: Player  fails: Int! }
`
const PLAYER = 'type Player @key(fields: "id", resolvable: false) { id: ID! }'
const NAMED = 'type Player @key(fields: "id", resolvable: false) { id: ID!  name: String! @shareable }'

/**
 * Two subgraphs: `scores` keeps a log and lets it be followed after any number, `players` knows names. It counts who
 * listens, and how often it was listened to.
 */
export function createMatches() {
  const log: Score[] = []
  const live = createSource<Score>()
  const plain = createSource<Score>()
  const opened = { scores: 0, announcements: 0, plain: 0 }
  const asked: (number | null | undefined)[] = []

  /** With `after`, everything after it; without, the last one stands for all before. Nothing is lost in between. */
  function scoresAfter(after: number | null | undefined) {
    opened.scores += 1
    asked.push(after)
    return live.iterate(after == null ? log.slice(-1) : log.filter(({ sequence }) => sequence > after))
  }

  const capable = createPart({
    name: 'scores',
    sdl: SDL + NAMED,
    resolvers: {
      Query: { last: () => log.at(-1) },
      Subscription: {
        scores: {
          subscribe: (_: unknown, { afterSequence }: { afterSequence?: number }) =>
            scoresAfter(afterSequence),
          resolve: (score: Score) => score,
        },
        announcements: {
          subscribe(_: unknown, { afterSequence }: { afterSequence?: number }) {
            opened.announcements += 1
            return live.iterate(
              afterSequence == null ? [] : log.filter(({ sequence }) => sequence > afterSequence),
            )
          },
          resolve: (score: Score) => score,
        },
        plain: {
          subscribe() {
            opened.plain += 1
            return plain.iterate()
          },
          resolve: (score: Score) => score,
        },
      },
      Score: {
        player: ({ player }: Score) => ({ __typename: 'Player', id: player }),
        fails({ points }: Score) {
          if (points < 0) throw new Error('No such score.')
          return points
        },
      },
      Player: { name: ({ id }: { id: string }) => `Player ${id}, as scores knows` },
    },
  })
  const scores = { ...capable, typeDefs: capable.typeDefs.replace(NAMED, PLAYER) }
  const players = createPart({
    name: 'players',
    sdl: 'type Query { players: [Player] } type Player @key(fields: "id") { id: ID!  name: String! @shareable  asked: String }',
    resolvers: {
      Query: { players: () => [] },
      Player: {
        __resolveReference: ({ id }: { id: string }) => ({ id, name: `Player ${id}` }),
        asked: (_: unknown, __: unknown, { headers }: { headers: Record<string, string> }) =>
          headers.authorization ?? headers['accept-language'] ?? null,
      },
    },
  })

  return {
    scores,
    players,
    parts: [scores, players],
    live,
    plain,
    opened,
    /** The graph in which `scores` gives the names of players too, so that it is asked for them. */
    named: [capable, players],
    /** The numbers after which `scores` was asked for, in the order of the upstreams. */
    asked,
    log,
    /** Adds to the log, and tells who listens. */
    score(points = log.length, more: Partial<Score> = {}): Score {
      const score = { sequence: log.length + 1, points, player: 'p1', ...more }
      log.push(score)
      live.emit(score)
      plain.emit(score)
      return score
    },
  }
}

export type Matches = ReturnType<typeof createMatches>
