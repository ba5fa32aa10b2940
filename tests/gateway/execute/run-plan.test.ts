import type { FetchNode, PlanNode } from '@apollo/query-planner'
import { buildSchema } from 'graphql'
import { compilePlan } from '../../../gateway/execute/compile-plan.ts'
import { type FetchRequest, type FetchResult, runPlan } from '../../../gateway/execute/run-plan.ts'
import { createIsType } from '../../../gateway/execute/types.ts'

const isType = createIsType(
  buildSchema(`
    type Query { things: [Thing] }
    interface Thing { id: ID }
    type Book implements Thing { id: ID }
    type Film implements Thing { id: ID }`),
)

function fetchNode(serviceName: string, more: Partial<FetchNode> = {}): FetchNode {
  return {
    kind: 'Fetch',
    serviceName,
    operation: `{ ${serviceName} }`,
    operationName: undefined,
    operationKind: 'query' as FetchNode['operationKind'],
    ...more,
  }
}

function entities(serviceName: string, path: (string | number)[], more: Partial<FetchNode> = {}): PlanNode {
  const requires: FetchNode['requires'] = [
    {
      kind: 'InlineFragment',
      typeCondition: 'Thing',
      selections: [
        { kind: 'Field', name: '__typename' },
        { kind: 'Field', name: 'id' },
      ],
    },
  ]
  return { kind: 'Flatten', path, node: fetchNode(serviceName, { requires, ...more }) }
}

/** Runs a plan on answers that are given for each subgraph, and tells what was asked, in order. */
async function run(
  node: PlanNode,
  answers: Record<string, (request: FetchRequest) => FetchResult>,
  variables: Record<string, unknown> = {},
) {
  const asked: [string, string][] = []
  const gathered = await runPlan({
    plan: compilePlan({ kind: 'QueryPlan', node }, isType),
    variables,
    coerced: variables,
    async ask(request) {
      expect(JSON.parse(request.variablesText)).toEqual(request.variables)
      asked.push([request.fetch.subgraph, request.variablesText])
      return answers[request.fetch.subgraph]?.(request) ?? {}
    },
  })
  return { ...gathered, asked }
}

const things = () => ({
  data: {
    things: [
      { __typename: 'Book', id: '1' },
      { __typename: 'Film', id: '1' },
      null,
      [{ __typename: 'Book', id: '1' }],
      { __typename: 'Book' },
      { __typename: 'Unknown', id: '3' },
    ],
  },
})

test('each entity is asked for once, and stands wherever it was needed', async () => {
  const plan: PlanNode = {
    kind: 'Sequence',
    nodes: [fetchNode('a'), entities('b', ['things', '@'], { variableUsages: ['lang', 'absent'] })],
  }
  const { data, asked, shared } = await run(
    plan,
    { a: things, b: () => ({ data: { _entities: [{ more: { x: 1 } }, null] } }) },
    { lang: 'id', other: 1 },
  )
  expect(asked).toEqual([
    ['a', '{}'],
    ['b', '{"lang":"id","representations":[{"__typename":"Book","id":"1"},{"__typename":"Film","id":"1"}]}'],
  ])
  expect(data.things).toEqual([
    { __typename: 'Book', id: '1', more: { x: 1 } },
    { __typename: 'Film', id: '1' },
    null,
    [{ __typename: 'Book', id: '1', more: { x: 1 } }],
    { __typename: 'Book' },
    { __typename: 'Unknown', id: '3' },
  ])
  expect(shared).toBe(true)
})

test('when there is nothing to ask for, nothing is asked', async () => {
  const plan: PlanNode = { kind: 'Sequence', nodes: [fetchNode('a'), entities('b', ['things', '@'])] }
  const { data, asked } = await run(plan, { a: () => ({ data: { things: null } }) })
  expect(asked).toEqual([['a', '{}']])
  expect(data).toEqual({ things: null })
})

test('an error of an entity is told at each of its places, any other where the list begins', async () => {
  const plan: PlanNode = { kind: 'Sequence', nodes: [fetchNode('a'), entities('b', ['things', '@'])] }
  const { errors } = await run(plan, {
    a: things,
    b: () => ({
      data: { _entities: [null, null] },
      errors: [
        { message: 'first', path: ['_entities', 0, 'more', 2, 'x'], extensions: { code: 'A' } },
        { message: 'list', path: ['_entities'] },
        { message: 'beyond', path: ['_entities', 99] },
        { message: 'none' },
      ],
    }),
  })
  expect(errors).toEqual([
    { message: 'first', path: ['things', 0, 'more', 2, 'x'], extensions: { code: 'A', serviceName: 'b' } },
    { message: 'first', path: ['things', 3, 0, 'more', 2, 'x'], extensions: { code: 'A', serviceName: 'b' } },
    { message: 'list', path: ['things'], extensions: { serviceName: 'b' } },
    { message: 'beyond', path: ['things'], extensions: { serviceName: 'b' } },
    { message: 'none', extensions: { serviceName: 'b' } },
  ])
})

