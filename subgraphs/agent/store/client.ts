import { type Database, prismaAdapter } from '../../../kit/database.ts'
import type { DomainEvent } from '../../../kit/events.ts'
import type { Instance } from '../domain/instance.ts'
import type { Fact, Verdict } from '../domain/gates/verdict.ts'
import type { PlanLine } from '../domain/plan-run.ts'
import {
  type Draft,
  type Verdict as StoredVerdict,
  Prisma,
  PrismaClient,
  type Run,
  type RunEvent,
  type RunStep,
} from './prisma/client.ts'

export type RunRow = Omit<Run, 'plan'> & { plan: readonly PlanLine[] }
export type RunStepRow = RunStep
export type RunEventRow = RunEvent
export type DraftRow = Omit<Draft, 'instance'> & { instance: Instance }
export type VerdictRow = Verdict & { draftId: string }

export type Client = ReturnType<typeof createClient>
export type Transaction = Omit<Client, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

export function createClient(database: Database) {
  return new PrismaClient({
    adapter: prismaAdapter(database),
    transactionOptions: { maxWait: 15_000, timeout: 30_000 },
  })
}

/** Writes a fact into the transaction that makes it true; the relay publishes it after the commit. */
export async function publish(transaction: Transaction, event: DomainEvent): Promise<void> {
  await transaction.outboxEvent.create({ data: { event: event as object } })
}

/** Whether a constraint refused a row because another one is the same. */
export const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'

// What stands in a JSON column was written by this store, from these types.

export const runRow = ({ plan, ...row }: Run): RunRow => ({
  ...row,
  plan: (plan ?? []) as unknown as readonly PlanLine[],
})

export const draftRow = ({ instance, ...row }: Draft): DraftRow => ({
  ...row,
  instance: instance as unknown as Instance,
})

export const verdictRow = ({ facts, ...row }: StoredVerdict): VerdictRow => ({
  ...row,
  facts: facts as unknown as readonly Fact[],
})
