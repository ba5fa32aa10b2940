import { graphql } from 'graphql'
import { createLogger } from '../../kit/log.ts'
import { rule } from '../../kit/shield.ts'
import { buildSubgraph } from '../../kit/subgraph.ts'

const log = createLogger({ name: 'test', level: 'silent' })
const outage = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })

test.each([
  ['whose server does not answer', outage, 'SERVICE_UNAVAILABLE'],
  ['that has a fault', new TypeError('secret is not a function'), 'INTERNAL_SERVER_ERROR'],
])('a rule %s says so, and neither allows nor forbids', async (_what, failure, code) => {
  let written = 0
  const schema = buildSubgraph({
    typeDefs:
      'type Query { exam: Exam } type Exam @key(fields: "id") { id: ID! } type Mutation { answer: Int }',
    resolvers: { Query: { exam: () => null }, Mutation: { answer: () => ++written } },
    policy: {
      Query: {},
      Mutation: {
        answer: rule('asksTheDatabase', { cache: 'no_cache' })(async () => {
          throw failure
        }),
      },
    },
    log,
  })
  const result = await graphql({ schema, source: 'mutation { answer }', contextValue: { log, traceId: 't' } })
  expect(result.data).toEqual({ answer: null })
  expect(result.errors?.map(({ extensions }) => extensions)).toEqual([{ code }])
  expect(result.errors?.[0]?.message).not.toContain('secret')
  expect(written).toBe(0)
})
