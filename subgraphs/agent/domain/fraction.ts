/** An exact rational number in lowest terms; the denominator is positive. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

/** What an expression cannot give: a division by zero, the root of a number that is no square, and the like. */
export class ArithmeticError extends Error {
  override name = 'ArithmeticError'
}

export const zero: Fraction = { n: 0n, d: 1n }
export const one: Fraction = { n: 1n, d: 1n }

/** `n / d` in lowest terms. Throws ArithmeticError when `d` is zero. */
export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 0n) throw new ArithmeticError(`Cannot divide ${n} by zero.`)
  const divisor = greatestCommonDivisor(n, d) * (d < 0n ? -1n : 1n)
  return { n: n / divisor, d: d / divisor }
}

export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const negate = (a: Fraction): Fraction => ({ n: -a.n, d: a.d })
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, negate(b))
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d)
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n)
export const absolute = (a: Fraction): Fraction => (a.n < 0n ? negate(a) : a)
export const isWhole = (a: Fraction): boolean => a.d === 1n
export const equals = (a: Fraction, b: Fraction): boolean => a.n === b.n && a.d === b.d

/** -1, 0 or 1, as `a` is less than, equal to or greater than `b`. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The largest whole number that is not greater than `a`. BigInt division truncates, so negatives need a step down. */
export function floor(a: Fraction): Fraction {
  const quotient = a.n / a.d
  return fraction(a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient)
}

/** The greatest common divisor, never negative; of two zeros it is 1, so that it can always be divided by. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x === 0n ? 1n : x
}

/** `-3`, or `5/4`. */
export const textOf = (a: Fraction): string => (isWhole(a) ? `${a.n}` : `${a.n}/${a.d}`)

/** The nearest floating-point number, for sizes only: nothing exact may come out of it. */
export const approximately = (a: Fraction): number => Number(a.n) / Number(a.d)
