import { type DocumentNode, type FieldNode, type GraphQLFormattedError, Kind, visit } from 'graphql'
import type { Requirements } from './requirements.ts'
import { findVariants } from './variants.ts'

/** The names under which fields are fetched, so that a plan cannot mistake them for its own, and the way back. */
type SetApart = {
  /** Gives the fields of the document, or of a part of it, the names under which they are fetched. */
  apply(part: DocumentNode): DocumentNode
  /** The name under which a field of the client's document is fetched. */
  fetchedAs(field: FieldNode): string
  /** Whether what is fetched under a name is fetched because the client asked for it, and for nothing else. */
  isForClient(name: string): boolean
  /** The client's variables with the names that the plan has for them too: it calls one `representations` itself. */
  toPlanVariables(variables: Record<string, unknown>): Record<string, unknown>
  /** Errors with the client's names in their paths. */
  toClientPaths(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[]
}

/**
 * Sets apart, by an alias, what a client asks for under a name that the plan reads for itself.
 *
 * The planner fetches what an `@requires` or a key reads under the plain name of the field, beside what the client
 * asked for. With `Post.commenters @requires(fields: "comments(limit: 3) { authorId }")`, the client's
 * `comments(limit: 1)` silently got three comments, or `commenters` was computed from one. The same goes for a client's
 * alias that happens to be such a name: `{ product { id: name reviews { stars } } }`. With `interfaceObjects`, fields of one
 * name that are not the same field get a name each.
 */
export function createSetApart(
  requirements: Requirements,
  keyNames: ReadonlySet<string>,
  { interfaceObjects }: { interfaceObjects: boolean },
) {
  const required = [...requirements.values()].flat()
  const names = new Set(required.map(({ name }) => name))
  const namesWithArguments = new Set(required.filter((field) => field.arguments).map(({ name }) => name))
  const read = new Set([...names, ...keyNames, '__typename'])

  function clashes(field: FieldNode): boolean {
    const name = field.name.value
    const responseName = field.alias?.value ?? name
    if (responseName !== name) return read.has(responseName)
    return names.has(name) && (namesWithArguments.has(name) || (field.arguments ?? []).length > 0)
  }

  return (document: DocumentNode): SetApart => {
    const suffix = freeSuffix(document)
    const variantOf = interfaceObjects ? findVariants(document) : () => undefined
    const ending = new RegExp(`${suffix}\\d*$`)
    const fetchedAs = (field: FieldNode): string => {
      const responseName = field.alias?.value ?? field.name.value
      const variant = variantOf(field)
      return variant !== undefined || clashes(field) ? responseName + suffix + (variant ?? '') : responseName
    }
    const back = (step: string | number) => (typeof step === 'string' ? step.replace(ending, '') : step)
    const asked = new Set<string>()
    const variables = new Set<string>()
    visit(document, {
      Field: (field) => void asked.add(fetchedAs(field)),
      Variable: ({ name }) => void (PLAN_VARIABLE.test(name.value) && variables.add(name.value)),
    })
    return {
      fetchedAs,
      isForClient: (name) => asked.has(name) && !read.has(name),
      toPlanVariables: (sent) =>
        variables.size === 0
          ? sent
          : {
              ...sent,
              ...Object.fromEntries([...variables].map((name) => [name + suffix, sent[name]])),
            },
      apply: (part) =>
        visit(part, {
          Variable: (node) =>
            variables.has(node.name.value)
              ? { ...node, name: { kind: Kind.NAME, value: node.name.value + suffix } }
              : undefined,
          Field(field) {
            const name = fetchedAs(field)
            return name === (field.alias ?? field.name).value
              ? undefined
              : { ...field, alias: { kind: Kind.NAME, value: name } }
          },
        }),
      toClientPaths: (errors) =>
        errors.map((error) => (error.path ? { ...error, path: error.path.map(back) } : error)),
    }
  }
}

/** What a plan calls the lists of entities that it asks for. */
const PLAN_VARIABLE = /^representations(_\d+)?$/

/** An ending of which no name in the document has anything. */
function freeSuffix(document: DocumentNode): string {
  let suffix = '_asked'
  const names = new Set<string>()
  visit(document, { Name: ({ value }) => void names.add(value) })
  while ([...names].some((name) => name.includes(suffix))) suffix += '_'
  return suffix
}
