import { type FieldNode, parse, print, visit } from 'graphql'
import { createSetApart } from '../../../../gateway/plan/corrections/set-apart.ts'

const setApart = createSetApart(
  new Map([
    [
      'Post.commenters',
      [
        { coordinate: 'Post.comments', name: 'comments', arguments: 'limit: 3' },
        { coordinate: 'Post.summary', name: 'summary', arguments: '' },
      ],
    ],
  ]),
  new Set(['id']),
  { interfaceObjects: true },
)

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ')

test.each([
  ['{ post { title id commenters } }', 'nothing that a plan could mistake'],
  ['{ post { summary } }', 'what is required without arguments, asked for without'],
])('%s stays: %s', (query) => {
  expect(oneLine(print(setApart(parse(query)).apply(parse(query))))).toBe(query)
})

test.each([
  ['{ post { comments(limit: 1) } }', '{ post { comments_asked: comments(limit: 1) } }'],
  ['{ post { c: comments(limit: 1) } }', '{ post { c: comments(limit: 1) } }'],
  ['{ post { comments } }', '{ post { comments_asked: comments } }'],
  ['{ post { summary(short: true) } }', '{ post { summary_asked: summary(short: true) } }'],
  ['{ post { id: title } }', '{ post { id_asked: title } }'],
  ['{ post { __typename: title } }', '{ post { __typename_asked: title } }'],
  ['{ post { comments a_asked: title } }', '{ post { comments_asked_: comments a_asked: title } }'],
])('%s is fetched as %s', (query, expected) => {
  const document = parse(query)
  const { apply, fetchedAs } = setApart(document)
  const applied = apply(document)
  expect(oneLine(print(applied))).toBe(expected)
  const names: string[] = []
  visit(document, { Field: (field: FieldNode) => void names.push(fetchedAs(field)) })
  const fetched: string[] = []
  visit(applied, { Field: (field: FieldNode) => void fetched.push(field.alias?.value ?? field.name.value) })
  expect(names).toEqual(fetched)
})

test("the paths of errors have the client's names", () => {
  const { toClientPaths } = setApart(parse('{ posts { comments } }'))
  expect(
    toClientPaths([{ message: 'a', path: ['posts', 0, 'comments_asked', 'text_asked2'] }, { message: 'b' }]),
  ).toEqual([{ message: 'a', path: ['posts', 0, 'comments', 'text'] }, { message: 'b' }])
})

test('what types that exclude each other call by one name has a name for each', () => {
  const document = parse(`{ media { ... on Book { x: pages about { n: title } } ...F } other { x: pages } }
    fragment F on Film { x: minutes about { n: name } last: minutes }`)
  expect(oneLine(print(setApart(document).apply(document)))).toBe(
    '{ media { ... on Book { x_asked1: pages about { n_asked1: title } } ...F } other { x_asked1: pages } } ' +
      'fragment F on Film { x_asked2: minutes about { n_asked2: name } last: minutes }',
  )
  const without = createSetApart(new Map(), new Set(), { interfaceObjects: false })
  expect(without(document).apply(document)).toEqual(document)
})
