/**
 * Shows what the gateway does for an operation: which subgraphs it asks for what, and in which order. Nothing is asked of
 * any of them.
 *
 *     npm run plan -- FILE.graphql [--operation NAME] [--supergraph FILE] [--variables JSON] [--override LABEL]…
 *                     [--svg OUT.svg] [--json]
 *
 * `--override` names a label of a progressive `@override` that is on, such as `percent(20)`; the others are off. A label
 * and the variables matter only where a plan depends on them. `--svg` also writes the plan as a picture; `--json` prints
 * it for programs.
 */
import { Kind, parse } from 'graphql'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createEngine } from '../gateway/engine.ts'
import { RequestErrors } from '../gateway/errors.ts'
import { describeDeferredPlan, describePlan } from '../gateway/explain/describe-plan.ts'
import { planPicture } from '../gateway/explain/plan-picture.ts'
import { planText } from '../gateway/explain/plan-text.ts'
import { DEFAULT_LIMITS } from '../gateway/operation/limits.ts'

const USAGE =
  'Usage: npm run plan -- FILE.graphql [--operation NAME] [--supergraph FILE] [--variables JSON] [--override LABEL]… [--svg OUT.svg] [--json]'

/** What whoever typed the command can put right, in one line for each thing. */
class PlanError extends Error {}

try {
  run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function run(): void {
  const flags = readFlags()
  const query = read(flags.file, 'The operation')
  const engine = createEngine({
    supergraphSdl: read(flags.supergraph, 'The supergraph'),
    limits: DEFAULT_LIMITS,
    introspection: true,
  })
  const { operations, supergraph } = engine
  const unknown = flags.overrides.filter((label) => !supergraph.overrideLabels.includes(label))
  if (unknown.length > 0) {
    throw new PlanError(`The supergraph has no @override with the label ${unknown.join(', ')}.`)
  }
  const described = reported(flags.file, query, () => {
    const operation = operations.read({ query, operationName: flags.operation })
    const missing = operation.conditionVariables.filter((name) => flags.variables?.[name] === undefined)
    const coerced = flags.variables ? operations.coerceVariables(operation, flags.variables) : {}
    const undecided = missing.filter((name) => coerced[name] === undefined)
    if (undecided.length > 0) {
      throw new PlanError(
        `The plan depends on ${undecided.map((name) => `$${name}`).join(', ')}: give --variables.`,
      )
    }
    const overrides = new Map(
      supergraph.overrideLabels.map((label) => [label, flags.overrides.includes(label)]),
    )
    // For whoever may see all of it.
    const met = operation.requirements.map(() => true)
    const deferred = operations.planDeferred(operation, coerced, overrides, met)
    return deferred
      ? describeDeferredPlan(operation, deferred)
      : describePlan(operation, operations.plan(operation, coerced, overrides, met))
  })
  if (flags.svg) write(flags.svg, planPicture(described))
  process.stdout.write(flags.json ? `${JSON.stringify(described, null, 2)}\n` : planText(described))
  if (flags.svg) console.error(`The picture is in ${flags.svg}.`)
}

function readFlags() {
  const { values, positionals } = flagsOrUsage()
  const [file] = positionals
  if (!file || positionals.length > 1) throw new PlanError(USAGE)
  return {
    file,
    operation: values.operation,
    supergraph: values.supergraph ?? join(import.meta.dirname, '..', 'schema', 'supergraph.graphql'),
    variables: values.variables === undefined ? undefined : readVariables(values.variables),
    overrides: values.override ?? [],
    svg: values.svg,
    json: values.json,
  }
}

function flagsOrUsage() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        operation: { type: 'string' },
        supergraph: { type: 'string' },
        variables: { type: 'string' },
        override: { type: 'string', multiple: true },
        svg: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new PlanError(`${(error as Error).message}\n${USAGE}`)
  }
}

function readVariables(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = undefined
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new PlanError('--variables must be a JSON object, such as \'{"id": "1"}\'.')
  }
  return value as Record<string, unknown>
}

function read(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new PlanError(`${what} ${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`)
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new PlanError(`The picture ${file} cannot be written: ${(error as NodeJS.ErrnoException).code}.`)
  }
}

/** All that is wrong with an operation, each with its place in the file. */
function reported<Result>(file: string, query: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof RequestErrors)) throw error
    const lines = error.errors.map(({ message, locations, extensions }) => {
      const [at] = locations ?? []
      const choice =
        extensions?.code === 'OPERATION_RESOLUTION_FAILURE'
          ? ` Choose one with --operation: ${operationNames(query).join(', ')}.`
          : ''
      return `${file}${at ? `:${at.line}:${at.column}` : ''}: ${message}${choice}`
    })
    throw new PlanError(lines.join('\n'))
  }
}

function operationNames(query: string): string[] {
  return parse(query).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
  )
}
