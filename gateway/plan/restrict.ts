import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from 'graphql'
import type { Protection, Requirement } from '../supergraph/read-protection.ts'
import { spreadFragments } from './spread-fragments.ts'

/** An operation without what its caller may not see. */
export type Restricted = {
  /** What may be fetched. */
  document: DocumentNode
  /** The whole operation, its fragments in place, of which `refused` are parts. */
  operation: OperationDefinitionNode
  /** The fields that are answered with null, and the fragments whose fields are left out, each with an error. */
  refused: ReadonlySet<SelectionNode>
}

/**
 * Takes out of operations what a caller may not see, before they are planned, so that it is not fetched.
 *
 * Refused are a field whose own requirement, or that of the type which it gives, is not met, and a fragment on a type
 * whose requirement is not met. A field of an interface is refused when that of any implementation that can turn up
 * is; and who asks an interface for its own fields, while an implementation that can turn up is protected as a type, is
 * refused the interface whole: the answer would tell of those as well. `__typename` is never refused, as no introspection
 * is; nor is what the plan reads for itself, such as keys, and does not show.
 */
export function createRestrict(schema: GraphQLSchema, protection: Protection) {
  const possibleTypes = new Map<string, ReadonlySet<string>>()

  /** The object types that a value of a type can have. */
  function possibleOf(type: GraphQLNamedType): ReadonlySet<string> {
    let known = possibleTypes.get(type.name)
    if (!known) {
      known = new Set(
        isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name],
      )
      possibleTypes.set(type.name, known)
    }
    return known
  }

  /** Decides for one caller. */
  function decideWith(meets: (requirement: Requirement) => boolean) {
    const refused = new Set<SelectionNode>()

    const showsType = (name: string) => isMet(protection.types.get(name))
    const showsField = (type: string, field: string) => isMet(protection.fields.get(`${type}.${field}`))
    function isMet(requirement: Requirement | undefined): boolean {
      return requirement === undefined || meets(requirement)
    }

    /** Whether a selection asks an abstract type for a field that a type it must not show would answer as well. */
    function mixesHidden(
      { selections }: SelectionSetNode,
      type: GraphQLNamedType,
      possible: ReadonlySet<string>,
    ) {
      return selections.some((selection): boolean => {
        if (selection.kind === Kind.FIELD) return !isMeta(selection) && ![...possible].every(showsType)
        if (selection.kind === Kind.FRAGMENT_SPREAD) return false
        const condition = conditionOf(selection.typeCondition?.name.value, type)
        if (!showsType(condition.name)) return false
        return mixesHidden(selection.selectionSet, condition, narrow(possible, condition))
      })
    }

    function shows(field: FieldNode, parent: GraphQLNamedType, possible: ReadonlySet<string>): boolean {
      const name = field.name.value
      const definition =
        isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined
      if (!definition) return false
      if (!showsField(parent.name, name)) return false
      if (![...possible].every((one) => showsType(one) && showsField(one, name))) return false
      const type = getNamedType(definition.type)
      if (!showsType(type.name)) return false
      return !field.selectionSet || !mixesHidden(field.selectionSet, type, possibleOf(type))
    }

    function keep(
      { selections }: SelectionSetNode,
      parent: GraphQLNamedType,
      possible: ReadonlySet<string>,
    ): SelectionNode[] {
      return selections.flatMap((selection): SelectionNode[] => {
        if (selection.kind === Kind.FRAGMENT_SPREAD) return []
        if (selection.kind === Kind.INLINE_FRAGMENT) {
          const condition = conditionOf(selection.typeCondition?.name.value, parent)
          if (!showsType(condition.name)) {
            refused.add(selection)
            return []
          }
          const inner = keep(selection.selectionSet, condition, narrow(possible, condition))
          return inner.length > 0 ? [{ ...selection, selectionSet: selectionSet(inner) }] : []
        }
        if (isMeta(selection)) return [selection]
        if (!shows(selection, parent, possible)) {
          refused.add(selection)
          return []
        }
        if (!selection.selectionSet) return [selection]
        const type = typeOf(parent, selection)
        const inner = keep(selection.selectionSet, type, possibleOf(type))
        // Whether there is such a thing may still be told.
        return [{ ...selection, selectionSet: selectionSet(inner.length > 0 ? inner : [TYPENAME]) }]
      })
    }

    return { keep, refused }
  }

  function conditionOf(name: string | undefined, parent: GraphQLNamedType): GraphQLNamedType {
    return (name === undefined ? undefined : schema.getType(name)) ?? parent
  }

  function narrow(possible: ReadonlySet<string>, condition: GraphQLNamedType): ReadonlySet<string> {
    const those = possibleOf(condition)
    return new Set([...possible].filter((name) => those.has(name)))
  }

  function typeOf(parent: GraphQLNamedType, field: FieldNode): GraphQLNamedType {
    const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {}
    const definition = fields[field.name.value]
    if (!definition) throw new Error(`${parent.name}.${field.name.value} is no field.`)
    return getNamedType(definition.type)
  }

  function rootOf(operation: OperationDefinitionNode): GraphQLNamedType {
    const root = schema.getRootType(operation.operation)
    if (!root) throw new Error(`The graph has no ${operation.operation}.`)
    return root
  }

  const isOpen = protection.types.size === 0 && protection.fields.size === 0

  return {
    /** All that may matter to what is shown of an operation, each once. */
    requirementsOf(document: DocumentNode, operation: OperationDefinitionNode): readonly Requirement[] {
      if (isOpen) return []
      const met = new Set<Requirement>()
      // Were all of them met, nothing would be left out, and so each is asked for.
      const { keep } = decideWith((requirement) => met.add(requirement) !== undefined)
      const root = rootOf(operation)
      keep(spreadFragments(document, operation).selectionSet, root, possibleOf(root))
      return [...met]
    },

    /** Undefined when all of an operation may be seen. */
    restrict(
      document: DocumentNode,
      operation: OperationDefinitionNode,
      meets: (requirement: Requirement) => boolean,
    ): Restricted | undefined {
      const whole = spreadFragments(document, operation)
      const { keep, refused } = decideWith(meets)
      const root = rootOf(operation)
      const kept = { ...whole, selectionSet: selectionSet(keep(whole.selectionSet, root, possibleOf(root))) }
      if (refused.size === 0) return undefined
      return { document: { kind: Kind.DOCUMENT, definitions: [kept] }, operation: whole, refused }
    },
  }
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

function selectionSet(selections: SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections }
}

function isMeta(field: FieldNode): boolean {
  return field.name.value.startsWith('__')
}
