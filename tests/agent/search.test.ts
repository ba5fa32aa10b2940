import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { lexicalEmbedding } from '../../subgraphs/agent/domain/lexical-embedding.ts'
import { cosine } from '../../subgraphs/agent/domain/similarity.ts'
import { eventually } from '../jest/eventually.ts'
import {
  agentUnderTest,
  type AgentUnderTest,
  type Operation,
  people,
  publishedQuestion,
} from './agent-under-test.ts'
import { startEmbeddingsServer, type EmbeddingsServer } from './embeddings-server.ts'
import { startWeaviateServer, type WeaviateServer } from './weaviate-server.ts'

type Similar = { _entities: { similar: { similarity: number; question: { id: string } }[] | null }[] }
const SIMILAR: Operation<Similar> = `query ($r: [_Any!]!, $first: Int) { _entities(representations: $r) {
  ... on Question { similar(first: $first) { similarity question { id } } } } }`

const questions = {
  train: 'Sebuah kereta menempuh jarak 120 km dalam 2 jam. Berapa kecepatan rata-rata kereta itu?',
  bus: 'Sebuah bus menempuh jarak 180 km dalam 3 jam. Berapa kecepatan rata-rata bus itu?',
  tax: 'Harga sebuah buku setelah pajak 10% adalah Rp55.000. Berapa harga buku sebelum pajak?',
  dice: 'Dua dadu dilempar bersama. Berapa peluang jumlah kedua mata dadu sama dengan 7?',
}

async function publishAll(agent: AgentUnderTest) {
  const ids = { train: randomUUID(), bus: randomUUID(), tax: randomUUID(), dice: randomUUID() }
  await agent.state(
    'simpul.catalog.question.published.v1',
    ...Object.entries(ids).map(([name, id]) => publishedQuestion(id, questions[name as keyof typeof ids])),
  )
  return ids
}

async function similarTo(agent: AgentUnderTest, id: string, first = 3) {
  const answer = await agent.execute(people.ayu, SIMILAR, { r: [{ __typename: 'Question', id }], first })
  return { ...answer, similar: answer.data._entities[0]?.similar ?? null }
}

describe('by words, in process', () => {
  let agent: AgentUnderTest
  let ids: Awaited<ReturnType<typeof publishAll>>
  beforeAll(async () => {
    agent = await agentUnderTest()
    await agent.subgraph.start()
    ids = await publishAll(agent)
  })
  afterAll(() => agent.stop())

  test('the question that says most of the same comes first, never the question itself', async () => {
    const { similar } = await similarTo(agent, ids.train)
    expect(similar?.map((match) => match.question.id)[0]).toBe(ids.bus)
    expect(similar).toHaveLength(3)
    const texts = [questions.train, questions.bus].map((stem) =>
      lexicalEmbedding([stem, '1', '2', '3', '4'].join('\n')),
    )
    expect(similar?.[0]?.similarity).toBeCloseTo(cosine(texts[0] ?? [], texts[1] ?? []), 5)
    expect((await similarTo(agent, ids.train, 1)).similar).toHaveLength(1)
  })

  test('a question that is not published has no similar ones, and a retired one is no longer found', async () => {
    expect((await similarTo(agent, randomUUID())).similar).toEqual([])
    await agent.state('simpul.catalog.question.retired.v1', { questionId: ids.bus })
    const { similar } = await similarTo(agent, ids.train)
    expect(similar?.map((match) => match.question.id)).not.toContain(ids.bus)
    expect((await similarTo(agent, ids.bus)).similar).toEqual([])
  })

  test('a new version replaces the old one, and what was indexed outlives the process', async () => {
    await agent.state('simpul.catalog.question.published.v1', publishedQuestion(ids.dice, questions.train))
    expect((await similarTo(agent, ids.train, 1)).similar?.[0]).toMatchObject({ question: { id: ids.dice } })
    await agent.restart()
    expect((await similarTo(agent, ids.train, 1)).similar?.[0]).toMatchObject({ question: { id: ids.dice } })
  })
})

test('a lexical embedding has length 1 and is the same for the same words in any case', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      const vector = lexicalEmbedding(text)
      const length = Math.hypot(...vector)
      expect(vector).toHaveLength(384)
      expect(length === 0 || Math.abs(length - 1) < 1e-9).toBe(true)
    }),
  )
  expect(
    cosine(lexicalEmbedding('Kecepatan Rata-rata'), lexicalEmbedding('kecepatan rata rata')),
  ).toBeCloseTo(1, 12)
  expect(cosine(lexicalEmbedding('kecepatan kereta'), lexicalEmbedding('peluang dadu'))).toBeLessThan(0.2)
})

