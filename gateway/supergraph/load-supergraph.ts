import {
  ContextDirectiveName,
  ContextSpecDefinition,
  DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  type Schema,
  Supergraph,
} from '@apollo/federation-internals'
import { QueryPlanner } from '@apollo/query-planner'
import {
  type DirectiveNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  visit,
} from 'graphql'
import { type CacheHints, readCacheHints } from '../operation/cache-policy.ts'
import { readObjectFields } from '../plan/corrections/narrowed-fields.ts'
import { type FieldNeeds, readFieldNeeds } from '../plan/corrections/bare-fetches.ts'
import { createPlainFragments } from '../plan/corrections/plain-fragments.ts'
import { hasInterfaceObjects, readKeyNames, readRequirements } from '../plan/corrections/requirements.ts'
import { resolvableKeysFirst } from '../plan/corrections/resolvable-keys-first.ts'
import { createSetApart } from '../plan/corrections/set-apart.ts'
import { createRestrict } from '../plan/restrict.ts'
import { createSplitOperation } from '../plan/split-operation.ts'
import { readBroadcastFields } from '../subscribe/live-field.ts'
import { readProtection } from './read-protection.ts'

/** A supergraph that cannot be served, with the reason in one line. */
export class SupergraphError extends Error {
  override name = 'SupergraphError'
}

export type LoadedSupergraph = {
  /** What clients see: without `@inaccessible` elements and federation's own machinery. */
  apiSchema: GraphQLSchema
  /** The same, as the planner's library represents it. */
  plannerSchema: Schema
  /** Everything, for the executor. */
  fullSchema: GraphQLSchema
  planner: QueryPlanner
  /** What the planner needs done to an operation before it plans it. */
  setApart: ReturnType<typeof createSetApart>
  splitRequirements: ReturnType<typeof createSplitOperation>
  plainFragments: ReturnType<typeof createPlainFragments>
  fieldNeeds: FieldNeeds
  /** What a caller may see of an operation. */
  restrict: ReturnType<typeof createRestrict>
  /** Whether anything of it may be seen by some callers only. */
  protected: boolean
  subgraphs: readonly { name: string; url: string }[]
  /** Labels of progressive `@override`, each decided for each request. */
  overrideLabels: readonly string[]
  /** Subscriptions of which all identical ones may be one. */
  broadcastFields: ReadonlySet<string>
  /** For how long answers may be kept. */
  cacheHints: CacheHints
}

/**
 * Reads a composed Federation 2 supergraph and makes it ready for planning.
 * @throws SupergraphError when the text is no supergraph or asks for what this gateway cannot do
 */
export function loadSupergraph(sdl: string): LoadedSupergraph {
  const document = parseSupergraph(sdl)
  refuseUnknownSafeguards(document)
  try {
    const supergraph = Supergraph.build(resolvableKeysFirst(document), { supportedFeatures: FEATURES })
    const plannerSchema = supergraph.apiSchema()
    const apiSchema = plannerSchema.toGraphQLJSSchema({ includeDefer: true })
    const fullSchema = supergraph.schema.toGraphQLJSSchema()
    const requirements = readRequirements(document, fullSchema, contextDirectiveOf(supergraph))
    const protection = readProtection(supergraph)
    return {
      apiSchema,
      plannerSchema,
      fullSchema,
      setApart: createSetApart(requirements, readKeyNames(document), {
        interfaceObjects: hasInterfaceObjects(document),
      }),
      splitRequirements: createSplitOperation({
        requirements,
        objectFields: readObjectFields(document),
        apiSchema,
        fullSchema,
      }),
      plainFragments: createPlainFragments(apiSchema),
      fieldNeeds: readFieldNeeds(document),
      restrict: createRestrict(apiSchema, protection),
      protected: protection.types.size + protection.fields.size > 0,
      planner: new QueryPlanner(supergraph, {
        incrementalDelivery: { enableDefer: true },
        // Else what is asked of a book's author is asked of a film's too, where both are authors of media.
        typeConditionedFetching: true,
      }),
      subgraphs: supergraph.subgraphsMetadata().map(({ name, url }) => ({ name, url })),
      overrideLabels: overrideLabelsOf(document),
      broadcastFields: readBroadcastFields(supergraph.schema),
      cacheHints: readCacheHints(document),
    }
  } catch (error) {
    throw new SupergraphError(`The supergraph cannot be served: ${oneLine(error)}`)
  }
}

function parseSupergraph(sdl: string): DocumentNode {
  try {
    return parse(sdl)
  } catch (error) {
    const at = error instanceof GraphQLError ? error.locations?.[0] : undefined
    const where = at ? ` (line ${at.line}, column ${at.column})` : ''
    throw new SupergraphError(`The supergraph is not GraphQL: ${oneLine(error)}${where}`)
  }
}

/** What decides who may see what, and what a field is computed from. */
const SAFEGUARDS = ['authenticated', 'requiresScopes', 'policy', 'context']

/** What a supergraph may ask of whoever serves it, beside what needs nothing done. */
const FEATURES = new Set([
  ...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  ...SAFEGUARDS.map((name) => `https://specs.apollo.dev/${name}/v0.1`),
])

/** Serving a graph whose protection is not understood would open what its authors closed. The planner does not look. */
function refuseUnknownSafeguards(document: DocumentNode): void {
  const unknown = new Set<string>()
  visit(document, {
    Directive(node) {
      if (node.name.value !== 'link' && node.name.value !== 'core') return
      const url = stringArgument(node, 'url') ?? stringArgument(node, 'feature') ?? ''
      const feature = /^https:\/\/specs\.apollo\.dev\/([^/]+)\//.exec(url)?.[1]
      if (feature && SAFEGUARDS.includes(feature) && !FEATURES.has(url))
        unknown.add(`@${feature} as of ${url}`)
    },
  })
  if (unknown.size === 0) return
  throw new SupergraphError(
    `The supergraph uses ${[...unknown].join(', ')}, which this gateway does not know, so it does not serve it.`,
  )
}

/** Under the name that its link gives it. */
function contextDirectiveOf({ schema }: Supergraph): string | undefined {
  return schema.coreFeatures
    ?.getByIdentity(ContextSpecDefinition.identity)
    ?.directiveNameInSchema(ContextDirectiveName.CONTEXT)
}

function overrideLabelsOf(document: DocumentNode): string[] {
  const labels = new Set<string>()
  visit(document, {
    Directive(node) {
      const label = node.name.value === 'join__field' && stringArgument(node, 'overrideLabel')
      if (label) labels.add(label)
    },
  })
  return [...labels].sort()
}

function stringArgument(directive: DirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value
  return value?.kind === Kind.STRING ? value.value : undefined
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').trim()
}
