import type { FetchNode, PlanNode } from '@apollo/query-planner'
import { buildSchema, parse } from 'graphql'
import { compilePlan } from '../../../gateway/execute/compile-plan.ts'
import { type FetchRequest, type FetchResult, runPlan } from '../../../gateway/execute/run-plan.ts'
import { createIsType } from '../../../gateway/execute/types.ts'

const isType = createIsType(buildSchema('type Query { a: T } type T { id: ID }'))

const root = (serviceName: string, field: string): PlanNode => ({
  kind: 'Fetch',
  serviceName,
  operation: `{${field}{__typename id}}`,
  operationName: undefined,
  operationKind: 'query' as FetchNode['operationKind'],
})

/** Asks `subgraph` for `selection` of the entities at `path`. */
function entities(
  subgraph: string,
  path: string,
  selection: string,
  more: Partial<FetchNode> = {},
): PlanNode {
  const operationName = `Page__${subgraph}__${path.replaceAll('.', '_').replaceAll('@', 'each')}`
  return {
    kind: 'Flatten',
    path: path.split('.'),
    node: {
      kind: 'Fetch',
      serviceName: subgraph,
      operation: `query ${operationName}($representations:[_Any!]!){_entities(representations:$representations){...on T${selection}}}`,
      operationName,
      operationKind: 'query' as FetchNode['operationKind'],
      requires: [
        {
          kind: 'InlineFragment',
          typeCondition: 'T',
          selections: [
            { kind: 'Field', name: '__typename' },
            { kind: 'Field', name: 'id' },
          ],
        },
      ],
      ...more,
    },
  }
}

const inOrder = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Sequence', nodes })
const together = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Parallel', nodes })

type Asked = { subgraph: string; query: string; variables: Record<string, unknown> }

/** A subgraph answers each list with the entities' ids; `answer` may give something else instead. */
async function run(
  node: PlanNode,
  answer: (asked: Asked) => FetchResult | undefined | Promise<FetchResult | undefined> = () => undefined,
  variables: Record<string, unknown> = {},
) {
  const asked: Asked[] = []
  const gathered = await runPlan({
    plan: compilePlan({ kind: 'QueryPlan', node }, isType),
    variables,
    coerced: variables,
    async ask(request) {
      expect(JSON.parse(request.variablesText)).toEqual(request.variables)
      expect(JSON.parse(request.fetch.operationText)).toEqual({
        query: request.fetch.query,
        ...(request.fetch.operationName ? { operationName: request.fetch.operationName } : {}),
      })
      parse(request.fetch.query)
      const one = {
        subgraph: request.fetch.subgraph,
        query: request.fetch.query,
        variables: request.variables,
      }
      asked.push(one)
      return (await answer(one)) ?? ids(request)
    },
  })
  return { ...gathered, asked }
}

