import type { Expression } from '../../../subgraphs/agent/domain/expression/syntax.ts'
import { type Fraction, fraction } from '../../../subgraphs/agent/domain/fraction.ts'

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

/** The expressions and words that a template's slots read. */
export function slotsOf(template: string): string[] {
  return Array.from(template.matchAll(/\[\[([^\]|]+)/g), (match) => match[1] ?? '')
}

/** The number that `textOf` wrote. */
export function fractionFrom(text: string): Fraction {
  const match = /^(-?\d+)(?:\/(\d+))?$/.exec(text)
  if (!match?.[1]) throw new Error(`"${text}" is neither a whole number nor a fraction.`)
  return fraction(BigInt(match[1]), BigInt(match[2] ?? '1'))
}
