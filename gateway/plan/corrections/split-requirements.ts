import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  TypeInfo,
  doTypesOverlap,
  isAbstractType,
  isCompositeType,
  isUnionType,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { refuse } from '../../errors.ts'
import { spreadFragments } from '../spread-fragments.ts'
import { group, partOperation } from './parts.ts'
import type { RequiredField, Requirements } from './requirements.ts'

/**
 * Splits a query whose fields require one field with different arguments.
 *
 * With `shippingEstimate @requires(fields: "price(currency: \"USD\")")` beside
 * `shippingEstimateEUR @requires(fields: "price(currency: \"EUR\")")`, a plan has one `price` to give to both, and one of
 * them is silently computed from the wrong currency. Each gets a plan of its own, and what they gather is laid over each
 * other. A mutation would be made twice, and an event comes once: those are refused.
 */
export function createSplitRequirements(requirements: Requirements, apiSchema: GraphQLSchema) {
  const inConflict = createInConflict(requirements, apiSchema)
  const conflicting = new Set(
    [...requirements.keys()].filter((one) =>
      [...requirements.keys()].some((other) => inConflict(one, other)),
    ),
  )

  /** @throws RequestErrors for what cannot be split: a mutation, a subscription, or one field */
  return (document: DocumentNode, operation: OperationDefinitionNode): readonly DocumentNode[] => {
    if (conflicting.size === 0) return [document]
    // One fragment may be needed whole in one part and not in another.
    const spread = spreadFragments(document, operation)
    const requiring = requiringFields(spread, conflicting, apiSchema)
    const impossible = requiring.flatMap(({ coordinates }) => coordinates).find((one) => inConflict(one, one))
    if (impossible !== undefined) {
      throw refuse(
        'BAD_REQUEST',
        `The field "${impossible}" needs different values of one field, and cannot be served.`,
      )
    }
    const groups = group(requiring, disturb)
    if (groups.length < 2) return [document]
    if (operation.operation !== 'query') {
      const fields = [...new Set(groups.flat().flatMap(({ coordinates }) => coordinates))].sort()
      throw refuse(
        'BAD_REQUEST',
        `The fields ${fields.map((one) => `"${one}"`).join(' and ')} need different values of one field, and cannot be asked for in one ${operation.operation}. Ask for them in a query.`,
      )
    }
    return partOperation(spread, groups)
  }

  /** What is required stands beside the field or below it, so that fields at places apart cannot disturb each other. */
  function disturb(one: Requiring, other: Requiring): boolean {
    return (
      (one.path.startsWith(other.path) || other.path.startsWith(one.path)) &&
      one.coordinates.some((a) => other.coordinates.some((b) => inConflict(a, b)))
    )
  }
}

type InConflict = (one: string, other: string) => boolean

/**
 * Whether two fields require one field with different arguments. An interface's field is that of its types: what an
 * `@interfaceObject` requires of every `Media` may be what another subgraph requires of a `Book`.
 */
function createInConflict(requirements: Requirements, schema: GraphQLSchema): InConflict {
  const same = (one: RequiredField, other: RequiredField) =>
    one.coordinate === other.coordinate ||
    (one.name === other.name && overlap(typeOf(one.coordinate), typeOf(other.coordinate)))

  function overlap(one: string, other: string): boolean {
    const [a, b] = [schema.getType(one), schema.getType(other)]
    return isCompositeType(a) && isCompositeType(b) && doTypesOverlap(schema, a, b)
  }

  return (one, other) =>
    (requirements.get(one) ?? []).some((a) =>
      (requirements.get(other) ?? []).some((b) => a.arguments !== b.arguments && same(a, b)),
    )
}

function typeOf(coordinate: string): string {
  return coordinate.slice(0, coordinate.indexOf('.'))
}

/** A field of an operation that requires what another may require with other arguments. */
type Requiring = { field: FieldNode; coordinates: readonly string[]; path: string }

/**
 * The fields of an operation whose requirements are in conflict with some field's, in the order of their names.
 */
function requiringFields(
  operation: OperationDefinitionNode,
  conflicting: ReadonlySet<string>,
  schema: GraphQLSchema,
): Requiring[] {
  const found: Requiring[] = []
  const types = new TypeInfo(schema)
  const path: string[] = []
  visit(
    operation,
    visitWithTypeInfo(types, {
      Field: {
        enter(field) {
          const parent = types.getParentType()
          const coordinates = (parent ? namesOf(parent, schema) : [])
            .map((name) => `${name}.${field.name.value}`)
            .filter((coordinate) => conflicting.has(coordinate))
          if (coordinates.length > 0) found.push({ field, coordinates, path: `${path.join('/')}/` })
          path.push((field.alias ?? field.name).value)
        },
        leave: () => void path.pop(),
      },
    }),
  )
  return found.sort((one, other) => (one.coordinates[0] ?? '').localeCompare(other.coordinates[0] ?? ''))
}

/** A field of a type may be required for it as its own, as its interfaces', or as its types'. */
function namesOf(type: GraphQLCompositeType, schema: GraphQLSchema): string[] {
  const interfaces = isUnionType(type) ? [] : type.getInterfaces()
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : []
  return [type, ...interfaces, ...types].map(({ name }) => name)
}
