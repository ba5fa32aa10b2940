import { type ConstDirectiveNode, type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql'

/**
 * For an `@requires` that comes back to a subgraph, the planner takes the first `@key` of the type there, resolvable or
 * not, and then asks a subgraph for an entity that it cannot resolve. With resolvable keys first it takes one that works.
 */
export function resolvableKeysFirst(document: DocumentNode): DocumentNode {
  const reorder = <Node extends { directives?: readonly ConstDirectiveNode[] | undefined }>(
    node: Node,
  ): Node => {
    const directives = node.directives ?? []
    if (!directives.some(isUnresolvableKey)) return node
    return {
      ...node,
      directives: [
        ...directives.filter((directive) => !isUnresolvableKey(directive)),
        ...directives.filter(isUnresolvableKey),
      ],
    }
  }
  return visit(document, {
    [Kind.OBJECT_TYPE_DEFINITION]: reorder,
    [Kind.INTERFACE_TYPE_DEFINITION]: reorder,
  })
}

function isUnresolvableKey(directive: DirectiveNode): boolean {
  return (
    directive.name.value === 'join__type' &&
    (directive.arguments ?? []).some(
      ({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
    )
  )
}
