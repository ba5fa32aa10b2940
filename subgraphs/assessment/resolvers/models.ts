import type { Session } from '../active-sessions.ts'
import type { Form, PlacedItem } from '../domain/form.ts'
import type { ItemState, SessionState } from '../domain/session.ts'
import type { ReportRow } from '../store/index.ts'

/** An entity that another subgraph resolves, or whose other fields are contributed here. */
export type Reference = { id: string }

/** One section of a session; `index` is its place in the form, from 0. */
export type SectionModel = { sessionId: string; form: Form; state: SessionState; index: number }

/** One item of a session with what the student has made of it. */
export type ItemModel = { sessionId: string; form: Form; item: PlacedItem; state: ItemState }

export type ReportModel = ReportRow & { session: Session }

export function itemModel(form: Form, state: SessionState, item: PlacedItem): ItemModel {
  const itemState = state.items[item.position]
  if (!itemState) throw new Error(`Session ${state.sessionId} has no item ${item.position}`)
  return { sessionId: state.sessionId, form, item, state: itemState }
}
