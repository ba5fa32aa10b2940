import { Writable } from 'node:stream'
import { createLogger } from '../../../kit/log.ts'
import { createPart } from '../support/bookshop.ts'
import { openDoor, until } from '../support/door.ts'

test('who joins the work of another’s trace finds it by the log', async () => {
  const lines: Record<string, unknown>[] = []
  const log = createLogger({
    name: 'gateway',
    level: 'debug',
    destination: new Writable({
      write(chunk, _encoding, done) {
        lines.push(JSON.parse(String(chunk)) as Record<string, unknown>)
        done()
      },
    }),
  })
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const part = createPart({
    name: 'held',
    sdl: 'type Query { title: String }',
    resolvers: { Query: { title: () => held.then(() => 'Bumi Manusia') } },
  })
  const door = await openDoor([part], 'in process', { log })
  const [first = '', second = '', third = ''] = ['1', '2', '3'].map((digit) => digit.repeat(32))
  const ask = (query: string, trace: string) =>
    door.ask(query, {}, { traceparent: `00-${trace}-b7ad6b7169203331-01` })
  try {
    const asked = [ask('{ title }', first)]
    await until(() => part.requests.length === 1)
    // The same operation, and then another that needs the same of the subgraph: when that has joined, so has the one before.
    asked.push(ask('{ title }', second))
    await until(() => door.gateway.running === 2)
    asked.push(ask('{ __typename title }', third))
    await until(() => lines.some(({ msg }) => msg === 'fetch joined'))
    release()
    const answers = await Promise.all(asked)
    expect(answers.map(({ body }) => body.data?.title)).toEqual(Array(3).fill('Bumi Manusia'))
    expect(part.requests.map(({ traceparent }) => traceparent?.split('-')[1])).toEqual([first])

    const ended = lines.filter(({ msg }) => msg === 'operation')
    expect(Object.fromEntries(ended.map(({ traceId, workIn }) => [traceId, workIn]))).toEqual({
      [first]: undefined,
      [second]: first,
      [third]: undefined,
    })
    expect(lines.find(({ msg }) => msg === 'fetch joined')).toMatchObject({
      level: 'debug',
      subgraph: 'held',
      traceparent: expect.stringContaining(third) as string,
      workIn: expect.stringContaining(first) as string,
    })
  } finally {
    await door.stop()
  }
})
