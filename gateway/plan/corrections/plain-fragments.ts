import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
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
import { fragmentsOf } from '../../operation/conditions.ts'
import { spreadFragments } from '../spread-fragments.ts'

type Possible = ReadonlySet<string>

/** What the conditions above a selection say of variables. */
type Decided = ReadonlyMap<string, boolean>

/** What stands around a selection. */
type Around = { parent: GraphQLCompositeType; possible: Possible; decided: Decided; isRoot: boolean }

/**
 * Says more plainly what is selected, before it is planned: without what is selected for no data at all, without conditions
 * that are decided already, and with the types of a union in its place.
 *
 * - At `about { ... on Found { ... on Sold { __typename } } }`, with two unions, the planner throws ("We should have an edge
 *   from Media(reviews)") when the subgraph has the type of `about` as an `@interfaceObject`, be there types in both unions
 *   or not.
 * - Of `reviews @skip(if: $a) { about @include(if: $a) { id } }` it plans nothing, as if no review were asked for.
 * - Of `me { name @include(if: $a) }` it plans nothing where `$a` is false, though there is a `me`, or none.
 * - What stands under `@skip(if: true)` it sends to the subgraphs, with all that its fields require.
 */
export function createPlainFragments(schema: GraphQLSchema) {
  const known = new Map<string, Possible>()

  function possibleOf(type: GraphQLCompositeType): Possible {
    let possible = known.get(type.name)
    if (!possible) {
      const types = isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : []
      // An interface that all subgraphs but one have as an `@interfaceObject` may have no other type than itself.
      possible = new Set(types.length > 0 ? types : [type.name])
      known.set(type.name, possible)
    }
    return possible
  }

  function below(field: FieldNode, { parent }: Around, decided: Decided): Around | undefined {
    const found = isUnionType(parent) ? undefined : parent.getFields()[field.name.value]
    const type = found && getNamedType(found.type)
    return isCompositeType(type)
      ? { parent: type, possible: possibleOf(type), decided, isRoot: false }
      : undefined
  }

  function within(on: string | undefined, around: Around, decided: Decided): Around {
    const type = on === undefined ? undefined : schema.getType(on)
    if (!isCompositeType(type)) return { ...around, decided }
    const { possible, isRoot } = around
    const others = possibleOf(type)
    return {
      parent: type,
      possible: new Set([...possible].filter((name) => others.has(name))),
      decided,
      isRoot,
    }
  }

  function isOtherUnion(on: string | undefined, { parent }: Around): boolean {
    return on !== undefined && on !== parent.name && isUnionType(schema.getType(on))
  }

  /** Whether there is anything to change. Each fragment is looked at once for each way in which it may be met. */
  function finds(document: DocumentNode, operation: OperationDefinitionNode, root: Around): boolean {
    const fragments = fragmentsOf(document)
    const seen = new Set<string>()

    function inSet({ selections }: SelectionSetNode, around: Around): boolean {
      return selections.some((selection) => {
        const { changed, decided } = decide(selection, around.decided)
        if (changed) return true
        if (selection.kind === Kind.FIELD) {
          const { selectionSet } = selection
          const inner = below(selection, around, decided)
          if (!selectionSet || !inner) return isRootTypename(selection, around) && decided.size > 0
          return !asksAlways(selectionSet, fragments) || inSet(selectionSet, inner)
        }
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
        if (!fragment) return false
        const on = fragment.typeCondition?.name.value
        const inner = within(on, around, decided)
        if (inner.possible.size === 0 || isOtherUnion(on, around)) return true
        if (fragment.kind === Kind.FRAGMENT_DEFINITION) {
          const key = JSON.stringify([fragment.name.value, [...inner.possible].sort(), [...decided].sort()])
          if (seen.has(key)) return false
          seen.add(key)
        }
        return inSet(fragment.selectionSet, inner)
      })
    }

    return inSet(operation.selectionSet, root)
  }

  function plain({ selections }: SelectionSetNode, around: Around): SelectionNode[] {
    return selections.flatMap((selection): SelectionNode[] => {
      const { never, directives, decided } = decide(selection, around.decided)
      if (never) return []
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [{ ...selection, directives }]
      if (selection.kind === Kind.FIELD) {
        if (isRootTypename(selection, around)) return []
        const inner = selection.selectionSet && below(selection, around, decided)
        if (!inner) return [{ ...selection, directives }]
        const kept = setOf(plain(selection.selectionSet, inner))
        const selectionSet = asksAlways(kept, NONE) ? kept : setOf([TYPENAME, ...kept.selections])
        return [{ ...selection, directives, selectionSet }]
      }
      const on = selection.typeCondition?.name.value
      const { possible } = within(on, around, decided)
      if (possible.size === 0) return []
      const all = possible.size === around.possible.size
      const types = !isOtherUnion(on, around) ? [on] : all ? [undefined] : [...possible]
      return types.flatMap((type): SelectionNode[] => {
        const kept = plain(selection.selectionSet, within(type, around, decided))
        if (kept.length === 0) return []
        const typeCondition = type === undefined ? {} : { typeCondition: named(type) }
        return [{ kind: Kind.INLINE_FRAGMENT, ...typeCondition, directives, selectionSet: setOf(kept) }]
      })
    })
  }

  return (document: DocumentNode, operation: OperationDefinitionNode): DocumentNode => {
    const type = schema.getRootType(operation.operation)
    if (!type) return document
    const root: Around = { parent: type, possible: possibleOf(type), decided: new Map(), isRoot: true }
    if (!finds(document, operation, root)) return document
    const spread = spreadFragments(document, operation)
    const kept = plain(spread.selectionSet, root)
    const selectionSet = setOf(kept.length > 0 ? kept : [TYPENAME])
    return { kind: Kind.DOCUMENT, definitions: [{ ...spread, selectionSet }] }
  }
}

const TYPENAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections }
}

/** The gateway knows it; within a condition the planner asks a subgraph for it. */
function isRootTypename(selection: SelectionNode, { isRoot }: Around): boolean {
  return isRoot && selection.kind === Kind.FIELD && selection.name.value === '__typename'
}

const NONE: ReadonlyMap<string, FragmentDefinitionNode> = new Map()

/** Whether anything is selected under no condition. */
function asksAlways(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): boolean {
  return selections.some((selection) => {
    if ((selection.directives ?? []).some(({ name }) => name.value === 'skip' || name.value === 'include'))
      return false
    if (selection.kind === Kind.FIELD) return true
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
    return fragment !== undefined && asksAlways(fragment.selectionSet, fragments)
  })
}

function named(type: string): NamedTypeNode {
  return { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } }
}

/** What the conditions of a selection come to, where those above it hold. */
function decide(
  { directives = [] }: SelectionNode,
  above: Decided,
): { never: boolean; changed: boolean; directives: DirectiveNode[]; decided: Decided } {
  let decided = above
  let never = false
  const left = directives.filter((directive) => {
    const wanted = directive.name.value === 'include'
    const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value
    if (!value || (!wanted && directive.name.value !== 'skip')) return true
    const is =
      value.kind === Kind.BOOLEAN
        ? value.value
        : value.kind === Kind.VARIABLE
          ? decided.get(value.name.value)
          : undefined
    if (is !== undefined) {
      never ||= is !== wanted
      return false
    }
    if (value.kind === Kind.VARIABLE) decided = new Map([...decided, [value.name.value, wanted]])
    return true
  })
  return { never, changed: left.length < directives.length, directives: left, decided }
}
