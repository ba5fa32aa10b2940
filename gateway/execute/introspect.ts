import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  executeSync,
  visit,
} from 'graphql'
import type { JsonObject } from './own.ts'

/** Answers what an operation asks of the schema itself. */
export type Introspect = (coerced: Record<string, unknown>) => JsonObject

/** Undefined when an operation asks nothing of the schema. The subgraphs need not be asked for it. */
export function compileIntrospection(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Introspect | undefined {
  const selections = rootIntrospection(operation.selectionSet, fragments, [])
  if (selections.length === 0) return undefined
  const asked: OperationDefinitionNode = {
    ...operation,
    // Its own root type has no `__schema` but where it is a query's.
    operation: 'query' as OperationDefinitionNode['operation'],
    directives: [],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  }
  const document = { kind: Kind.DOCUMENT, definitions: [asked, ...fragments.values()] } as const
  const used = new Set<string>()
  visit(document, { VariableDefinition: () => false, Variable: ({ name }) => void used.add(name.value) })
  const definitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  )
  const [first, ...others] = document.definitions
  const narrowed = {
    ...document,
    definitions: [{ ...(first as OperationDefinitionNode), variableDefinitions: definitions }, ...others],
  }
  return (coerced) => {
    const variableValues = Object.fromEntries([...used].map((name) => [name, coerced[name]]))
    return executeSync({ schema, document: narrowed, rootValue: {}, variableValues }).data ?? {}
  }
}

function rootIntrospection(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  within: readonly string[],
): SelectionNode[] {
  return selections.flatMap((selection): SelectionNode[] => {
    switch (selection.kind) {
      case Kind.FIELD:
        return selection.name.value === '__schema' || selection.name.value === '__type' ? [selection] : []
      case Kind.INLINE_FRAGMENT: {
        const inner = rootIntrospection(selection.selectionSet, fragments, within)
        return inner.length === 0
          ? []
          : [{ ...selection, selectionSet: { ...selection.selectionSet, selections: inner } }]
      }
      case Kind.FRAGMENT_SPREAD: {
        const name = selection.name.value
        const fragment = fragments.get(name)
        if (!fragment || within.includes(name)) return []
        const inner = rootIntrospection(fragment.selectionSet, fragments, [...within, name])
        const { directives = [] } = selection
        return inner.length === 0
          ? []
          : [
              {
                kind: Kind.INLINE_FRAGMENT,
                directives,
                selectionSet: { kind: Kind.SELECTION_SET, selections: inner },
              },
            ]
      }
    }
  })
}
