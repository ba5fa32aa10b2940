import { GraphQLScalarType, Kind } from 'graphql'
import { coded } from './errors.ts'

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i

/** The scalar `DateTime`: a `Date` to resolvers, RFC 3339 in UTC to clients. */
export const dateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize(value) {
    const date = value instanceof Date ? value : new Date(String(value))
    if (Number.isNaN(date.getTime())) throw new TypeError(`DateTime cannot represent ${String(value)}.`)
    return date.toISOString()
  },
  parseValue: parseDateTime,
  parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : undefined),
})

function parseDateTime(value: unknown): Date {
  const date = typeof value === 'string' && RFC_3339.test(value) ? new Date(value) : undefined
  if (!date || Number.isNaN(date.getTime())) {
    throw coded(
      'BAD_USER_INPUT',
      'A DateTime is written as in RFC 3339, for example 2027-04-23T01:30:00.000Z.',
    )
  }
  return date
}
