import { type GraphQLOutputType, isEnumType, isScalarType } from 'graphql'

/** The client's value for a subgraph's, or undefined when that is none of its type. */
type CompleteLeaf = (value: unknown) => unknown

const MOST = 2 ** 31 - 1
const LEAST = -(2 ** 31)

/** Deeper than anyone means, and not so deep that a recursive writer of JSON runs out of stack. */
const DEEPEST = 500

/**
 * How values of a leaf type are told from others, as the client's schema has it: an enum value that only other subgraphs
 * know is none. What a custom scalar accepts is its subgraph's affair, as long as it can be written.
 */
export function createCompleteLeaf(type: GraphQLOutputType): CompleteLeaf {
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map(({ name }) => name))
    return (value) => (typeof value === 'string' && names.has(value) ? value : undefined)
  }
  switch (isScalarType(type) ? type.name : undefined) {
    case 'Boolean':
      return (value) => (typeof value === 'boolean' ? value : undefined)
    case 'Int':
      return (value) =>
        typeof value === 'number' && Number.isInteger(value) && value >= LEAST && value <= MOST
          ? value
          : undefined
    case 'Float':
      return (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)
    case 'String':
      return (value) => (typeof value === 'string' ? value : undefined)
    case 'ID':
      return (value) => {
        if (typeof value === 'string') return value
        // As a server of the whole schema would write it. Beyond, a number has lost digits already.
        return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined
      }
    default:
      return (value) => (typeof value !== 'object' || nestsAtMost(value, DEEPEST) ? value : undefined)
  }
}

function nestsAtMost(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0) return false
  for (const inner of Object.values(value)) if (!nestsAtMost(inner, depth - 1)) return false
  return true
}
