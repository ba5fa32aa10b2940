import type { QueryResolvers } from '../generated.ts'
import { seesDrafts } from '../visibility.ts'
import { page } from './page.ts'

export const exams: QueryResolvers['exams'] = (_parent, { status, ...args }, { store, viewer }) => {
  const state = seesDrafts(viewer) ? (status ?? null) : 'PUBLISHED'
  return page(args, (first, after) => store.exams(state, first, after))
}
