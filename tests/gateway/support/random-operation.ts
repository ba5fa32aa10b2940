import fc from 'fast-check'
import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  doTypesOverlap,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isUnionType,
} from 'graphql'

export type RandomOperation = { query: string; variables: Record<string, unknown> }

type Selected =
  | { field: string; directives: string; inner?: readonly Selected[] }
  | { on: string; directives: string; named: boolean; inner: readonly Selected[] }

const DECLARED: Record<string, { type: string; values: fc.Arbitrary<unknown> }> = {
  yes: { type: 'Boolean!', values: fc.boolean() },
  no: { type: 'Boolean! = false', values: fc.option(fc.boolean(), { nil: undefined }) },
  maybe: { type: 'Boolean = true', values: fc.option(fc.boolean(), { nil: undefined }) },
  number: { type: 'Int! = 1', values: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }) },
  id: { type: 'ID!', values: fc.constantFrom('b1', 'h1', 's1', 'f1') },
}

const DIRECTIVES = fc.oneof(
  { weight: 12, arbitrary: fc.constant('') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ' @include(if: $yes)',
      ' @skip(if: $yes)',
      ' @skip(if: $no)',
      ' @include(if: $maybe)',
      ' @include(if: $maybe) @skip(if: $yes)',
      ' @skip(if: $no) @include(if: true)',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(' @include(if: false)', ' @skip(if: true)', ' @skip(if: false)') },
)

/** Queries of a schema, made at random: valid for the most part, `named` being what clients may call a field. */
export function randomOperation(
  schema: GraphQLSchema,
  { depth, aliases }: { depth: number; aliases: readonly string[] },
): fc.Arbitrary<RandomOperation> {
  const known = new Map<string, fc.Arbitrary<readonly Selected[]>>()
  const alias = fc.oneof(
    { weight: 7, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom(...aliases).map((name) => `${name}: `) },
  )

  function selections(type: GraphQLCompositeType, left: number): fc.Arbitrary<readonly Selected[]> {
    const key = `${type.name} ${left}`
    let arbitrary = known.get(key)
    if (!arbitrary) {
      const longest = left === depth ? 4 : 3
      known.set(key, (arbitrary = fc.array(selection(type, left), { minLength: 1, maxLength: longest })))
    }
    return arbitrary
  }

  function selection(type: GraphQLCompositeType, left: number): fc.Arbitrary<Selected> {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields())
    const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)))
    const inner = fields.filter((field) => isCompositeType(getNamedType(field.type)))
    const options: fc.WeightedArbitrary<Selected>[] = [
      {
        weight: 1,
        arbitrary: fc
          .tuple(alias, DIRECTIVES)
          .map(([a, directives]) => ({ field: `${a}__typename`, directives })),
      },
    ]
    if (leaves.length > 0) options.push({ weight: 6, arbitrary: fc.constantFrom(...leaves).chain(leaf) })
    if (left > 0) {
      if (inner.length > 0) {
        options.push({
          weight: 5,
          arbitrary: fc.constantFrom(...inner).chain((field) => composite(field, left)),
        })
      }
      const overlapping = Object.values(schema.getTypeMap()).filter(
        (other): other is GraphQLCompositeType =>
          isCompositeType(other) && doTypesOverlap(schema, type, other),
      )
      options.push({
        weight: isUnionType(type) ? 8 : 2,
        arbitrary: fc
          .constantFrom(...overlapping)
          .chain((on) =>
            fc
              .tuple(DIRECTIVES, fc.boolean(), selections(on, left - 1))
              .map(([directives, named, chosen]) => ({ on: on.name, directives, named, inner: chosen })),
          ),
      })
    }
    return fc.oneof(...options)
  }

  function leaf(field: GraphQLField<unknown, unknown>): fc.Arbitrary<Selected> {
    return fc
      .tuple(alias, called(field), DIRECTIVES)
      .map(([a, text, directives]) => ({ field: a + text, directives }))
  }

  function composite(field: GraphQLField<unknown, unknown>, left: number): fc.Arbitrary<Selected> {
    const type = getNamedType(field.type) as GraphQLNamedType & GraphQLCompositeType
    return fc
      .tuple(alias, called(field), DIRECTIVES, selections(type, left - 1))
      .map(([a, text, directives, inner]) => ({ field: a + text, directives, inner }))
  }

  const values = fc.record(
    Object.fromEntries(Object.entries(DECLARED).map(([name, declared]) => [name, declared.values])),
  )
  const root = schema.getQueryType()
  if (!root) throw new Error('The schema has no queries.')
  return fc.tuple(selections(root, depth), values).map(([chosen, all]) => print(chosen, all))
}

