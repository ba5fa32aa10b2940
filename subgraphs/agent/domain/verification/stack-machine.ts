/**
 * A second opinion on every value. It shares no code with `../expression` and `../fraction.ts`, which the generator
 * uses, and works by other methods: the text is compiled to postfix order with Dijkstra's shunting-yard and run on a
 * stack of unreduced BigInt pairs; powers are repeated products, roots Newton's, binomials Pascal's rule, and the
 * greatest common divisor repeated subtraction. A fault in one evaluator is therefore not repeated by the other.
 */
export type Pair = readonly [numerator: bigint, denominator: bigint]

type Instruction = { push: Pair } | { load: string } | { apply: string }

/** The value of an expression, as an unreduced pair. Throws Error when it cannot be computed. */
export function run(text: string, values: Readonly<Record<string, Pair>>): Pair {
  const stack: Pair[] = []
  const pop = () => {
    const top = stack.pop()
    if (!top) throw new Error(`"${text}" takes more values than it has.`)
    return top
  }
  for (const instruction of compile(text)) {
    if ('push' in instruction) stack.push(instruction.push)
    else if ('load' in instruction) {
      const value = values[instruction.load]
      if (!value) throw new Error(`"${instruction.load}" is not known.`)
      stack.push(value)
    } else {
      const right = pop()
      const alone = unary.get(instruction.apply)
      stack.push(alone ? alone(right) : apply(instruction.apply, pop(), right))
    }
  }
  const result = pop()
  if (stack.length > 0) throw new Error(`"${text}" leaves ${stack.length} values over.`)
  return result
}

/** Whether a condition such as `a * value + b = c` holds. Throws Error when it cannot be decided. */
export function check(text: string, values: Readonly<Record<string, Pair>>): boolean {
  const parts = text.split(/(<=|>=|!=|=|<|>)/)
  const [left, relation, right] = parts
  if (parts.length !== 3 || !left || !relation || !right) throw new Error(`"${text}" is not a condition.`)
  const sign = signOf(minus(run(left, values), run(right, values)))
  if (relation === '!=') return sign !== 0
  return (
    (relation.includes('=') && sign === 0) ||
    (relation.includes('<') && sign < 0) ||
    (relation.includes('>') && sign > 0)
  )
}

/** Whether two pairs are the same number: a/b = c/d when ad = cb. */
export const same = (a: Pair, b: Pair): boolean => a[0] * b[1] === b[0] * a[1]

/** The pair that a text such as `-3` or `5/4` stands for. */
export function pairFrom(text: string): Pair {
  const [numerator = '', denominator = '1'] = text.split('/')
  return [BigInt(numerator), BigInt(denominator)]
}

const precedence: Record<string, number> = { '+': 1, '-': 1, '*': 2, '/': 2, negate: 3, '^': 4 }

function apply(name: string, left: Pair, right: Pair): Pair {
  const operation = binary.get(name)
  if (!operation) throw new Error(`There is no operation "${name}".`)
  return operation(left, right)
}

