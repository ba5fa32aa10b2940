import { Kind, type SelectionSetNode, parse } from 'graphql'
import { fragmentsOf, isSelected } from '../operation/conditions.ts'
import { ENTITIES } from './compile-plan.ts'

/** Whether a request asks for anything at all, for what `@skip` and `@include` come to. */
export type AsksAnything = (coerced: Record<string, unknown>) => boolean

/**
 * Undefined for a request that always does. The planner leaves out a fetch for one condition; in
 * `{ a: shape @include(if: $x) { id } b: shape @skip(if: $y) { id } }` there are two, and neither may hold.
 */
export function compileAsksAnything(query: string): AsksAnything | undefined {
  if (!query.includes('@skip') && !query.includes('@include')) return undefined
  const document = parse(query, { noLocation: true })
  const fragments = fragmentsOf(document)
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)
  if (!operation) return undefined

  function asks({ selections }: SelectionSetNode, coerced: Record<string, unknown>): boolean {
    return selections.some((selection) => {
      if (!isSelected(selection, coerced)) return false
      if (selection.kind === Kind.FIELD) {
        return selection.name.value === ENTITIES.field && selection.selectionSet
          ? asks(selection.selectionSet, coerced)
          : true
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
      return fragment !== undefined && asks(fragment.selectionSet, coerced)
    })
  }

  const { selectionSet } = operation
  const always = selectionSet.selections.some((selection) => isAlways(selection))
  return always ? undefined : (coerced) => asks(selectionSet, coerced)

  function isAlways(selection: SelectionSetNode['selections'][number]): boolean {
    const conditional = (selection.directives ?? []).some(
      ({ name }) => name.value === 'skip' || name.value === 'include',
    )
    if (conditional) return false
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? fragments.get(selection.name.value)?.selectionSet
        : selection.kind === Kind.INLINE_FRAGMENT || selection.name.value === ENTITIES.field
          ? selection.selectionSet
          : undefined
    return inner ? inner.selections.some(isAlways) : true
  }
}
