import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { fragmentsOf } from '../operation/conditions.ts'

/** The operation with its fragments in place, so that each of its selections is a node of its own. */
export function spreadFragments(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationDefinitionNode {
  const fragments = fragmentsOf(document)
  const spread = ({ selections }: SelectionSetNode): SelectionSetNode => ({
    kind: Kind.SELECTION_SET,
    selections: selections.map((selection): SelectionNode => {
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        return selection.selectionSet
          ? ({ ...selection, selectionSet: spread(selection.selectionSet) } as SelectionNode)
          : { ...selection }
      }
      const fragment = fragments.get(selection.name.value)
      return {
        kind: Kind.INLINE_FRAGMENT,
        ...(fragment ? { typeCondition: fragment.typeCondition } : {}),
        ...(selection.directives ? { directives: selection.directives } : {}),
        selectionSet: spread(fragment?.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] }),
      }
    }),
  })
  return { ...operation, selectionSet: spread(operation.selectionSet) }
}
