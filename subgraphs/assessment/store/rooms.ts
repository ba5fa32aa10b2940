import { randomBytes, randomUUIDv7 } from 'node:crypto'
import type { Cursor } from '../../../kit/pagination.ts'
import { isUuid } from '../../../kit/uuid.ts'
import { isStorable } from '../../../kit/storable.ts'
import { normalizeRoomCode, roomCodeOf } from '../domain/room.ts'
import type { Client } from './client.ts'
import type { ExamRoom } from './prisma/client.ts'

export type RoomRow = ExamRoom

const CODE_ATTEMPTS = 5

/** Opens a room under a code that no other has ever had. */
export async function createRoom(
  client: Client,
  room: { examId: string; name: string; tutorId: string; createdAt: Date },
): Promise<RoomRow> {
  for (let attempt = 1; ; attempt++) {
    const code = roomCodeOf(randomBytes(6))
    try {
      return await client.examRoom.create({ data: { id: randomUUIDv7(), code, ...room } })
    } catch (error) {
      if (attempt === CODE_ATTEMPTS || !isTaken(error)) throw error
    }
  }
}

/** Closes a room, if it is not closed yet, and gives it as it then is. */
export async function closeRoom(client: Client, id: string, closedAt: Date): Promise<RoomRow> {
  await client.examRoom.updateMany({ where: { id, closedAt: null }, data: { closedAt } })
  return client.examRoom.findUniqueOrThrow({ where: { id } })
}

export async function findRooms(client: Client, ids: readonly string[]): Promise<Map<string, RoomRow>> {
  const rows = await client.examRoom.findMany({ where: { id: { in: ids.filter(isUuid) } } })
  return new Map(rows.map((row) => [row.id, row]))
}

/** The room whose code somebody has typed, in whatever case and with whatever spaces. */
export async function findRoomByCode(client: Client, typed: string): Promise<RoomRow | null> {
  return isStorable(typed) ? client.examRoom.findUnique({ where: { code: normalizeRoomCode(typed) } }) : null
}

/** A tutor's rooms, newest first, one more than `first`. */
export function listRooms(
  client: Client,
  tutorId: string,
  { first, after }: { first: number; after: Cursor | undefined },
): Promise<RoomRow[]> {
  return client.examRoom.findMany({
    where: {
      tutorId,
      ...(after
        ? { OR: [{ createdAt: { lt: after.key } }, { createdAt: after.key, id: { lt: after.id } }] }
        : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: first + 1,
  })
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002'
}
