import fc from 'fast-check'
import { asJson } from '../../../gateway/reach/as-json.ts'

const leaf = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.date(),
  fc.constantFrom(
    Symbol('x'),
    () => 1,
    new String('boxed'),
    new Number(Number.NaN),
    new Boolean(false),
    new Map([[1, 2]]),
    /x/,
  ),
)
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value')),
    fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), tie('value')),
    fc.dictionary(fc.string(), tie('value'), { noNullPrototype: false }),
    tie('value').map((inner) => ({ toJSON: () => inner })),
  ),
}))

test('gives what a round trip through text gives', () => {
  fc.assert(
    fc.property(anything.value, (value) => {
      const text = JSON.stringify(value)
      const expected: unknown = text === undefined ? undefined : JSON.parse(text)
      expect(asJson(value)).toStrictEqual(expected)
    }),
  )
})

test('shares nothing with what it was given', () => {
  const inner = { list: [1] }
  const copy = asJson({ inner }) as { inner: typeof inner }
  copy.inner.list.push(2)
  expect(inner).toEqual({ list: [1] })
})

test('a BigInt has no JSON', () => {
  expect(() => asJson({ n: 1n })).toThrow(TypeError)
})
