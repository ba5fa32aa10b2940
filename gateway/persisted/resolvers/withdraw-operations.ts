import type { MutationResolvers } from '../generated.ts'
import { say } from '../messages.ts'
import { personOf } from './person-of.ts'

export const withdrawOperations: MutationResolvers['withdrawOperations'] = async (
  _parent,
  { input: { client, version, hashes } },
  context,
) => {
  const { store, changed, locale, now } = context
  const withdrawal = { client, version: version ?? undefined, hashes: hashes ?? undefined }
  const withdrawnCount = await store.withdrawOperations(withdrawal, { by: personOf(context), now })
  if (withdrawnCount > 0) {
    await changed()
    return { withdrawnCount, errors: [] }
  }
  const message = say('NOTHING_IN_FORCE', locale)
  const error = { __typename: 'NotFound' as const, code: 'NOT_FOUND', message, field: null }
  return { withdrawnCount: null, errors: [error] }
}
