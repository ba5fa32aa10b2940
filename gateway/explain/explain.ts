import { prettyFormatQueryPlan } from '@apollo/query-planner'
import type { PlannedOperation } from '../plan/create-plan.ts'
import { describePlan } from './describe-plan.ts'
import { explorerPlan } from './explorer-plan.ts'
import { planPicture } from './plan-picture.ts'
import { planText } from './plan-text.ts'
import type { PlanRequest } from './plan-request.ts'

/** The `extensions` that show a plan: `queryPlan`, or `apolloQueryPlan` where an explorer of Apollo's asks. */
export function explain(
  { forExplorer }: PlanRequest,
  operation: { type: string; name: string | undefined },
  planned: PlannedOperation,
): Record<string, unknown> {
  if (forExplorer) {
    const object = explorerPlan(planned)
    return { apolloQueryPlan: { object, text: prettyFormatQueryPlan(object) } }
  }
  const described = describePlan(operation, planned)
  return { queryPlan: { text: planText(described), svg: planPicture(described) } }
}
