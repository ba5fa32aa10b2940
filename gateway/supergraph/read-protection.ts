import {
  type CoreFeature,
  InterfaceType,
  ObjectType,
  type Supergraph,
  dnfConjunction,
} from '@apollo/federation-internals'

/**
 * What must be true of a caller before something is shown, as composition merged it from the subgraphs. Of a list of
 * lists all of one inner list must hold, and of the outer list any; an empty one asks for nothing.
 */
export type Requirement = {
  authenticated: boolean
  scopes: readonly (readonly string[])[]
  policies: readonly (readonly string[])[]
}

/** Every `@authenticated`, `@requiresScopes` and `@policy` of a supergraph. */
export type Protection = {
  /** Of types, by name. What an interface has from its implementations alone is not among them: see `readProtection`. */
  types: ReadonlyMap<string, Requirement>
  /** Of fields, by coordinate: `User.email`. */
  fields: ReadonlyMap<string, Requirement>
}

const DIRECTIVES = ['authenticated', 'requiresScopes', 'policy'] as const
type DirectiveName = (typeof DIRECTIVES)[number]

/**
 * Reads the security directives, under the names that the supergraph's `@link`s give them.
 *
 * Composition writes onto an interface what any of its implementations requires, since who reads the interface's own
 * fields may meet any of them. Whoever asks for the fields of one implementation meets that one alone; so for the
 * interface as a type only what its author asked for beyond its implementations (older compositions allowed that) is
 * kept, and who checks an operation asks each implementation that can turn up.
 */
export function readProtection({ schema }: Supergraph): Protection {
  const names = directiveNames((identity) => schema.coreFeatures?.getByIdentity(identity))
  const types = new Map<string, Requirement>()
  const fields = new Map<string, Requirement>()
  if (names.size === 0) return { types, fields }
  for (const type of schema.types()) {
    const requirement = requirementOf(type.appliedDirectives, names)
    if (requirement) types.set(type.name, requirement)
    if (!(type instanceof ObjectType || type instanceof InterfaceType)) continue
    for (const field of type.fields()) {
      const ofField = requirementOf(field.appliedDirectives, names)
      if (ofField) fields.set(`${type.name}.${field.name}`, ofField)
    }
  }
  for (const type of schema.interfaceTypes()) {
    const requirement = types.get(type.name)
    const implementations = type.possibleRuntimeTypes().flatMap(({ name }) => types.get(name) ?? [])
    if (requirement && implies(all(implementations), requirement)) types.delete(type.name)
  }
  return { types, fields }
}

type Applied = { name: string; arguments(): Record<string, unknown> }

function directiveNames(feature: (identity: string) => CoreFeature | undefined): Map<string, DirectiveName> {
  return new Map(
    DIRECTIVES.flatMap((name) => {
      const linked = feature(`https://specs.apollo.dev/${name}`)
      return linked ? [[linked.directiveNameInSchema(name), name] as const] : []
    }),
  )
}

function requirementOf(
  applied: readonly Applied[],
  names: ReadonlyMap<string, DirectiveName>,
): Requirement | undefined {
  const found = applied.flatMap((directive): Requirement[] => {
    const values = directive.arguments()
    switch (names.get(directive.name)) {
      case 'authenticated':
        return [{ ...NOTHING, authenticated: true }]
      case 'requiresScopes':
        return [{ ...NOTHING, scopes: values.scopes as string[][] }]
      case 'policy':
        return [{ ...NOTHING, policies: values.policies as string[][] }]
      case undefined:
        return []
    }
  })
  return found.length > 0 ? all(found) : undefined
}

const NOTHING: Requirement = { authenticated: false, scopes: [], policies: [] }

function all(requirements: readonly Requirement[]): Requirement {
  return {
    authenticated: requirements.some(({ authenticated }) => authenticated),
    scopes: conjunction(requirements.map(({ scopes }) => scopes)),
    policies: conjunction(requirements.map(({ policies }) => policies)),
  }
}

function conjunction(alternatives: readonly Requirement['scopes'][]): Requirement['scopes'] {
  const asked = alternatives.filter((one) => one.length > 0)
  return asked.length === 0 ? [] : dnfConjunction(asked as string[][][])
}

/** Whether whoever meets `given` meets `wanted` as well. */
function implies(given: Requirement, wanted: Requirement): boolean {
  return (
    (given.authenticated || !wanted.authenticated) &&
    impliesAny(given.scopes, wanted.scopes) &&
    impliesAny(given.policies, wanted.policies)
  )
}

function impliesAny(given: Requirement['scopes'], wanted: Requirement['scopes']): boolean {
  const sets = given.length > 0 ? given : [[]]
  return (
    wanted.length === 0 ||
    sets.every((set) => wanted.some((needed) => needed.every((one) => set.includes(one))))
  )
}
