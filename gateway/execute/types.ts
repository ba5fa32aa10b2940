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
    return (
      isAbstractType(abstract) &&
      (isObjectType(type) || isInterfaceType(type)) &&
      schema.isSubType(abstract, type)
    )
  }
}

export type IsType = ReturnType<typeof createIsType>
