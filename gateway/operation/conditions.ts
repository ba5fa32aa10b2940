import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql'

/**
 * Whether `@skip` and `@include` leave a selection in, given the coerced values of the variables.
 * A variable without a value leaves it in: coercion has already refused what must have one.
 */
export function isSelected(selection: SelectionNode, variables: Record<string, unknown>): boolean {
  return (selection.directives ?? []).every((directive) => {
    const value = conditionOf(directive, variables)
    return value === undefined || (directive.name.value === 'skip' ? !value : value)
  })
}

function conditionOf(directive: DirectiveNode, variables: Record<string, unknown>): boolean | undefined {
  if (!isCondition(directive)) return undefined
  const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value
  if (value?.kind === Kind.BOOLEAN) return value.value
  const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined
  return typeof given === 'boolean' ? given : undefined
}

function isCondition(directive: DirectiveNode): boolean {
  return directive.name.value === 'skip' || directive.name.value === 'include'
}

/** The variables on which `@skip` and `@include` depend, anywhere in a document. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>()
  visit(document, {
    Directive(directive) {
      if (!isCondition(directive)) return
      for (const { value } of directive.arguments ?? []) {
        if (value.kind === Kind.VARIABLE) names.add(value.name.value)
      }
    },
  })
  return [...names].sort()
}

/** The variables on which the root selections of an operation depend. */
export function rootConditionVariables(document: DocumentNode, operation: OperationDefinitionNode): string[] {
  const names = new Set<string>()
  eachRootSelection(operation.selectionSet, fragmentsOf(document), (selection) => {
    for (const directive of selection.directives ?? []) {
      if (!isCondition(directive)) continue
      for (const { value } of directive.arguments ?? []) {
        if (value.kind === Kind.VARIABLE) names.add(value.name.value)
      }
    }
    return true
  })
  return [...names].sort()
}

/**
 * The document with `@skip` and `@include` on its root selections decided: what stays in stands without a condition.
 * For subscriptions, whose one root field decides where to subscribe, so that neither the planner nor the rule
 * "one root field" can work with a condition.
 */
export function decideRootConditions(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): { document: DocumentNode; operation: OperationDefinitionNode } {
  const fragments = fragmentsOf(document)

  function decide(selectionSet: SelectionSetNode, within: readonly string[]): SelectionNode[] {
    return selectionSet.selections
      .filter((selection) => isSelected(selection, variables))
      .flatMap((selection): SelectionNode[] => {
        const directives = (selection.directives ?? []).filter((directive) => !isCondition(directive))
        if (selection.kind === Kind.FIELD) return [{ ...selection, directives }]
        if (selection.kind === Kind.INLINE_FRAGMENT) return decide(selection.selectionSet, within)
        const name = selection.name.value
        const fragment = fragments.get(name)
        if (!fragment || within.includes(name)) return []
        return decide(fragment.selectionSet, [...within, name])
      })
  }

  const decided = {
    ...operation,
    selectionSet: { ...operation.selectionSet, selections: decide(operation.selectionSet, []) },
  }
  return {
    operation: decided,
    document: {
      ...document,
      definitions: document.definitions.map((definition) =>
        definition === operation ? decided : definition,
      ),
    },
  }
}

/** Whether an operation asks for any field of the graph itself, once literal `@skip` and `@include` are decided. */
export function asksForData(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  let asks = false
  eachRootSelection(operation.selectionSet, fragmentsOf(document), (selection) => {
    if (!isSelected(selection, {})) return false
    if (selection.kind === Kind.FIELD && !selection.name.value.startsWith('__')) asks = true
    return true
  })
  return asks
}

/** Visits the root selections, through fragments; `visitor` gives false to leave a fragment out. */
function eachRootSelection(
  selectionSet: SelectionSetNode,
  fragments: Map<string, FragmentDefinitionNode>,
  visitor: (selection: SelectionNode) => boolean,
  within: readonly string[] = [],
): void {
  for (const selection of selectionSet.selections) {
    if (!visitor(selection)) continue
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      eachRootSelection(selection.selectionSet, fragments, visitor, within)
    } else if (selection.kind === Kind.FRAGMENT_SPREAD && !within.includes(selection.name.value)) {
      const fragment = fragments.get(selection.name.value)
      if (fragment) {
        eachRootSelection(fragment.selectionSet, fragments, visitor, [...within, selection.name.value])
      }
    }
  }
}

export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions
      .filter(
        (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
      )
      .map((fragment) => [fragment.name.value, fragment]),
  )
}