function called({ name, args }: GraphQLField<unknown, unknown>): fc.Arbitrary<string> {
  return fc
    .tuple(
      ...args.map((argument) =>
        given(argument).map((text) => (text === '' ? '' : `${argument.name}: ${text}`)),
      ),
    )
    .map((all) => {
      const some = all.filter((text) => text !== '')
      return some.length > 0 ? `${name}(${some.join(', ')})` : name
    })
}

function given(argument: GraphQLArgument): fc.Arbitrary<string> {
  const value = literal(argument.type, 2)
  return isRequiredArgument(argument) ? value : fc.oneof(fc.constant(''), value)
}

function literal(type: GraphQLInputType, left: number): fc.Arbitrary<string> {
  if (isNonNullType(type)) return literal(type.ofType, left).filter((text) => text !== 'null')
  if (isListType(type)) {
    const item = literal(type.ofType, left)
    return fc.oneof(
      fc.constant('null'),
      item,
      fc.array(item, { maxLength: 3 }).map((all) => `[${all.join(', ')}]`),
    )
  }
  if (isEnumType(type)) return fc.constantFrom('null', ...type.getValues().map(({ name }) => name))
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => left > 0 || !isInputObjectType(field.type),
    )
    return fc
      .tuple(...fields.map((field) => fc.option(literal(field.type, left - 1), { nil: undefined })))
      .map((texts) => {
        const some = texts.flatMap((text, index) =>
          text === undefined ? [] : `${fields[index]?.name}: ${text}`,
        )
        return `{ ${some.join(', ')} }`
      })
  }
  switch (type.name) {
    case 'Int':
      return fc.constantFrom('null', '0', '1', '2', '$number')
    case 'ID':
      return fc.constantFrom(
        'null',
        '"b1"',
        '"b2"',
        '"f1"',
        '"h1"',
        '"h2"',
        '"s1"',
        '"s2"',
        '"?"',
        '7',
        '$id',
      )
    default:
      return fc.constantFrom('null', '"a"')
  }
}

function print(chosen: readonly Selected[], all: Record<string, unknown>): RandomOperation {
  const fragments: string[] = []
  const set = (selected: readonly Selected[]): string => `{ ${selected.map(one).join(' ')} }`
  function one(selected: Selected): string {
    if ('field' in selected) {
      return `${selected.field}${selected.directives}${selected.inner ? ` ${set(selected.inner)}` : ''}`
    }
    const text = `on ${selected.on}${selected.named ? '' : selected.directives} ${set(selected.inner)}`
    if (!selected.named) return `... ${text}`
    let index = fragments.indexOf(text)
    if (index === -1) index = fragments.push(text) - 1
    return `...F${index}${selected.directives}`
  }
  const body = set(chosen) + fragments.map((text, index) => ` fragment F${index} ${text}`).join('')
  const used = Object.keys(DECLARED).filter((name) => new RegExp(`\\$${name}\\b`).test(body))
  const declared = used.map((name) => `$${name}: ${DECLARED[name]?.type}`).join(', ')
  return {
    query: `query Random${declared ? `(${declared})` : ''} ${body}`,
    variables: Object.fromEntries(
      used.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]),
    ),
  }
}
