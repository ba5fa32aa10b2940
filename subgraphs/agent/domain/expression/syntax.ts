/** The language in which item models state values: `(a - c) * x + b`, `choose(n, 2) / max(p, q)`. */
export type Expression =
  | { kind: 'number'; digits: string }
  | { kind: 'name'; name: string }
  | { kind: 'negation'; of: Expression }
  | { kind: 'operation'; operator: Operator; left: Expression; right: Expression }
  | { kind: 'call'; name: string; arguments: Expression[] }

export type Operator = '+' | '-' | '*' | '/' | '^'

/** A statement about two values, `value * p + q = c`, that holds or does not. */
export type Condition = { left: Expression; relation: Relation; right: Expression }

export const relations = ['<=', '>=', '!=', '=', '<', '>'] as const
export type Relation = (typeof relations)[number]

/** How many arguments each function takes. */
export const functions: ReadonlyMap<string, number> = new Map([
  ['abs', 1],
  ['floor', 1],
  ['sqrt', 1],
  ['factorial', 1],
  ['min', 2],
  ['max', 2],
  ['gcd', 2],
  ['mod', 2],
  ['choose', 2],
])

/** An expression that is not of the language; `position` counts characters from 0. */
export class SyntaxFault extends Error {
  override name = 'SyntaxFault'
  readonly position: number

  constructor(message: string, position: number) {
    super(`${message} at character ${position + 1}`)
    this.position = position
  }
}

/** Every name that an expression reads, once each. */
export function namesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'number':
      return []
    case 'name':
      return [expression.name]
    case 'negation':
      return namesIn(expression.of)
    case 'operation':
      return [...new Set([...namesIn(expression.left), ...namesIn(expression.right)])]
    case 'call':
      return [...new Set(expression.arguments.flatMap(namesIn))]
  }
}

/** The expression as text, with a bracket around every part, so that it can be read in one way only. */
export function print(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.digits
    case 'name':
      return expression.name
    case 'negation':
      return `(-${print(expression.of)})`
    case 'operation':
      return `(${print(expression.left)} ${expression.operator} ${print(expression.right)})`
    case 'call':
      return `${expression.name}(${expression.arguments.map(print).join(', ')})`
  }
}
