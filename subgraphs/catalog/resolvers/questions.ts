import type { QueryResolvers } from '../generated.ts'
import { seesDrafts } from '../visibility.ts'
import { page } from './page.ts'

export const questions: QueryResolvers['questions'] = (_parent, { filter, ...args }, { store, viewer }) => {
  const visible = seesDrafts(viewer) ? { ...filter } : { ...filter, state: 'PUBLISHED' as const }
  return page(args, (first, after) => store.questions(visible, first, after))
}