function ids({ fetch, variables }: FetchRequest): FetchResult {
  if (fetch.lists.length === 0) {
    const field = /\{(\w+)/.exec(fetch.query)?.[1] ?? ''
    return { data: { [field]: { __typename: 'T', id: field } } }
  }
  return {
    data: Object.fromEntries(
      fetch.lists.map(({ field, variable }, index) => [
        field,
        (variables[variable] as { id: string }[]).map(({ id }) => ({ [`from${index}`]: id, deep: { id } })),
      ]),
    ),
  }
}

const two = {
  data: {
    x: { __typename: 'T', id: '1' },
    y: { __typename: 'T', id: '1' },
    z: [{ __typename: 'T', id: '2' }],
  },
}

test('what asks for the same at several paths is one list, each entity once in it', async () => {
  const { asked, data } = await run(
    inOrder(
      root('a', 'x'),
      together(entities('b', 'x', '{n}'), entities('b', 'y', '{n}'), entities('b', 'z.@', '{n}')),
    ),
    ({ subgraph }) => (subgraph === 'a' ? structuredClone(two) : undefined),
  )
  expect(asked.slice(1)).toEqual([
    {
      subgraph: 'b',
      query:
        'query Page__b__x($representations:[_Any!]!){_entities(representations:$representations){...on T{n}}}',
      variables: {
        representations: [
          { __typename: 'T', id: '1' },
          { __typename: 'T', id: '2' },
        ],
      },
    },
  ])
  expect(data).toEqual({
    x: { __typename: 'T', id: '1', from0: '1', deep: { id: '1' } },
    y: { __typename: 'T', id: '1', from0: '1', deep: { id: '1' } },
    z: [{ __typename: 'T', id: '2', from0: '2', deep: { id: '2' } }],
  })
  // What is fetched later below one path must not show below the other.
  expect((data.x as { deep: unknown }).deep).not.toBe((data.y as { deep: unknown }).deep)
})

test('what asks for different things is one request with a list for each', async () => {
  const variables = '$representations:[_Any!]!,$lang:String'
  const { asked, data } = await run(
    inOrder(
      root('a', 'x'),
      together(
        entities('b', 'x', '{n(lang:$lang) ...Name}', {
          operation: `query Page__b__1(${variables}){_entities(representations:$representations){...on T{n(lang:$lang) ...Name}}}fragment Name on T{name}`,
          variableUsages: ['lang'],
        }),
        entities('b', 'z.@', '{m(lang:$lang) ...Name}', {
          operation: `query Page__b__2(${variables}){_entities(representations:$representations){...on T{m(lang:$lang) ...Name}}}fragment Name on T{name}`,
          variableUsages: ['lang'],
        }),
      ),
    ),
    ({ subgraph }) => (subgraph === 'a' ? structuredClone(two) : undefined),
    { lang: 'id' },
  )
  expect(asked.slice(1)).toEqual([
    {
      subgraph: 'b',
      query:
        'query Page__b__1($representations:[_Any!]!$lang:String$representations_1:[_Any!]!){' +
        '_entities(representations:$representations){...on T{n(lang:$lang)...Name}}' +
        '_entities_1:_entities(representations:$representations_1){...on T{m(lang:$lang)...Name}}}' +
        'fragment Name on T{name}',
      variables: {
        lang: 'id',
        representations: [{ __typename: 'T', id: '1' }],
        representations_1: [{ __typename: 'T', id: '2' }],
      },
    },
  ])
  expect(data).toMatchObject({ x: { from0: '1' }, y: { id: '1' }, z: [{ from1: '2' }] })
})

test('fragments of one name that differ, and a variable of a name that is needed, keep fetches apart', async () => {
  const conflicting = (path: string, selection: string, variable = 'v') =>
    entities('b', path, '', {
      operation: `query($representations:[_Any!]!$${variable}:Int){_entities(representations:$representations){...F}}fragment F on T{${selection}}`,
      operationName: undefined,
      variableUsages: [variable],
    })
  const asks = async (...nodes: PlanNode[]) =>
    (
      await run(inOrder(root('a', 'x'), together(...nodes)), ({ subgraph }) =>
        subgraph === 'a' ? structuredClone(two) : undefined,
      )
    ).asked.length - 1
  expect(await asks(conflicting('x', 'n'), conflicting('y', 'm'))).toBe(2)
  expect(await asks(conflicting('x', 'n'), conflicting('y', 'n', 'representations_1'))).toBe(2)
  expect(await asks(conflicting('x', 'n'), conflicting('y', 'n'))).toBe(1)
})

test('steps of parallel sequences meet, and what nothing waits for goes with the last', async () => {
  const { asked } = await run(
    together(
      inOrder(root('a', 'x'), entities('b', 'x', '{n}'), entities('c', 'x', '{k}')),
      inOrder(
        root('d', 'y'),
        together(entities('c', 'y', '{l}'), inOrder(entities('b', 'y', '{n}'), entities('e', 'y', '{k}'))),
      ),
    ),
  )
  expect(asked.map(({ subgraph }) => subgraph)).toEqual(['a', 'd', 'b', 'c', 'e'])
})

test('nobody waits long for what is late: who is ready goes, the late one follows', async () => {
  const gone = Promise.withResolvers<undefined>()
  const { asked, data } = await run(
    together(
      inOrder(root('a', 'x'), entities('b', 'x', '{n}'), entities('c', 'x', '{k}')),
      inOrder(root('slow', 'y'), entities('b', 'y', '{n}')),
    ),
    async ({ subgraph }) => {
      if (subgraph === 'c') gone.resolve(undefined)
      if (subgraph === 'slow') await gone.promise
      return undefined
    },
  )
  expect(asked.map(({ subgraph }) => subgraph)).toEqual(['a', 'slow', 'b', 'c', 'b'])
  expect(data).toMatchObject({ x: { from0: 'x' }, y: { from0: 'y' } })
})

test('what a condition leaves out, and what has nothing to ask for, is not waited for', async () => {
  const plan = inOrder(
    root('a', 'x'),
    together(
      entities('b', 'x', '{n}'),
      {
        kind: 'Condition',
        condition: 'more',
        ifClause: inOrder(entities('c', 'x', '{k}'), entities('b', 'y', '{n}')),
        elseClause: entities('b', 'z.@', '{m}'),
      },
      entities('b', 'nothing', '{n}'),
    ),
  )
  const answer = ({ subgraph }: Asked) => (subgraph === 'a' ? structuredClone(two) : undefined)
  const asks = async (more: boolean) =>
    (await run(plan, answer, { more })).asked.map(({ subgraph, variables }) => [
      subgraph,
      ...Object.values(variables).map((list) => (list as unknown[]).length),
    ])
  expect(await asks(true)).toEqual([['a'], ['c', 1], ['b', 1]])
  expect(await asks(false)).toEqual([['a'], ['b', 1, 1]])
})

describe('when fetches that went as one fail', () => {
  const plan = inOrder(
    root('a', 'x'),
    together(entities('b', 'x', '{n}'), entities('b', 'y', '{n}'), entities('b', 'z.@', '{m}')),
  )
  const failing = (result: FetchResult | ((asked: Asked) => FetchResult | undefined)) =>
    run(plan, (asked) => {
      if (asked.subgraph === 'a') return structuredClone(two)
      return typeof result === 'function' ? result(asked) : result
    })

  test('an error of an entity stands at each of its places, in its list', async () => {
    const { errors, data } = await failing({
      data: { _entities: [null], _entities_1: [{ m: null }] },
      errors: [
        { message: 'first', path: ['_entities', 0, 'n'] },
        { message: 'second', path: ['_entities_1', 0, 'm'] },
      ],
    })
    expect(errors.map(({ message, path }) => [message, path])).toEqual([
      ['first', ['x', 'n']],
      ['first', ['y', 'n']],
      ['second', ['z', 0, 'm']],
    ])
    expect(data).toMatchObject({ z: [{ m: null }] })
  })

  test('an error of a list stands where its fetches go, and the other list is used', async () => {
    const { errors, data } = await failing({
      data: { _entities: null, _entities_1: [{ m: 1 }] },
      errors: [{ message: 'list', path: ['_entities'] }],
    })
    expect(errors.map(({ message, path }) => [message, path])).toEqual([
      ['list', ['x']],
      ['list', ['y']],
    ])
    expect(data).toMatchObject({ z: [{ m: 1 }] })
  })

  test('as a whole, all are told by one error', async () => {
    const { errors, asked } = await failing({ errors: [{ message: 'down', extensions: { code: 'DOWN' } }] })
    expect(errors).toEqual([{ message: 'down', extensions: { code: 'DOWN', serviceName: 'b' } }])
    expect(asked).toHaveLength(2)
  })

  test('because of one, and all data is gone, each is asked alone', async () => {
    const { errors, data, asked } = await failing(({ query }) =>
      query.includes('{m}')
        ? {
            data: null,
            errors: [
              { message: 'mine', path: [query.includes('_entities_1') ? '_entities_1' : '_entities'] },
            ],
          }
        : undefined,
    )
    expect(errors.map(({ message, path }) => [message, path])).toEqual([['mine', ['z']]])
    expect(data).toMatchObject({ x: { from0: '1' }, y: { from0: '1' } })
    expect(asked).toHaveLength(1 + 1 + 3)
  })
})
