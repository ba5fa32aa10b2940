import { type GraphQLSchema, execute, parse } from 'graphql'
import { loadSupergraph } from '../../../gateway/supergraph/load-supergraph.ts'
import { compose, createPart } from '../support/bookshop.ts'
import { type Graph, openGraph } from '../support/graph.ts'
import { NASTY, createModel } from '../support/nasty-graph.ts'

/** What the search at random (model.test.ts) once found answered wrongly, each with what it may cost now. */
let graph: Graph
let model: GraphQLSchema

beforeAll(async () => {
  graph = await openGraph(NASTY)
  const parts = Object.entries(NASTY).map(([name, part]) => createPart({ name, ...part }))
  model = createModel(loadSupergraph(compose(parts)).apiSchema)
})
afterAll(() => graph.stop())

test.each<
  [what: string, query: string, fetches: Record<string, number>, variables?: Record<string, unknown>]
>([
  [
    'an @interfaceObject, asked for __typename, says that every book is a Media',
    '{ books { reviews { id } __typename } }',
    { catalog: 1, reviews: 1 },
  ],
  [
    'a union in a union at an @interfaceObject',
    '{ me { reviewed { about { ... on Found { ... on Sold { __typename } } } } } }',
    { people: 1, reviews: 1, catalog: 1 },
  ],
  [
    'a union in which nothing can be, in another',
    '{ reviews { about { stars ... on Found { ... on Owned { id: __typename } } } } }',
    { reviews: 1 },
  ],
  [
    'an interface requires what one of its types requires otherwise',
    'query ($yes: Boolean!) { search { ... on Media { score @include(if: $yes) } ... on Book { shipping } } }',
    { catalog: 2, reviews: 1, stock: 1 },
    { yes: true },
  ],
  [
    'a book known by its isbn, sent as a Media',
    '{ shop { offers { of { ... on Media { score } } } } }',
    { stock: 1, catalog: 1, reviews: 1 },
  ],
  [
    'one name for two fields of types that exclude each other',
    '{ all { ... on Film { x: reviews(first: null) { id } } ... on Book { x: reviews(first: 1) { id } } } }',
    { catalog: 1, reviews: 1 },
  ],
  [
    'a field of films that fails takes the same field of books with it',
    '{ all { ... on Film { reviews { flag } } reviews { body } } }',
    { catalog: 2, reviews: 2 },
  ],
  [
    'a field of films that fails is told of books',
    '{ all { score ... on Film { x: reviews { flag } } } }',
    { catalog: 1, reviews: 1 },
  ],
  [
    'what is required of books alone is missed of films',
    '{ shelves { ... on Book { score } stars } }',
    { catalog: 1, reviews: 1 },
  ],
  [
    'what is required is known, and no key',
    'query ($no: Boolean! = false) { reviews { about { ... on Book { ... on Media @skip(if: $no) { score } id } } } }',
    { reviews: 2, catalog: 1 },
  ],
  [
    'the same of books, where films alone are asked for what requires it',
    'query ($yes: Boolean!) { search { ... on Film @skip(if: $yes) { score id } ... on Book { fee title } } }',
    { catalog: 1, reviews: 1, stock: 1 },
    { yes: false },
  ],
  [
    'what is required for a field that is left out',
    'query ($no: Boolean!) { books { shipping @include(if: $no) inStock } }',
    { catalog: 1, stock: 1 },
    { no: false },
  ],
  [
    "a failing field of one type's things takes another's with it",
    '{ search(words: ["f2", "b1"]) { ... on Book { creator { mail } } ... on Film { creator { name } } } }',
    { catalog: 1, people: 1 },
  ],
  [
    'a union that has all the types of an interface',
    '{ featured { ... on Found { ... on Media { reviews { body } } } stars } }',
    { reviews: 1 },
  ],
  [
    'a variable that has the name of what the plan sends',
    'query ($representations: Int!, $representations_1: Boolean!) { all { reviews(first: $representations) { id } related { stars @include(if: $representations_1) } } }',
    { catalog: 1, reviews: 1 },
    { representations: 1, representations_1: true },
  ],
  [
    'conditions that contradict each other',
    'query ($a: Boolean!) { media(id: "b2") { reviews @skip(if: $a) { about @include(if: $a) { id } } } }',
    { catalog: 1, reviews: 1 },
    { a: false },
  ],
  [
    'nothing but contradictions',
    'query ($a: Boolean!) { ... on Query @include(if: $a) { echo @skip(if: $a) } }',
    {},
    { a: true },
  ],
  [
    'an object of which nothing is asked in the end',
    'query ($a: Boolean!) { me { name @include(if: $a) } media(id: "?") { id @include(if: $a) } }',
    { people: 1, catalog: 1 },
    { a: false },
  ],
])('%s', async (_, query, fetches, variables = {}) => {
  const { data, errors, ...counted } = await graph.ask(query, variables)
  const expected = await execute({ schema: model, document: parse(query), variableValues: variables })
  expect(JSON.stringify(data)).toBe(JSON.stringify(expected.data))
  expect(errors?.length).toBe(expected.errors?.length)
  expect(counted.fetches).toEqual(fetches)
})