test('what the planner wants rewritten is rewritten: types on the way in, names on the way out', async () => {
  const plan: PlanNode = {
    kind: 'Sequence',
    nodes: [
      fetchNode('a'),
      entities('b', ['things', '@'], {
        inputRewrites: [
          { kind: 'ValueSetter', path: ['... on Book', '__typename'], setValueTo: 'Thing' },
          { kind: 'ValueSetter', path: ['... on Film', '__typename'], setValueTo: 'Thing' },
        ],
        outputRewrites: [{ kind: 'KeyRenamer', path: ['... on Book', 'x__alias_0'], renameKeyTo: 'x' }],
      }),
    ],
  }
  const { data, asked, errors } = await run(plan, {
    a: () => ({
      data: {
        things: [
          { __typename: 'Book', id: '1' },
          { __typename: 'Film', id: '1' },
        ],
      },
    }),
    b: ({ variables }) => ({
      data: { _entities: (variables.representations as unknown[]).map(() => ({ x__alias_0: 5 })) },
      errors: [{ message: 'no', path: ['_entities', 0, 'x__alias_0'] }],
    }),
  })
  expect(asked[1]?.[1]).toBe(
    '{"representations":[{"__typename":"Thing","id":"1"},{"__typename":"Thing","id":"1"}]}',
  )
  expect(data.things).toEqual([
    { __typename: 'Book', id: '1', x: 5 },
    { __typename: 'Film', id: '1', x__alias_0: 5 },
  ])
  expect(errors.map(({ path }) => path)).toEqual([['things', 0, 'x']])
})

test('a condition picks its branch', async () => {
  const plan: PlanNode = {
    kind: 'Condition',
    condition: 'wanted',
    ifClause: fetchNode('a'),
    elseClause: { kind: 'Parallel', nodes: [fetchNode('b'), fetchNode('c')] },
  }
  expect((await run(plan, {}, { wanted: true })).asked.map(([name]) => name)).toEqual(['a'])
  expect((await run(plan, {}, { wanted: false })).asked.map(([name]) => name)).toEqual(['b', 'c'])
})

test('to a subgraph that has an interface as an object, every type is that interface: it is not believed', async () => {
  const plan: PlanNode = {
    kind: 'Sequence',
    nodes: [fetchNode('a'), entities('b', ['things', '@']), entities('c', ['things', '@'])],
  }
  const { data } = await run(plan, {
    a: () => ({
      data: {
        things: [
          { __typename: 'Book', id: '1', self: { __typename: 'Thing', id: '2' } },
          { __typename: 'Thing', id: '2' },
        ],
      },
    }),
    b: () => ({
      data: {
        _entities: [
          { __typename: 'Thing', stars: 1 },
          { __typename: 'Thing', stars: 2 },
        ],
      },
    }),
    c: () => ({
      data: { _entities: [{ __typename: 'Book', self: { __typename: 'Film' } }, { __typename: 'Film' }] },
    }),
  })
  expect(data).toEqual({
    things: [
      { __typename: 'Book', id: '1', stars: 1, self: { __typename: 'Film', id: '2' } },
      { __typename: 'Film', id: '2', stars: 2 },
    ],
  })
})

test('a path that the planner narrows to some types leads to these alone', async () => {
  const plan: PlanNode = {
    kind: 'Sequence',
    nodes: [
      fetchNode('a'),
      {
        kind: 'Parallel',
        nodes: [
          entities('b', ['', 'media', '@|[Book]', 'self']),
          entities('c', ['', 'media', '@|[Film,Song]', 'self']),
        ],
      },
    ],
  }
  const self = (id: string) => ({ __typename: 'Book', id })
  const { asked, errors } = await run(plan, {
    a: () => ({
      data: {
        media: [
          { __typename: 'Book', self: self('1') },
          { __typename: 'Film', self: self('2') },
          { __typename: 'Song', self: self('3') },
        ],
      },
    }),
    b: () => ({ data: { _entities: null }, errors: [{ message: 'list', path: ['_entities'] }] }),
    c: () => ({
      data: { _entities: [null, null] },
      errors: [{ message: 'one', path: ['_entities', 1, 'x'] }],
    }),
  })
  expect(asked.slice(1)).toEqual([
    ['b', '{"representations":[{"__typename":"Book","id":"1"}]}'],
    ['c', '{"representations":[{"__typename":"Book","id":"2"},{"__typename":"Book","id":"3"}]}'],
  ])
  expect(errors.map(({ path }) => path)).toEqual([['media'], ['media', 2, 'self', 'x']])
})

test('what two subgraphs say of one thing becomes one', async () => {
  const plan: PlanNode = { kind: 'Parallel', nodes: [fetchNode('a'), fetchNode('b')] }
  const { data } = await run(plan, {
    a: () => ({ data: { me: { id: 1, list: [{ a: 1 }, null, [{ a: 2 }]], tags: ['x'] } } }),
    b: () => ({ data: { me: { name: 'n', list: [{ b: 1 }, { b: 0 }, [{ b: 2 }]], tags: ['x', 'y'] } } }),
  })
  expect(data).toEqual({
    me: { id: 1, name: 'n', list: [{ a: 1, b: 1 }, { b: 0 }, [{ a: 2, b: 2 }]], tags: ['x', 'y'] },
  })
})
