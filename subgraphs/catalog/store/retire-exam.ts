import type { ExamState } from '../domain/exam.ts'
import { examRetired, type Occasion } from '../events.ts'
import { appendToOutbox } from './outbox.ts'
import type { Exam } from './prisma/client.ts'
import { lockExam, type Tx } from './transaction.ts'

/** Retires an exam, published or not; its state when it is retired already, null when there is no such exam. */
export async function retireExam(
  tx: Tx,
  id: string,
  occasion: Occasion,
): Promise<Exam | { state: ExamState } | null> {
  const exam = await lockExam(tx, id)
  if (!exam) return null
  if (exam.state === 'RETIRED') return { state: exam.state }
  if (exam.state === 'PUBLISHED') await appendToOutbox(tx, [examRetired({ examId: id }, occasion)])
  return tx.exam.update({ where: { id }, data: { state: 'RETIRED', retiredAt: occasion.now } })
}
