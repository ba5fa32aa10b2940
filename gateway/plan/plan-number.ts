import type { PlannedOperation } from './create-plan.ts'

const numbers = new WeakMap<PlannedOperation, number>()
let plans = 0

/** A number for each plan, by which those who run the same one find each other. No other plan ever has it. */
export function planNumber(planned: PlannedOperation): number {
  let number = numbers.get(planned)
  if (number === undefined) numbers.set(planned, (number = ++plans))
  return number
}
