import type { Client, Transaction } from './client.ts'
import { type IndexedText, Prisma } from './prisma/client.ts'

/** A text with its embedding, and which embedder gave it. */
export type Embedded = { text: string; embedder: string; embedding: number[] }

/** What a vector index needs to know about a text, without the text. */
export type IndexedVector = Omit<IndexedText, 'text' | 'version' | 'embedder'>

/** Keeps a text as the newest change of what can be searched. */
export async function keepIndexedText(
  transaction: Transaction,
  row: Embedded & Pick<IndexedText, 'id' | 'kind' | 'version'>,
): Promise<void> {
  const { id, ...data } = { ...row, removed: false, revision: await nextRevision(transaction) }
  await transaction.indexedText.upsert({ where: { id }, create: { id, ...data }, update: data })
}

/** Takes texts out of what can be searched; they stay as removed, so that indexes hear of it. */
export async function removeIndexedTexts(transaction: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await transaction.indexedText.updateMany({
    where: { id: { in: [...ids] }, removed: false },
    data: { removed: true, embedding: [], revision: await nextRevision(transaction) },
  })
}

/** Up to 500 changes after a revision, in order, embedded by `embedder`. */
export function findChangedVectors(
  client: Client,
  { after, embedder }: { after: bigint; embedder: string },
): Promise<IndexedVector[]> {
  return client.indexedText.findMany({
    where: { revision: { gt: after }, OR: [{ embedder }, { removed: true }] },
    orderBy: [{ revision: 'asc' }, { id: 'asc' }],
    take: 500,
    select: { id: true, kind: true, embedding: true, removed: true, revision: true },
  })
}

/** Texts and embeddings by id, without those removed, in one statement. */
export function findIndexedTexts(client: Client, ids: readonly string[]): Promise<IndexedText[]> {
  return client.indexedText.findMany({ where: { id: { in: [...ids] }, removed: false } })
}

/** Up to 64 texts that another embedder embedded. */
export function findForeignTexts(client: Client, embedder: string): Promise<IndexedText[]> {
  return client.indexedText.findMany({
    where: { embedder: { not: embedder }, removed: false },
    orderBy: { id: 'asc' },
    take: 64,
  })
}

/** Replaces embeddings, unless the text has changed meanwhile. */
export function replaceEmbeddings(
  client: Client,
  rows: readonly (Embedded & { id: string })[],
): Promise<void> {
  return client.$transaction(async (transaction) => {
    const revision = await nextRevision(transaction)
    for (const { id, text, embedder, embedding } of rows)
      await transaction.indexedText.updateMany({
        where: { id, text, removed: false },
        data: { embedder, embedding, revision },
      })
  })
}

/** How far an index outside this database has come; 0 when it is new. */
export async function findIndexPosition(client: Client, name: string): Promise<bigint> {
  const row = await client.vectorIndexPosition.findUnique({ where: { name } })
  return row?.revision ?? 0n
}

export async function keepIndexPosition(client: Client, name: string, revision: bigint): Promise<void> {
  await client.vectorIndexPosition.upsert({
    where: { name },
    create: { name, revision },
    update: { revision },
  })
}

/** The lock makes the order of numbers the order of commits: a reader never skips a change that commits later. */
async function nextRevision(transaction: Transaction): Promise<bigint> {
  await transaction.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('agent.indexed_text'))`)
  const rows = await transaction.$queryRaw<{ revision: bigint }[]>(
    Prisma.sql`SELECT nextval('indexed_text_revision') AS revision`,
  )
  return rows[0]?.revision ?? 0n
}
