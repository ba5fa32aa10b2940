import { type Form, type PublishedExam, formOf } from '../domain/form.ts'
import type { Client } from './client.ts'

/** A full UTBK form takes about half a megabyte, and few are sat at the same time. */
const CACHED_FORMS = 64

export type Forms = ReturnType<typeof createForms>

/** The forms of all exams that were published. A form never changes, so what was read once is kept. */
export function createForms(client: Client) {
  const cached = new Map<string, Form>()

  function keep(form: Form): Form {
    const oldest = cached.keys().next().value
    if (cached.size >= CACHED_FORMS && oldest !== undefined) cached.delete(oldest)
    cached.set(form.formId, form)
    return form
  }

  /** The forms with these ids, in one query at most. */
  async function byIds(ids: readonly string[]): Promise<Map<string, Form>> {
    const missing = [...new Set(ids)].filter((id) => !cached.has(id))
    const rows =
      missing.length === 0 ? [] : await client.examForm.findMany({ where: { id: { in: missing } } })
    const read = new Map(rows.map(({ id, content }) => [id, formOf(id, content as unknown as PublishedExam)]))
    return new Map(
      ids.flatMap((id) => {
        const known = cached.get(id) ?? read.get(id)
        return known ? [[id, keep(known)] as const] : []
      }),
    )
  }

  return {
    byIds,

    /** @throws when there is none: a session never outlives its form */
    async get(id: string): Promise<Form> {
      const form = cached.get(id) ?? (await byIds([id])).get(id)
      if (!form) throw new Error(`There is no form ${id}`)
      return form
    },

    /** The form in which an exam is sat now, or undefined when it is not published. */
    async current(examId: string): Promise<Form | undefined> {
      const row = await client.examForm.findFirst({
        where: { examId, retiredAt: null },
        orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
        select: { id: true },
      })
      return row ? (await byIds([row.id])).get(row.id) : undefined
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
