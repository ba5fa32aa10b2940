import type { MutationResolvers } from '../generated.ts'
import { say } from '../messages.ts'
import { createClient } from '../create-client.ts'
import { personOf } from './person-of.ts'

export const createApiClient: MutationResolvers['createApiClient'] = async (_parent, { input }, context) => {
  const { store, engine, changed, locale, now } = context
  const creation = await createClient({ store, engine: engine() }, input, { by: personOf(context), now })
  switch (creation.outcome) {
    case 'CREATED':
      await changed()
      return { client: creation.client, apiKey: creation.apiKey, errors: [] }
    case 'REFUSED': {
      const errors = creation.problems.map(({ field, code, detail }) => ({
        __typename: 'InvalidInput' as const,
        code: 'INVALID_INPUT',
        message: say(code, locale, detail),
        field: `input.${field}`,
      }))
      return { client: null, apiKey: null, errors }
    }
    case 'NAME_TAKEN': {
      const code = 'NAME_TAKEN'
      const taken = {
        __typename: 'WrongState' as const,
        code,
        message: say(code, locale),
        field: 'input.name',
      }
      return { client: null, apiKey: null, errors: [taken] }
    }
  }
}
