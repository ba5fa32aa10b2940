import { coded } from '../../kit/errors.ts'
import type { Fanout } from '../../kit/fanout.ts'
import { followLog, mapEach } from '../../kit/follow-log.ts'
import type { ActiveSession, Session } from './active-sessions.ts'
import { type SessionEvent, type SessionEventType, deadlineOf, foldSession } from './domain/session.ts'
import type { RoomLogEntry, RoomRow, Store } from './store/index.ts'
import { roomChannel, sessionChannel } from './ticks.ts'

/** Something that happened in a session, and the session as it then stood. `position` is the item's, if there was one. */
export type SessionProgress = {
  sequence: number
  kind: SessionEventType | 'SNAPSHOT'
  at: Date
  position: number | null
  session: Session
}

/** Something that happened in a room; `entry` is null in the snapshot of an empty one. */
export type RoomActivity = {
  sequence: number
  kind: SessionEventType | 'SNAPSHOT'
  at: Date
  entry: RoomLogEntry | null
}

type Dependencies = { store: Store; fanout: Fanout }

const ROOM_PAGE = 500
/** In an exam a lost tick is made up for soon. */
const LOOK_EVERY_MS = 3_000

/**
 * A session as it goes on: first its state, or with `afterSequence` everything after that event; then each event.
 * Ends after `SCORED`, with which nothing more can come.
 */
export async function sessionProgress(
  { store, fanout }: Dependencies,
  { row, form }: Pick<ActiveSession, 'row' | 'form'>,
  afterSequence: number | null,
): Promise<AsyncIterableIterator<SessionProgress>> {
  const log = await store.readSessionLog({ sessionId: row.id, after: 0 })
  const present = log.length
  const from = positionIn(present, afterSequence)
  let state = from === 0 ? undefined : foldSession(form, row.id, log.slice(0, from))

  const progress = (kind: SessionProgress['kind'], event?: SessionEvent): SessionProgress => {
    if (!state) throw new Error(`Session ${row.id} has no events`)
    const deadline = deadlineOf(state)
    return {
      sequence: state.sequence,
      kind,
      at: new Date(state.lastAt),
      position: event && 'position' in event.data ? event.data.position : null,
      session: {
        ...row,
        status: state.status,
        finishedAt: state.finishedAt === null ? null : new Date(state.finishedAt),
        deadlineAt: deadline === null ? null : new Date(deadline),
        answeredCount: state.answeredCount,
        state,
      },
    }
  }

  const events = followLog<SessionEvent>({
    fanout,
    channel: sessionChannel(row.id),
    after: from,
    pageSize: Infinity,
    lookEvery: LOOK_EVERY_MS,
    read: (after) => store.readSessionLog({ sessionId: row.id, after }),
  })
  return mapEach(events, {
    before: afterSequence === null ? [progress('SNAPSHOT')] : [],
    map(event) {
      state = foldSession(form, row.id, [event], state)
      return progress(event.type, event)
    },
    last: ({ session }) => session.state?.scored === true,
  })
}

/**
 * A room as it goes on: first where every session stands, or with `afterSequence` everything after that entry; then each
 * entry. The snapshot is in the order of the sessions' last entries, each with that number: going on after any of them
 * misses nothing.
 */
export async function roomActivity(
  { store, fanout }: Dependencies,
  room: RoomRow,
  afterSequence: number | null,
): Promise<AsyncIterableIterator<RoomActivity>> {
  const standing = afterSequence === null ? await store.readRoomStanding(room.id) : []
  const entries = followLog<RoomLogEntry>({
    fanout,
    channel: roomChannel(room.id),
    after: standing.at(-1)?.sequence ?? positionIn(room.lastSequence, afterSequence),
    pageSize: ROOM_PAGE,
    lookEvery: LOOK_EVERY_MS,
    read: (after) => store.readRoomLog(room.id, { after, limit: ROOM_PAGE }),
  })
  const empty: RoomActivity = { sequence: 0, kind: 'SNAPSHOT', at: room.createdAt, entry: null }
  const snapshot = standing.map((entry) => activity(entry, 'SNAPSHOT'))
  return mapEach(entries, {
    before: afterSequence === null && snapshot.length === 0 ? [empty] : snapshot,
    map: (entry) => activity(entry, entry.kind),
  })
}

function activity(entry: RoomLogEntry, kind: RoomActivity['kind']): RoomActivity {
  return { sequence: entry.sequence, kind, at: new Date(entry.at), entry }
}

/** @throws BAD_USER_INPUT when nothing has that number yet */
function positionIn(last: number, afterSequence: number | null): number {
  if (afterSequence === null) return last
  if (afterSequence >= 0 && afterSequence <= last) return afterSequence
  throw coded('BAD_USER_INPUT', `\`afterSequence\` must be from 0 to ${last}, not ${afterSequence}.`, {
    field: 'afterSequence',
  })
}
