import { unauthenticated } from '../../../kit/errors.ts'
import { draftedQuestion } from '../domain/drafted-question.ts'
import { searchableText } from '../domain/searchable-text.ts'
import { itemModel } from '../domain/models/index.ts'
import type { MutationResolvers } from '../generated.ts'
import { notDecided, notFound, wrongState } from './user-errors.ts'

export const acceptDraft: MutationResolvers['acceptDraft'] = async (_parent, { input }, context) => {
  const { store, search, loaders, locale, occasion, viewer } = context
  if (!viewer) throw unauthenticated()
  const found = await loaders.drafts.load(input.draftId)
  if (!found) return { draft: null, errors: [notFound('DRAFT_NOT_FOUND', 'input.draftId', locale)] }
  const model = itemModel(found.itemModelCode)
  if (!model || found.status !== 'PROPOSED')
    return { draft: null, errors: [wrongState('DRAFT_NOT_PROPOSED', 'input.draftId', locale)] }
  const decision = await store.acceptDraft(
    {
      draftId: found.id,
      question: draftedQuestion(model, found.instance, found.id),
      text: await search.embed(searchableText(found.instance)),
    },
    { ...occasion, viewerId: viewer.userId },
  )
  if (!decision.draft) return { draft: null, errors: [notDecided(decision.because, locale)] }
  return { draft: decision.draft, errors: [] }
}
