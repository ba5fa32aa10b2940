import type { Condition, Expression, Operator, Relation } from './syntax.ts'
import { functions, relations, SyntaxFault } from './syntax.ts'

type Token = { text: string; position: number }
type Reader = { tokens: Token[]; next: number; end: number }

/**
 * Reads an expression by recursive descent. From loosest to tightest: `+ -`, `* /`, a leading `-`, `^` (from the right,
 * so that `-2^2` is -4 and `2^3^2` is 512), brackets and calls. Numbers are whole: write `1/4`, not `0.25`.
 * Throws SyntaxFault.
 */
export function parseExpression(text: string): Expression {
  const reader = read(text)
  const expression = sum(reader)
  return atEnd(reader, expression)
}

/** Reads two expressions with one of `= != < > <= >=` between them. Throws SyntaxFault. */
export function parseCondition(text: string): Condition {
  const reader = read(text)
  const left = sum(reader)
  const relation = reader.tokens[reader.next++]
  if (!relation || !isRelation(relation.text))
    throw new SyntaxFault(`Expected one of ${relations.join(' ')}`, relation?.position ?? reader.end)
  const right = sum(reader)
  return atEnd(reader, { left, relation: relation.text, right })
}

function read(text: string): Reader {
  const tokens: Token[] = []
  const pattern = /\s+|(\d+|[A-Za-z][A-Za-z0-9_]*|<=|>=|!=|[-+*/^(),=<>])/y
  while (pattern.lastIndex < text.length) {
    const position = pattern.lastIndex
    const match = pattern.exec(text)
    if (!match) throw new SyntaxFault(`Unexpected "${text[position]}"`, position)
    if (match[1]) tokens.push({ text: match[1], position })
  }
  return { tokens, next: 0, end: text.length }
}

function sum(reader: Reader): Expression {
  return leftToRight(reader, ['+', '-'], product)
}

function product(reader: Reader): Expression {
  return leftToRight(reader, ['*', '/'], signed)
}

function leftToRight(reader: Reader, operators: Operator[], part: (r: Reader) => Expression): Expression {
  let left = part(reader)
  for (;;) {
    const operator = operators.find((candidate) => take(reader, candidate))
    if (!operator) return left
    left = { kind: 'operation', operator, left, right: part(reader) }
  }
}

function signed(reader: Reader): Expression {
  return take(reader, '-') ? { kind: 'negation', of: signed(reader) } : power(reader)
}

function power(reader: Reader): Expression {
  const base = atom(reader)
  return take(reader, '^') ? { kind: 'operation', operator: '^', left: base, right: signed(reader) } : base
}

function atom(reader: Reader): Expression {
  const token = reader.tokens[reader.next++]
  if (!token) throw new SyntaxFault('The expression ends too early', reader.end)
  if (/^\d/.test(token.text)) return { kind: 'number', digits: token.text }
  if (/^[A-Za-z]/.test(token.text)) {
    return take(reader, '(') ? call(reader, token) : { kind: 'name', name: token.text }
  }
  if (token.text !== '(') throw new SyntaxFault(`Unexpected "${token.text}"`, token.position)
  const inner = sum(reader)
  expect(reader, ')')
  return inner
}

function call(reader: Reader, name: Token): Expression {
  const args = [sum(reader)]
  while (take(reader, ',')) args.push(sum(reader))
  expect(reader, ')')
  const arity = functions.get(name.text)
  if (arity === undefined) throw new SyntaxFault(`There is no function "${name.text}"`, name.position)
  if (arity !== args.length)
    throw new SyntaxFault(`"${name.text}" takes ${arity} arguments, not ${args.length}`, name.position)
  return { kind: 'call', name: name.text, arguments: args }
}

function take(reader: Reader, text: string): boolean {
  if (reader.tokens[reader.next]?.text !== text) return false
  reader.next++
  return true
}

function expect(reader: Reader, text: string): void {
  const token = reader.tokens[reader.next]
  if (!take(reader, text)) throw new SyntaxFault(`Expected "${text}"`, token?.position ?? reader.end)
}

function atEnd<T>(reader: Reader, result: T): T {
  const rest = reader.tokens[reader.next]
  if (rest) throw new SyntaxFault(`Unexpected "${rest.text}"`, rest.position)
  return result
}

function isRelation(text: string): text is Relation {
  return relations.some((relation) => relation === text)
}
