import {
  type FieldNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { isSelected } from '../operation/conditions.ts'
import type { IsType } from './types.ts'

/** What selections ask of an object of one type. */
type Collected = {
  /** The fields, by the names that the client gives them, in the client's order. */
  groups: ReadonlyMap<string, readonly FieldNode[]>
  /** The client may not see a fragment that applies. */
  leavesOut: boolean
  /** Fragments whose fields come later. */
  deferred: readonly { label: string; selectionSet: SelectionSetNode }[]
}

/** Collects fields as the specification does, conditions decided: https://spec.graphql.org/draft/#CollectFields() */
export function createCollectFields(options: {
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  conditions: Record<string, unknown>
  refused: ReadonlySet<SelectionNode> | undefined
  deferLabel: ((fragment: InlineFragmentNode) => string | undefined) | undefined
  isType: IsType
}) {
  const { fragments, conditions, refused, deferLabel, isType } = options

  return (selectionSets: readonly SelectionSetNode[], typename: string): Collected => {
    const groups = new Map<string, FieldNode[]>()
    const deferred: { label: string; selectionSet: SelectionSetNode }[] = []
    let leavesOut = false

    function collect({ selections }: SelectionSetNode, visited: Set<string>): void {
      for (const selection of selections) {
        if (!isSelected(selection, conditions)) continue
        if (selection.kind === Kind.FIELD) {
          const responseName = selection.alias?.value ?? selection.name.value
          const group = groups.get(responseName)
          if (group) group.push(selection)
          else groups.set(responseName, [selection])
          continue
        }
        let fragment: Pick<InlineFragmentNode, 'selectionSet' | 'typeCondition'> = selection as never
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          const spread = fragments.get(selection.name.value)
          if (!spread || visited.has(selection.name.value)) continue
          visited.add(selection.name.value)
          fragment = spread
        }
        const condition = fragment.typeCondition?.name.value
        if (condition !== undefined && !isType(typename, condition)) continue
        if (refused?.has(selection)) {
          leavesOut = true
          continue
        }
        const label = selection.kind === Kind.INLINE_FRAGMENT ? deferLabel?.(selection) : undefined
        if (label === undefined) collect(fragment.selectionSet, visited)
        else deferred.push({ label, selectionSet: fragment.selectionSet })
      }
    }

    for (const selectionSet of selectionSets) collect(selectionSet, new Set())
    return { groups, leavesOut, deferred }
  }
}
