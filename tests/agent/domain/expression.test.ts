import fc from 'fast-check'
import { evaluate, holds } from '../../../subgraphs/agent/domain/expression/evaluate.ts'
import { parseCondition, parseExpression } from '../../../subgraphs/agent/domain/expression/parse.ts'
import type { Expression } from '../../../subgraphs/agent/domain/expression/syntax.ts'
import { fraction, textOf } from '../../../subgraphs/agent/domain/fraction.ts'
import { fractionFrom, namesIn, print } from './read-models.ts'
import { check, pairFrom, run, same } from '../../../subgraphs/agent/domain/verification/stack-machine.ts'

const values = { a: fraction(3n), b: fraction(-2n), c: fraction(5n, 4n) }
const pairs = { a: pairFrom('3'), b: pairFrom('-2'), c: pairFrom('5/4') }

/** What the generator's evaluator and the independent one give, which must be the same; the text of the number. */
function valueOf(text: string): string {
  const value = evaluate(parseExpression(text), values)
  expect(same(run(text, pairs), pairFrom(textOf(value)))).toBe(true)
  return textOf(value)
}

test.each([
  ['1 + 2 * 3', '7'],
  ['(1 + 2) * 3', '9'],
  ['10 - 4 - 3', '3'],
  ['48 / 4 / 3', '4'],
  ['-2 ^ 2', '-4'],
  ['(-2) ^ 2', '4'],
  ['2 ^ 3 ^ 2', '512'],
  ['2 ^ -2', '1/4'],
  ['2 ^ -1 * 3', '3/2'],
  ['2 * -3', '-6'],
  ['1 - -1', '2'],
  ['a * b + c', '-19/4'],
  ['1 / 3 + 1 / 6', '1/2'],
  ['abs(b) + floor(-c) + max(a, c) - min(a, b)', '5'],
  ['mod(-7, 3) + mod(7 / 2, 1)', '5/2'],
  ['gcd(-12, 18) * gcd(0, 0)', '6'],
  ['sqrt(25 / 4) + sqrt(0)', '5/2'],
  ['factorial(5) + factorial(0)', '121'],
  ['choose(7, 3) + choose(3, 7) + choose(4, 0)', '36'],
])('%s is %s, by both evaluators', (text, expected) => {
  expect(valueOf(text)).toBe(expected)
})

test('what has no exact value is refused by both evaluators', () => {
  for (const text of [
    '1 / 0',
    '0 ^ -1',
    'sqrt(2)',
    'sqrt(-4)',
    'choose(5 / 2, 1)',
    'nowhere + 1',
    'mod(1, 0)',
  ]) {
    expect(() => evaluate(parseExpression(text), values)).toThrow()
    expect(() => run(text, pairs)).toThrow()
  }
})

test.each([
  ['1 +', 'The expression ends too early at character 4'],
  ['1 2', 'Unexpected "2" at character 3'],
  ['(1', 'Expected ")" at character 3'],
  ['1.5', 'Unexpected "." at character 2'],
  ['choose(1)', '"choose" takes 2 arguments, not 1 at character 1'],
  ['toString(1)', 'There is no function "toString" at character 1'],
])('%s is no expression: %s', (text, message) => {
  expect(() => parseExpression(text)).toThrow(message)
})

test('conditions compare exactly, by both evaluators', () => {
  for (const [text, expected] of [
    ['1 / 3 + 2 / 3 = 1', true],
    ['c > 1', true],
    ['c >= 5 / 4', true],
    ['a < b', false],
    ['a <= b', false],
    ['a != b', true],
    ['a != 3', false],
  ] as const) {
    expect(holds(parseCondition(text), values)).toBe(expected)
    expect(check(text, pairs)).toBe(expected)
  }
  expect(() => parseCondition('1 + 1')).toThrow('Expected one of')
})

test('an expression reads the names in it', () => {
  expect(namesIn(parseExpression('a * (b + max(a, c)) - 1')).toSorted()).toEqual(['a', 'b', 'c'])
})

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5 },
    fc.nat(30).map((n): Expression => ({ kind: 'number', digits: `${n}` })),
    fc.constantFrom('a', 'b', 'c').map((name): Expression => ({ kind: 'name', name })),
    tie('expression').map((of): Expression => ({ kind: 'negation', of })),
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/'), tie('expression'), tie('expression'))
      .map(([operator, left, right]): Expression => ({ kind: 'operation', operator, left, right })),
    fc.tuple(tie('expression'), fc.integer({ min: -3, max: 4 })).map(([left, times]): Expression => {
      const size: Expression = { kind: 'number', digits: `${Math.abs(times)}` }
      const right: Expression = times < 0 ? { kind: 'negation', of: size } : size
      return { kind: 'operation', operator: '^', left, right }
    }),
    fc
      .tuple(fc.constantFrom('min', 'max', 'mod'), tie('expression'), tie('expression'))
      .map(([name, a, b]): Expression => ({ kind: 'call', name, arguments: [a, b] })),
    fc
      .tuple(fc.constantFrom('abs', 'floor'), tie('expression'))
      .map(([name, a]): Expression => ({ kind: 'call', name, arguments: [a] })),
  ),
}))

test('an expression printed and read again is the same expression', () => {
  fc.assert(fc.property(expression, (tree) => expect(parseExpression(print(tree))).toEqual(tree)))
})

test('the two evaluators agree on every expression, and on which have no value', () => {
  fc.assert(
    fc.property(expression, (tree) => {
      const text = print(tree)
      const outcome = (work: () => string) => {
        try {
          return work()
        } catch {
          return 'none'
        }
      }
      const first = outcome(() => textOf(evaluate(tree, values)))
      const second = outcome(() => {
        const [n, d] = run(text, pairs)
        return textOf(fraction(n, d))
      })
      expect(second).toBe(first)
    }),
    { numRuns: 500 },
  )
})

test('brackets that precedence makes needless can be left out', () => {
  const operator = fc.constantFrom('+', '-', '*', '/')
  const flat = fc.tuple(
    fc.integer({ min: 1, max: 20 }),
    fc.array(fc.tuple(operator, fc.integer({ min: 1, max: 20 }))),
  )
  fc.assert(
    fc.property(flat, ([first, rest]) => {
      const text = [first, ...rest.flat()].join(' ')
      // JavaScript reads these operators as mathematics does; its numbers are inexact, so compare loosely.
      const expected = Function(`return ${text}`)() as number
      const { n, d } = evaluate(parseExpression(text), {})
      expect(Number(n) / Number(d)).toBeCloseTo(expected, 6)
    }),
  )
})

test('fractions are a field', () => {
  const number = fc.tuple(fc.bigInt(-50n, 50n), fc.bigInt(1n, 50n)).map(([n, d]) => fraction(n, d))
  const is = (text: string, x: Record<string, ReturnType<typeof fraction>>) => holds(parseCondition(text), x)
  fc.assert(
    fc.property(number, number, number, (x, y, z) => {
      expect(is('(x + y) + z = x + (y + z)', { x, y, z })).toBe(true)
      expect(is('x * (y + z) = x * y + x * z', { x, y, z })).toBe(true)
      expect(is('x - x = 0', { x })).toBe(true)
      if (y.n !== 0n) expect(is('x / y * y = x', { x, y })).toBe(true)
      expect(fractionFrom(textOf(x))).toEqual(x)
    }),
  )
})
