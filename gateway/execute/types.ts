import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql'

/**
 * Whether a type, by name, is or belongs to another. The name may be an interface's: an `@interfaceObject` answers with
 * it where the concrete type is not known.
 */
export function createIsType(schema: GraphQLSchema): (name: string, condition: string) => boolean {
  return (name, condition) => {
    if (name === condition) return true
    const type = schema.getType(name)
    const abstract = schema.getType(condition)
    if (!isAbstractType(abstract) || !(isObjectType(type) || isInterfaceType(type))) return false
    if (schema.isSubType(abstract, type)) return true
    if (isObjectType(type)) return false
    // What is of an interface is of a union that has all of its types.
    const possible = schema.getPossibleTypes(type)
    return possible.length > 0 && possible.every((one) => schema.isSubType(abstract, one))
  }
}

export type IsType = ReturnType<typeof createIsType>
