import type { Fraction } from '../fraction.ts'
import * as exact from '../fraction.ts'
import type { Condition, Expression, Operator } from './syntax.ts'

export type Values = Readonly<Record<string, Fraction>>

/**
 * The exact value of an expression, found by walking its tree. Throws ArithmeticError for a name without a value and
 * for what has no rational value (a division by zero, `sqrt(2)`, `choose(2, 5/2)`).
 */
export function evaluate(expression: Expression, values: Values): Fraction {
  switch (expression.kind) {
    case 'number':
      return exact.fraction(BigInt(expression.digits))
    case 'name':
      return valueOf(expression.name, values)
    case 'negation':
      return exact.negate(evaluate(expression.of, values))
    case 'operation':
      return operators[expression.operator](
        evaluate(expression.left, values),
        evaluate(expression.right, values),
      )
    case 'call':
      return call(
        expression.name,
        expression.arguments.map((argument) => evaluate(argument, values)),
      )
  }
}

/** Whether a condition holds for these values. Throws ArithmeticError as `evaluate` does. */
export function holds(condition: Condition, values: Values): boolean {
  const order = exact.compare(evaluate(condition.left, values), evaluate(condition.right, values))
  switch (condition.relation) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '>':
      return order > 0
    case '<=':
      return order <= 0
    case '>=':
      return order >= 0
  }
}

/** Beyond this an exponent or a factorial is a slip in a model, and would fill the memory. */
const largestCount = 200n

const operators: Record<Operator, (a: Fraction, b: Fraction) => Fraction> = {
  '+': exact.add,
  '-': exact.subtract,
  '*': exact.multiply,
  '/': exact.divide,
  '^': power,
}

function valueOf(name: string, values: Values): Fraction {
  const value = values[name]
  if (!value) throw new exact.ArithmeticError(`"${name}" has no value.`)
  return value
}

function call(name: string, [a = exact.zero, b = exact.zero]: Fraction[]): Fraction {
  switch (name) {
    case 'abs':
      return exact.absolute(a)
    case 'floor':
      return exact.floor(a)
    case 'sqrt':
      return exact.fraction(squareRoot(a.n), squareRoot(a.d))
    case 'factorial':
      return exact.fraction(falling(count(a), count(a)))
    case 'min':
      return exact.compare(a, b) < 0 ? a : b
    case 'max':
      return exact.compare(a, b) > 0 ? a : b
    case 'gcd':
      return exact.fraction(exact.greatestCommonDivisor(whole(a), whole(b)))
    case 'mod':
      return exact.subtract(a, exact.multiply(b, exact.floor(exact.divide(a, b))))
    case 'choose':
      return choose(count(a), count(b))
    default:
      throw new exact.ArithmeticError(`There is no function "${name}".`)
  }
}

function power(base: Fraction, exponent: Fraction): Fraction {
  const times = count(exact.absolute(exponent))
  const raised = exact.fraction(base.n ** times, base.d ** times)
  return exponent.n < 0n ? exact.divide(exact.one, raised) : raised
}

function choose(n: bigint, k: bigint): Fraction {
  return k > n ? exact.zero : exact.fraction(falling(n, k), falling(k, k))
}

/** n (n-1) (n-2) …, k factors in all. */
function falling(n: bigint, k: bigint): bigint {
  let result = 1n
  for (let i = 0n; i < k; i++) result *= n - i
  return result
}

function whole(a: Fraction): bigint {
  if (!exact.isWhole(a)) throw new exact.ArithmeticError(`${exact.textOf(a)} is not a whole number.`)
  return a.n
}

function count(a: Fraction): bigint {
  const n = whole(a)
  if (n < 0n || n > largestCount)
    throw new exact.ArithmeticError(`${n} is not a count from 0 to ${largestCount}.`)
  return n
}

/** The exact root, by bisection. */
function squareRoot(n: bigint): bigint {
  let [low, high] = [0n, n < 0n ? 0n : n]
  while (low < high) {
    const middle = (low + high + 1n) / 2n
    if (middle * middle <= n) low = middle
    else high = middle - 1n
  }
  if (low * low !== n) throw new exact.ArithmeticError(`${n} is not the square of a whole number.`)
  return low
}
