import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql'
import { fragmentsOf } from '../operation/conditions.ts'

const ROOT_TYPES = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' }

/** The root fields that an operation selects, through fragments, each once, as `Query.exams`; `__typename` tells nothing. */
export function rootFieldsOf(document: DocumentNode, { operation, selectionSet }: OperationDefinitionNode) {
  const fragments = fragmentsOf(document)
  const seen = new Set<string>()
  const fields = new Set<string>()

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) fields.add(selection.name.value)
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet)
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value)
        const fragment = fragments.get(selection.name.value)
        if (fragment) collect(fragment.selectionSet)
      }
    }
  }
  collect(selectionSet)
  fields.delete('__typename')
  return [...fields].map((field) => `${ROOT_TYPES[operation]}.${field}`)
}
