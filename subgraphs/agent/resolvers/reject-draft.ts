import { unauthenticated } from '../../../kit/errors.ts'
import { isStorable } from '../../../kit/storable.ts'
import type { MutationResolvers } from '../generated.ts'
import { invalidInput, notDecided, notFound } from './user-errors.ts'

export const rejectDraft: MutationResolvers['rejectDraft'] = async (_parent, { input }, context) => {
  const { store, loaders, locale, occasion, viewer } = context
  if (!viewer) throw unauthenticated()
  const reason = input.reason.trim()
  if (reason.length < 3 || reason.length > 500 || !isStorable(reason))
    return { draft: null, errors: [invalidInput('REASON_UNUSABLE', 'input.reason', locale)] }
  const found = await loaders.drafts.load(input.draftId)
  if (!found) return { draft: null, errors: [notFound('DRAFT_NOT_FOUND', 'input.draftId', locale)] }
  const decision = await store.rejectDraft(
    { draftId: found.id, reason },
    { ...occasion, viewerId: viewer.userId },
  )
  if (!decision.draft) return { draft: null, errors: [notDecided(decision.because, locale)] }
  return { draft: decision.draft, errors: [] }
}
