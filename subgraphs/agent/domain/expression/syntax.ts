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
