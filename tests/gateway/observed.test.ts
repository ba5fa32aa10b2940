import { Writable } from 'node:stream'
import { createLogger } from '../../kit/log.ts'
import { createBookshop } from './support/bookshop.ts'
import { type Door, openDoor } from './support/door.ts'

const TRACE = '0af7651916cd43dd8448eb211c80319c'
const lines: Record<string, unknown>[] = []
const log = createLogger({
  name: 'gateway',
  level: 'info',
  destination: new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)) as Record<string, unknown>)
      done()
    },
  }),
})

let door: Door
beforeAll(async () => {
  door = await openDoor(createBookshop().parts, 'in process', { log })
})
afterAll(() => door.stop())

const metric = async (name: string) =>
  (await (await fetch(`${door.origin}/metrics`)).text())
    .split('\n')
    .filter((line) => line.startsWith(name))
    .sort()

test('each operation is one line of JSON with its trace id, and no secret', async () => {
  await door.ask(
    'query Home { me { secret } }',
    {},
    { traceparent: `00-${TRACE}-b7ad6b7169203331-01`, authorization: 'Bearer top-secret' },
  )
  expect(lines.at(-1)).toEqual({
    level: 'info',
    time: expect.any(String) as string,
    name: 'gateway',
    traceId: TRACE,
    operation: 'Home',
    type: 'query',
    userId: null,
    outcome: 'partial',
    codes: ['FORBIDDEN'],
    ms: expect.any(Number) as number,
    msg: 'operation',
  })
  expect(JSON.stringify(lines)).not.toContain('top-secret')
  await door.ask('{ shoes }')
  expect(lines.at(-1)).toMatchObject({ msg: 'operation refused', codes: ['GRAPHQL_VALIDATION_FAILED'] })
})

test('operations are counted by name and outcome, fetches by subgraph', async () => {
  await door.ask('query Shelf { books { reviews { id } } }')
  await door.ask('mutation Rename { rename(id: "b1", title: "Edensor") { title } }')
  expect(await metric('gateway_operations_total')).toEqual([
    'gateway_operations_total{operation="Home",type="query",outcome="partial"} 1',
    'gateway_operations_total{operation="Rename",type="mutation",outcome="ok"} 1',
    'gateway_operations_total{operation="Shelf",type="query",outcome="ok"} 1',
    'gateway_operations_total{operation="unknown",type="unknown",outcome="refused"} 1',
  ])
  expect(await metric('gateway_subgraph_fetches_total')).toEqual([
    'gateway_subgraph_fetches_total{subgraph="books",outcome="ok"} 2',
    'gateway_subgraph_fetches_total{subgraph="people",outcome="error"} 1',
    'gateway_subgraph_fetches_total{subgraph="reviews",outcome="ok"} 1',
  ])
  expect(await metric('gateway_subgraph_fetch_duration_seconds_count')).toHaveLength(3)
})

test('a client cannot fill the metrics with names', async () => {
  await Promise.all(Array.from({ length: 250 }, (_, n) => door.ask(`query Name${n} { __typename }`)))
  const names = await metric('gateway_operations_total')
  expect(names.length).toBeLessThan(210)
  expect(names.some((line) => line.startsWith('gateway_operations_total{operation="other"'))).toBe(true)
})
