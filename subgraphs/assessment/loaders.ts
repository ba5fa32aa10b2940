import DataLoader from 'dataloader'
import type { ActiveSessions, Session } from './active-sessions.ts'
import type { SessionState } from './domain/session.ts'
import type {
  ParticipantRow,
  ReportRow,
  RoomRow,
  SessionPage,
  SessionRow,
  SessionViewer,
  Store,
} from './store/index.ts'

export type Loaders = ReturnType<typeof createLoaders>

/**
 * What resolvers read, many at a time. They batch and remember nothing: one set serves all events of a subscription,
 * and each event is to see what is true then.
 */
export function createLoaders(store: Store, sessions: ActiveSessions, viewer: SessionViewer) {
  const stateLoader = uncached<SessionRow, SessionState>((rows) => sessions.statesOf(rows))
  const states = new WeakMap<Session, Promise<SessionState>>()

  return {
    session: byId<SessionRow>(store.findSessions),
    report: byId<ReportRow>(store.findReports),
    room: byId<RoomRow>(store.findRooms),

    /** The exams that a student is sitting now. */
    examsBeingSat: uncached<string, string[]>(async (studentIds) => {
      const found = await store.findExamsBeingSat([...new Set(studentIds)])
      return studentIds.map((id) => found.get(id) ?? [])
    }),

    /** Where a session stands: what the command that gave it has left, or else what its log says, read once for each object. */
    state(session: Session): Promise<SessionState> {
      const known = session.state ? Promise.resolve(session.state) : states.get(session)
      if (known) return known
      const loaded = stateLoader.load(session)
      states.set(session, loaded)
      return loaded
    },

    /** A student's page of sessions; the pages of many students with the same arguments are one query. */
    sessionsOf: paged<SessionPage, SessionRow>((ids, page) => store.listSessions(ids, page, viewer)),
    participantsOf: paged<Omit<SessionPage, 'status'>, ParticipantRow>(store.listParticipants),
  }
}

function uncached<Key, Value>(load: (keys: readonly Key[]) => Promise<Value[]>): DataLoader<Key, Value> {
  return new DataLoader(load, { cache: false })
}

function byId<Row>(find: (ids: readonly string[]) => Promise<Map<string, Row>>) {
  return uncached<string, Row | null>(async (ids) => {
    const rows = await find([...new Set(ids)])
    return ids.map((id) => rows.get(id) ?? null)
  })
}

/** A loader for each combination of arguments; the same field in one operation is nearly always asked with one. */
function paged<Page, Row>(list: (ids: readonly string[], page: Page) => Promise<Map<string, Row[]>>) {
  const loaders = new Map<string, DataLoader<string, Row[]>>()
  return (page: Page): DataLoader<string, Row[]> => {
    const key = JSON.stringify(page)
    const loader =
      loaders.get(key) ??
      uncached<string, Row[]>(async (ids) => {
        const rows = await list([...new Set(ids)], page)
        return ids.map((id) => rows.get(id) ?? [])
      })
    loaders.set(key, loader)
    return loader
  }
}
