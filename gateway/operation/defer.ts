import {
  type ASTVisitor,
  type DirectiveNode,
  type DocumentNode,
  GraphQLError,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  type ValidationContext,
  visit,
} from 'graphql'
import { refuse } from '../errors.ts'
import { spreadFragments } from '../plan/spread-fragments.ts'

/** An operation of which parts are to come later, its fragments in place, each such part under a label of our own. */
export type Deferring = {
  document: DocumentNode
  operation: OperationDefinitionNode
  /** The label that the client gave to each, if any. */
  labels: ReadonlyMap<string, string | undefined>
}

const DEFER = 'defer'

/** The variables that decide an operation's `@defer`s; undefined when it has none. */
export function deferVariables(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): string[] | undefined {
  const variables = new Set<string>()
  let found = false
  visit(spreadFragments(document, operation), {
    Directive(directive) {
      if (directive.name.value !== DEFER) return
      found = true
      const condition = argument(directive, 'if')
      if (condition?.kind === Kind.VARIABLE) variables.add(condition.name.value)
    },
  })
  return found ? [...variables].sort() : undefined
}

/**
 * What of an operation is to come later, for the values of its variables. Undefined when nothing is.
 * @throws RequestErrors OPERATION_TOO_LARGE
 */
export function readDefers(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  coerced: Record<string, unknown>,
  most: number,
): Deferring | undefined {
  const labels = new Map<string, string | undefined>()
  const labelled = visit(spreadFragments(document, operation), {
    InlineFragment(fragment) {
      const directive = deferOf(fragment)
      if (!directive) return undefined
      const others = (fragment.directives ?? []).filter((one) => one !== directive)
      if (!isOn(directive, coerced)) return { ...fragment, directives: others }
      if (labels.size === most) {
        throw refuse('OPERATION_TOO_LARGE', `An operation may have at most ${most} fragments with @defer.`)
      }
      const label = `defer_${labels.size}`
      const given = argument(directive, 'label')
      labels.set(label, given?.kind === Kind.STRING ? given.value : undefined)
      return { ...fragment, directives: [...others, labelledAs(label)] }
    },
  }) as OperationDefinitionNode
  if (labels.size === 0) return undefined
  return {
    document: { kind: Kind.DOCUMENT, definitions: [labelled] },
    operation: labelled,
    labels,
  }
}

/** The label under which `readDefers` has a fragment come later. */
export function deferLabel(fragment: InlineFragmentNode): string | undefined {
  const directive = deferOf(fragment)
  const label = directive && argument(directive, 'label')
  return label?.kind === Kind.STRING ? label.value : undefined
}

/** The document with nothing to come later. */
export function withoutDefers(document: DocumentNode): DocumentNode {
  return visit(document, { Directive: ({ name }) => (name.value === DEFER ? null : undefined) })
}

/**
 * What `@defer` may not: a label is written out, and no other's; and what a mutation does, or an event is, does not come
 * later, but only what is read of it.
 */
export function DeferRule(context: ValidationContext): ASTVisitor {
  const labels = new Set<string>()
  return {
    Directive(directive) {
      if (directive.name.value !== DEFER) return
      const schema = context.getSchema()
      const parent = context.getParentType()
      const report = (message: string) => context.reportError(new GraphQLError(message, { nodes: directive }))
      if (parent && (parent === schema.getMutationType() || parent === schema.getSubscriptionType())) {
        report(`Directive "@defer" cannot be used on the root type "${parent.name}".`)
      }
      const label = argument(directive, 'label')
      if (!label || label.kind === Kind.NULL) return
      if (label.kind !== Kind.STRING) return report('Argument "@defer(label:)" must be a static string.')
      if (labels.has(label.value))
        report('Value for arguments "@defer(label:)" must be unique in a document.')
      labels.add(label.value)
    },
  }
}

function deferOf({ directives = [] }: InlineFragmentNode): DirectiveNode | undefined {
  return directives.find(({ name }) => name.value === DEFER)
}

function isOn(directive: DirectiveNode, coerced: Record<string, unknown>): boolean {
  const condition = argument(directive, 'if')
  if (condition?.kind === Kind.BOOLEAN) return condition.value
  if (condition?.kind !== Kind.VARIABLE) return true
  // Its default holds where nothing is given.
  return coerced[condition.name.value] !== false
}

function argument({ arguments: given = [] }: DirectiveNode, name: string) {
  return given.find((one) => one.name.value === name)?.value
}

function labelledAs(label: string): DirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: DEFER },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'label' },
        value: { kind: Kind.STRING, value: label },
      },
    ],
  }
}