describe('by an embeddings server that speaks OpenAI’s API', () => {
  let server: EmbeddingsServer
  let agent: AgentUnderTest
  beforeAll(async () => {
    server = await startEmbeddingsServer()
    agent = await agentUnderTest()
    await agent.subgraph.start()
  })
  afterAll(async () => {
    await agent.stop()
    await server.stop()
  })
  const settings = () => ({ openaiApiKey: 'a key', openaiBaseUrl: `${server.url}/v1` })

  test('texts that another embedder embedded are embedded anew after a change', async () => {
    const ids = await publishAll(agent)
    await agent.restart(settings())
    await eventually(async () => {
      const rows = await agent.rowsOf('SELECT DISTINCT embedder FROM indexed_text')
      expect(rows).toEqual([{ embedder: 'openai-text-embedding-3-small' }])
    })
    expect(server.requests[0]).toMatchObject({
      path: '/v1/embeddings',
      authorization: 'Bearer a key',
      body: { model: 'text-embedding-3-small', encoding_format: 'float' },
    })
    // The server's vectors count letters: the same letters, the same direction.
    await agent.state(
      'simpul.catalog.question.published.v1',
      publishedQuestion(ids.tax, [...questions.dice].toReversed().join('')),
    )
    const { similar } = await similarTo(agent, ids.dice, 1)
    expect(similar?.[0]?.question.id).toBe(ids.tax)
    expect(similar?.[0]?.similarity).toBeCloseTo(1, 6)
  })

  test('a server that asks for patience is asked again, and a run gets through', async () => {
    server.failNext({ status: 429, headers: { 'retry-after-ms': '20' } }, { status: 503, headers: {} })
    const before = server.requests.length
    const id = await agent.run(people.ayu, { skillCode: 'PM', count: 3, seed: 'patience' })
    const rows = await agent.rowsOf(`SELECT status FROM run WHERE id = '${id}'`)
    expect(rows).toEqual([{ status: 'SUCCEEDED' }])
    expect(server.requests.length).toBe(before + 3)
  })
})

test('a question that is published while the embeddings server is away is found later', async () => {
  const server = await startEmbeddingsServer()
  const agent = await agentUnderTest({ openaiApiKey: 'a key', openaiBaseUrl: `${server.url}/v1` })
  await agent.subgraph.start()
  const [one, two] = [randomUUID(), randomUUID()]
  server.failNext({ status: 400, headers: {} })
  await agent.state(
    'simpul.catalog.question.published.v1',
    publishedQuestion(one, questions.train),
    publishedQuestion(two, questions.bus),
  )
  expect((await similarTo(agent, two)).similar).toEqual([])
  await agent.restart()
  await eventually(async () => {
    expect((await similarTo(agent, two)).similar?.map((match) => match.question.id)).toEqual([one])
  })
  await agent.stop()
  await server.stop()
})

describe('with vectors in Weaviate', () => {
  let server: WeaviateServer
  let agent: AgentUnderTest
  let ids: Awaited<ReturnType<typeof publishAll>>
  beforeAll(async () => {
    server = await startWeaviateServer()
    agent = await agentUnderTest({ weaviateUrl: server.url })
    await agent.subgraph.start()
    ids = await publishAll(agent)
  })
  afterAll(async () => {
    await agent.stop()
    await server.stop()
  })

  test('the program makes its class, sends the vectors, and finds what the exact search finds', async () => {
    const { similar } = await similarTo(agent, ids.train)
    expect(server.classes.get('SimpulText_lexical_384')).toMatchObject({
      vectorizer: 'none',
      vectorIndexConfig: { distance: 'cosine' },
    })
    expect(server.objects.size).toBe(4)
    await agent.restart({})
    const exact = (await similarTo(agent, ids.train)).similar
    expect(similar?.map((match) => match.question.id)).toEqual(exact?.map((match) => match.question.id))
    for (const [place, match] of (similar ?? []).entries())
      expect(match.similarity).toBeCloseTo(exact?.[place]?.similarity ?? 0, 5)
    await agent.restart({ weaviateUrl: server.url })
  })

  test('only changes are sent, removals too', async () => {
    await similarTo(agent, ids.train)
    const before = server.requests.length
    await similarTo(agent, ids.train)
    expect(server.requests.slice(before)).toEqual(['POST /v1/graphql'])
    await agent.state('simpul.catalog.question.retired.v1', { questionId: ids.bus })
    const { similar } = await similarTo(agent, ids.train)
    expect(similar?.map((match) => match.question.id)).not.toContain(ids.bus)
    expect(server.objects.size).toBe(3)
  })

  test('a Weaviate that lost its data gets all of it again', async () => {
    server.classes.clear()
    server.objects.clear()
    await agent.restart()
    expect((await similarTo(agent, ids.train)).similar).toHaveLength(2)
    expect(server.objects.size).toBe(3)
  })

  test('an object that Weaviate refuses, or a search that fails, is a masked error, and heals', async () => {
    server.failing = true
    await agent.state('simpul.catalog.question.published.v1', publishedQuestion(ids.bus, questions.bus))
    const { similar, errors } = await similarTo(agent, ids.train)
    expect(similar).toBeNull()
    expect(errors?.map((error) => [error.message, error.extensions.code])).toEqual([
      ['Something went wrong on our side.', 'INTERNAL_SERVER_ERROR'],
    ])
    server.failing = false
    expect((await similarTo(agent, ids.train)).similar?.[0]?.question.id).toBe(ids.bus)
  })
})