/** Dijkstra's shunting-yard. A minus is a sign when nothing that has a value stands before it. */
function compile(text: string): Instruction[] {
  const output: Instruction[] = []
  const waiting: string[] = []
  const release = (until: (top: string) => boolean) => {
    for (let top = waiting.at(-1); top !== undefined && top !== '(' && !until(top); top = waiting.at(-1)) {
      output.push({ apply: top })
      waiting.pop()
    }
  }
  let valueBefore = false
  for (const token of text.match(/[A-Za-z]\w*(?=\s*\()|[A-Za-z]\w*|\d+|\S/g) ?? []) {
    if (/^\d/.test(token)) {
      output.push({ push: [BigInt(token), 1n] })
      valueBefore = true
    } else if (functions.has(token)) {
      waiting.push(token)
      valueBefore = false
    } else if (/^[A-Za-z]/.test(token)) {
      output.push({ load: token })
      valueBefore = true
    } else if (token === '(') {
      waiting.push('(')
      valueBefore = false
    } else if (token === ',') {
      release(() => false)
      valueBefore = false
    } else if (token === ')') {
      release(() => false)
      if (waiting.pop() !== '(') throw new Error(`"${text}" closes a bracket that is not open.`)
      const name = waiting.at(-1)
      if (name !== undefined && functions.has(name)) {
        output.push({ apply: name })
        waiting.pop()
      }
      valueBefore = true
    } else if (token === '-' && !valueBefore) waiting.push('negate')
    else {
      const mine = precedence[token]
      if (mine === undefined) throw new Error(`"${text}" holds an unknown "${token}".`)
      release((top) => (precedence[top] ?? 0) < mine || (token === '^' && top === '^'))
      waiting.push(token)
      valueBefore = false
    }
  }
  release(() => false)
  if (waiting.length > 0) throw new Error(`"${text}" leaves a bracket open.`)
  return output
}

const minus = (a: Pair, b: Pair): Pair => [a[0] * b[1] - b[0] * a[1], a[1] * b[1]]
const negative = (a: Pair): Pair => [-a[0], a[1]]
const signOf = ([n, d]: Pair): number => (n === 0n ? 0 : n > 0n === d > 0n ? 1 : -1)

const unary = new Map<string, (a: Pair) => Pair>([
  ['negate', negative],
  ['abs', (a) => (signOf(a) < 0 ? negative(a) : a)],
  ['floor', (a) => [wholePart(a), 1n]],
  ['sqrt', ([n, d]) => [newton(n * d), d < 0n ? -d : d]],
  ['factorial', (a) => [integer(a) < 2n ? 1n : upTo(integer(a)).reduce((x, y) => x * y), 1n]],
])

const binary = new Map<string, (a: Pair, b: Pair) => Pair>([
  ['+', (a, b) => minus(a, negative(b))],
  ['-', minus],
  ['*', (a, b) => [a[0] * b[0], a[1] * b[1]]],
  ['/', over],
  ['^', power],
  ['min', (a, b) => (signOf(minus(a, b)) <= 0 ? a : b)],
  ['max', (a, b) => (signOf(minus(a, b)) >= 0 ? a : b)],
  ['gcd', (a, b) => [shared(integer(a), integer(b)), 1n]],
  ['mod', (a, b) => minus(a, [b[0] * wholePart(over(a, b)), b[1]])],
  ['choose', (a, b) => [pascal(integer(a), integer(b)), 1n]],
])

const functions = new Set(['abs', 'floor', 'sqrt', 'factorial', 'min', 'max', 'gcd', 'mod', 'choose'])

function over(a: Pair, b: Pair): Pair {
  if (b[0] === 0n) throw new Error('A division by zero.')
  return [a[0] * b[1], a[1] * b[0]]
}

function power(base: Pair, exponent: Pair): Pair {
  const times = integer(exponent)
  let result: Pair = [1n, 1n]
  for (let i = times < 0n ? -times : times; i > 0n; i--) result = [result[0] * base[0], result[1] * base[1]]
  return times < 0n ? over([1n, 1n], result) : result
}

/** The greatest common divisor by subtraction; of two zeros it is 1. */
function shared(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (x > 0n && y > 0n) {
    if (x > y) x -= y
    else y -= x
  }
  return x + y || 1n
}

/** The k-th number of the n-th row of Pascal's triangle. */
function pascal(n: bigint, k: bigint): bigint {
  let row = [1n]
  for (let i = 0n; i < n; i++) row = [...row, 0n].map((x, at) => x + (row[at - 1] ?? 0n))
  return row[Number(k)] ?? 0n
}

const upTo = (n: bigint): bigint[] => Array.from({ length: Number(n) }, (_, i) => BigInt(i + 1))

function integer(a: Pair): bigint {
  const quotient = a[0] / a[1]
  if (quotient * a[1] !== a[0]) throw new Error(`${a[0]}/${a[1]} is not whole.`)
  return quotient
}

function wholePart([numerator, denominator]: Pair): bigint {
  if (denominator === 0n) throw new Error('A division by zero.')
  const remainder = ((numerator % denominator) + denominator) % denominator
  return (numerator - remainder) / denominator
}

function newton(square: bigint): bigint {
  if (square < 0n) throw new Error(`${square} has no root.`)
  let root = square
  for (let next = (root + 1n) / 2n; next < root; next = (root + square / (root || 1n)) / 2n) root = next
  if (root * root !== square) throw new Error(`${square} is not a square.`)
  return root
}
