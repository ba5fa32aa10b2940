import DataLoader from 'dataloader'
import { createLru } from '../../../kit/lru.ts'
import { isStorable } from '../../../kit/storable.ts'
import { type Form, type PublishedExam, formOf } from '../domain/form.ts'
import type { Client } from './client.ts'

/** A full UTBK form takes about half a megabyte, and few are sat at the same time. */
const CACHED_FORMS = 64

export type Forms = ReturnType<typeof createForms>

/** The forms of all exams that were published. A form never changes, so what was read once is kept. */
export function createForms(client: Client) {
  const cached = createLru<Form>({ entries: CACHED_FORMS })

  /** Forms that are asked for at the same time are read in one query, and none twice while it is being read. */
  const reader = new DataLoader<string, Form>(async (ids) => {
    const rows = await client.examForm.findMany({ where: { id: { in: [...ids] } } })
    const forms = new Map(
      rows.map(({ id, content }) => [id, formOf(id, content as unknown as PublishedExam)]),
    )
    return ids.map((id) => forms.get(id) ?? new Error(`There is no form ${id}`))
  })

  /** @throws when there is none: a session never outlives its form */
  async function get(id: string): Promise<Form> {
    const known = cached.get(id)
    if (known) return known
    const form = await reader.load(id).finally(() => reader.clear(id))
    cached.set(id, form)
    return form
  }

  return {
    get,

    /** The form in which an exam is sat now, or undefined when it is not published. */
    async current(examId: string): Promise<Form | undefined> {
      if (!isStorable(examId)) return undefined
      const row = await client.examForm.findFirst({
        where: { examId, retiredAt: null },
        orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
        select: { id: true },
      })
      return row ? get(row.id) : undefined
    },

    /** Keeps the form that an event brought, once for each event, under the event's id. */
    async publish(eventId: string, exam: PublishedExam, publishedAt: Date): Promise<void> {
      await once(client, eventId, async (transaction) => {
        const content = exam as object
        await transaction.examForm.create({
          data: { id: eventId, examId: exam.examId, publishedAt, content },
        })
      })
    },

    /** From now on nobody starts this exam; who sits it goes on. */
    async retire(eventId: string, examId: string, retiredAt: Date): Promise<void> {
      await once(client, eventId, async (transaction) => {
        await transaction.examForm.updateMany({ where: { examId, retiredAt: null }, data: { retiredAt } })
      })
    },
  }
}

type Transaction = Parameters<Parameters<Client['$transaction']>[0]>[0]

/** Records that an event was handled in the transaction of its effects; a repeat has none. */
async function once(
  client: Client,
  eventId: string,
  effects: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  await client.$transaction(async (transaction) => {
    const { count } = await transaction.inboxEvent.createMany({ data: [{ eventId }], skipDuplicates: true })
    if (count > 0) await effects(transaction)
  })
}
