import { isUuid } from '../../../kit/uuid.ts'
import type { Prisma, PrismaClient } from './prisma/client.ts'

export type Tx = Prisma.TransactionClient

// A file of thousands of questions is one transaction.
const TIMEOUT_MS = 60_000

/** The operation in a transaction of its own, given the operation's other arguments. */
export function inTransaction<Args extends unknown[], Result>(
  prisma: PrismaClient,
  operation: (tx: Tx, ...args: Args) => Promise<Result>,
) {
  return (...args: Args): Promise<Result> =>
    prisma.$transaction((tx) => operation(tx, ...args), { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS })
}

/** Makes those who do the same thing at the same time take turns, until the transaction ends. */
export async function takeTurn(tx: Tx, what: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(current_schema()), hashtext(${what}))`
}

/** Locks a question until the transaction ends; null when there is none. */
export async function lockQuestion(tx: Tx, id: string) {
  if (!isUuid(id)) return null
  await lockQuestions(tx, [id])
  return tx.question.findUnique({ where: { id }, include: { latestVersion: true } })
}

/** Locks questions until the transaction ends, always in the same order, so that two who do so never wait for each other. */
export async function lockQuestions(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM questions WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`
}

/** Locks an exam until the transaction ends; null when there is none. */
export async function lockExam(tx: Tx, id: string) {
  if (!isUuid(id)) return null
  await tx.$executeRaw`SELECT 1 FROM exams WHERE id = ${id}::uuid FOR UPDATE`
  return tx.exam.findUnique({ where: { id }, include: { sections: { orderBy: { position: 'asc' } } } })
}
