import type { Database } from '../../../kit/database.ts'
import { type Client, createClient } from './client.ts'
import { claimDueSessions, nextDeadline } from './deadlines.ts'
import { createForms } from './forms.ts'
import { findReports } from './reports.ts'
import { listParticipants, readRoomLog, readRoomStanding } from './room-log.ts'
import { closeRoom, createRoom, findRoomByCode, findRooms, listRooms } from './rooms.ts'
import { readSessionLog, readSessionLogs } from './session-log.ts'
import { createSessionWriter } from './session-writer.ts'
import { findExamsBeingSat, findRunningSession, findSessions, listSessions } from './sessions.ts'

export type { Append, Standing } from './append-batch.ts'
export type { ReportRow } from './reports.ts'
export type { ParticipantRow, RoomLogEntry } from './room-log.ts'
export type { RoomRow } from './rooms.ts'
export type { SessionPage, SessionRow, SessionViewer } from './sessions.ts'

/** All that assessment keeps. The caller keeps the database and closes it after `close`. */
export function createStore(database: Database) {
  const { pool } = database
  const client = createClient(database)
  const onPool = bind(pool)
  const onClient = bind<Client>(client)

  return {
    ...createSessionWriter(database),
    forms: createForms(client),
    claimDueSessions: onPool(claimDueSessions),
    closeRoom: onClient(closeRoom),
    createRoom: onClient(createRoom),
    findReports: onClient(findReports),
    findRoomByCode: onClient(findRoomByCode),
    findRooms: onClient(findRooms),
    findExamsBeingSat: onPool(findExamsBeingSat),
    findRunningSession: onPool(findRunningSession),
    findSessions: onPool(findSessions),
    listParticipants: onPool(listParticipants),
    listRooms: onClient(listRooms),
    listSessions: onPool(listSessions),
    nextDeadline: onPool(nextDeadline),
    readRoomLog: onPool(readRoomLog),
    readRoomStanding: onPool(readRoomStanding),
    readSessionLog: onPool(readSessionLog),
    readSessionLogs: onPool(readSessionLogs),
    close: () => client.$disconnect(),
  }
}

export type Store = ReturnType<typeof createStore>

function bind<On>(on: On) {
  return <Args extends unknown[], Result>(operation: (on: On, ...args: Args) => Result) =>
    (...args: Args): Result =>
      operation(on, ...args)
}
