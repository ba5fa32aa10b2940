import { type GraphQLOutputType, isEnumType, isScalarType } from 'graphql'

const INTEGER = /^-?\d+$/

/**
 * Whether a subgraph's value is one of a leaf type, as the client's schema has it: an enum value that only other
 * subgraphs know is none. What a custom scalar accepts is its subgraph's affair.
 */
export function createAcceptLeaf(type: GraphQLOutputType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map(({ name }) => name))
    return (value) => typeof value === 'string' && names.has(value)
  }
  switch (isScalarType(type) ? type.name : undefined) {
    case 'Boolean':
      return (value) => typeof value === 'boolean'
    case 'Int':
      return (value) => typeof value === 'number' && Number.isInteger(value)
    case 'Float':
      return (value) => typeof value === 'number'
    case 'String':
      return (value) => typeof value === 'string'
    case 'ID':
      return (value) =>
        typeof value === 'string' || (typeof value === 'number' && INTEGER.test(String(value)))
    default:
      return () => true
  }
}
