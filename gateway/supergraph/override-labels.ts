import { z } from 'zod'
import { ROLES } from '../../kit/identity.ts'

const whoGets = z.strictObject({
  /** Of all people, always the same ones; of those who have not signed in, a share of their requests. */
  percent: z.number().min(0).max(100).optional(),
  roles: z.array(z.enum(ROLES)).optional(),
  /** By id. */
  users: z.array(z.string().min(1)).optional(),
})

const labels = z.record(z.string(), whoGets)

/** For whom a label of a progressive `@override` is on: whoever any of it names. */
type WhoGets = z.infer<typeof whoGets>

/** By the labels that the supergraph uses. A label that is not here is on for nobody, but for `percent(n)`. */
export type OverrideLabels = Readonly<Record<string, WhoGets>>

/** Labels that cannot be read, with the reason in one line. */
export class OverrideLabelsError extends Error {
  override name = 'OverrideLabelsError'
}

/**
 * Reads labels from JSON, such as `{ "new-billing": { "percent": 20, "roles": ["ADMIN"], "users": ["u1"] } }`.
 * @throws OverrideLabelsError
 */
export function parseOverrideLabels(text: string): OverrideLabels {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new OverrideLabelsError('The override labels are not JSON.')
  }
  const parsed = labels.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'all of it'}: ${message}`,
  )
  throw new OverrideLabelsError(`The override labels are not as they must be. ${problems.join('. ')}.`)
}
