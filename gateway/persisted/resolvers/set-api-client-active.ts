import type { MutationResolvers } from '../generated.ts'
import { noSuchClient } from './user-errors.ts'

export const setApiClientActive: MutationResolvers['setApiClientActive'] = async (
  _parent,
  { input: { name, active } },
  { store, changed, locale },
) => {
  const client = await store.setClientActive(name, active)
  if (!client) return { client: null, errors: [noSuchClient('input.name', locale)] }
  await changed()
  return { client, errors: [] }
}
