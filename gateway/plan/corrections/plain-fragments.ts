import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
} from 'graphql'
import { fragmentsOf, isSelected } from '../../operation/conditions.ts'
import { spreadFragments } from '../spread-fragments.ts'

type Possible = ReadonlySet<string>

/**
 * Says with fewer fragments what is selected, before it is planned: without what is selected for no data at all, and with
 * the types of a union in its place.
 *
 * At `about { ... on Found { ... on Sold { __typename } } }`, with two unions, the planner throws ("We should have an edge
 * from Media(reviews)") when the subgraph has the type of `about` as an `@interfaceObject`, be there types in both unions
 * or not. And what stands under `@skip(if: true)` is sent to the subgraphs, with all that its fields require.
 */
export function createPlainFragments(schema: GraphQLSchema) {
  const known = new Map<string, Possible>()

  function possibleOf(type: GraphQLCompositeType): Possible {
    let possible = known.get(type.name)
    if (!possible) {
      possible = new Set(
        isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name],
      )
      known.set(type.name, possible)
    }
    return possible
  }

  function narrowed(possible: Possible, condition: string | undefined): Possible {
    const type = condition === undefined ? undefined : schema.getType(condition)
    if (!isCompositeType(type)) return possible
    const others = possibleOf(type)
    return new Set([...possible].filter((name) => others.has(name)))
  }

  function typeOf(parent: GraphQLCompositeType, field: string): GraphQLCompositeType | undefined {
    const type = isUnionType(parent) ? undefined : getNamedType(parent.getFields()[field]?.type)
    return isCompositeType(type) ? type : undefined
  }

  function conditionOf(on: string | undefined, parent: GraphQLCompositeType): GraphQLCompositeType {
    const type = on === undefined ? undefined : schema.getType(on)
    return isCompositeType(type) ? type : parent
  }

  function isOtherUnion(on: string | undefined, parent: GraphQLCompositeType): boolean {
    return on !== undefined && on !== parent.name && isUnionType(schema.getType(on))
  }

  /** Whether there is anything to change. Each fragment is looked at once for each set of types that it may meet. */
  function finds(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    root: GraphQLCompositeType,
  ): boolean {
    const fragments = fragmentsOf(document)
    const seen = new Map<FragmentDefinitionNode, Set<string>>()

    function inSet(
      { selections }: SelectionSetNode,
      parent: GraphQLCompositeType,
      possible: Possible,
    ): boolean {
      return selections.some((selection) => {
        if (hasLiteral(selection)) return true
        if (selection.kind === Kind.FIELD) {
          const type = selection.selectionSet && typeOf(parent, selection.name.value)
          return type && selection.selectionSet
            ? inSet(selection.selectionSet, type, possibleOf(type))
            : false
        }
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
        if (!fragment) return false
        const on = fragment.typeCondition?.name.value
        const met = narrowed(possible, on)
        if (met.size === 0 || isOtherUnion(on, parent)) return true
        if (fragment.kind === Kind.FRAGMENT_DEFINITION && isKnown(fragment, met)) return false
        return inSet(fragment.selectionSet, conditionOf(on, parent), met)
      })
    }

    function isKnown(fragment: FragmentDefinitionNode, possible: Possible): boolean {
      let sets = seen.get(fragment)
      if (!sets) seen.set(fragment, (sets = new Set()))
      const key = [...possible].sort().join()
      const before = sets.has(key)
      sets.add(key)
      return before
    }

    return inSet(operation.selectionSet, root, possibleOf(root))
  }

  function plainIn(
    { selections }: SelectionSetNode,
    parent: GraphQLCompositeType,
    possible: Possible,
  ): SelectionSetNode {
    const kept = selections.flatMap((selection): SelectionNode[] => {
      if (!isSelected(selection, {})) return []
      const directives = (selection.directives ?? []).filter((directive) => !isLiteral(directive))
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [{ ...selection, directives }]
      if (selection.kind === Kind.FIELD) {
        const type = typeOf(parent, selection.name.value)
        if (!selection.selectionSet || !type) return [{ ...selection, directives }]
        return [
          { ...selection, directives, selectionSet: plainIn(selection.selectionSet, type, possibleOf(type)) },
        ]
      }
      const on = selection.typeCondition?.name.value
      const met = narrowed(possible, on)
      const types = !isOtherUnion(on, parent) ? [on] : met.size === possible.size ? [undefined] : [...met]
      if (met.size === 0) return []
      return types.map((type) => ({
        kind: Kind.INLINE_FRAGMENT,
        ...(type === undefined ? {} : { typeCondition: named(type) }),
        directives,
        selectionSet: plainIn(
          selection.selectionSet,
          conditionOf(type, parent),
          type === on ? met : narrowed(met, type),
        ),
      }))
    })
    return { kind: Kind.SELECTION_SET, selections: kept.length > 0 ? kept : [TYPENAME] }
  }

  return (document: DocumentNode, operation: OperationDefinitionNode): DocumentNode => {
    const root = schema.getRootType(operation.operation)
    if (!root || !finds(document, operation, root)) return document
    const spread = spreadFragments(document, operation)
    const selectionSet = plainIn(spread.selectionSet, root, possibleOf(root))
    return { kind: Kind.DOCUMENT, definitions: [{ ...spread, selectionSet }] }
  }
}

const TYPENAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

function named(type: string): NamedTypeNode {
  return { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } }
}

function hasLiteral(selection: SelectionNode): boolean {
  return (selection.directives ?? []).some(isLiteral)
}

function isLiteral({ name, arguments: args }: DirectiveNode): boolean {
  return (
    (name.value === 'skip' || name.value === 'include') &&
    (args ?? []).some(({ value }) => value.kind === Kind.BOOLEAN)
  )
}
