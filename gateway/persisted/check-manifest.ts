import { setImmediate as breathe } from 'node:timers/promises'
import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from 'graphql'
import { isStorable } from '../../kit/storable.ts'
import type { Engine } from '../engine.ts'
import { RequestErrors } from '../errors.ts'
import { DEFAULT_LIMITS, limitDocument } from '../operation/limits.ts'
import { hashOf, isHash } from './document-hash.ts'
import type { OperationProblem, Problem } from './problem.ts'
import type { ManifestOperation } from './read-manifest.ts'
import { rootFieldsOf } from './root-fields.ts'
import type { ClientRow, RegisteredOperation } from './store/index.ts'
import { planOperation } from './warm-operations.ts'

/** How many reasons of one kind are given for one document. */
const MOST_REASONS = 10

/**
 * Looks at every document of a manifest: whether its hash is its own, whether it is what the manifest says, and whether
 * the graph, the limits and the client's rights allow it. Gives every problem at once; only without any does it count.
 * The engine has parsed, validated and planned then what it is going to be asked.
 */
export async function checkManifest(options: {
  engine: Engine
  client: Pick<ClientRow, 'name' | 'rootFields' | 'maxFields'>
  operations: readonly ManifestOperation[]
}): Promise<{ operations: RegisteredOperation[]; problems: OperationProblem[] }> {
  const { engine, client } = options
  const operations = new Map<string, RegisteredOperation>()
  const problems: OperationProblem[] = []
  for (const given of options.operations) {
    const { found, operation } = checkOperation(given, client, engine)
    if (operation) operations.set(operation.hash, operation)
    const named = { operation: given.name ?? operation?.name ?? given.id, hash: given.id }
    problems.push(...found.map((problem) => ({ ...named, ...problem })))
    // Planning takes milliseconds each: what else this process does goes on in between.
    await breathe()
  }
  return { operations: [...operations.values()], problems }
}

function checkOperation(
  given: ManifestOperation,
  client: Pick<ClientRow, 'name' | 'rootFields' | 'maxFields'>,
  engine: Engine,
): { found: Problem[]; operation?: RegisteredOperation } {
  const found: Problem[] = []
  const hash = isStorable(given.document) ? hashOf(given.document) : undefined
  if (hash === undefined) found.push({ code: 'DOCUMENT_UNUSABLE' })
  if (!isHash(given.id)) found.push({ code: 'HASH_UNUSABLE' })
  else if (hash !== undefined && hash !== given.id) found.push({ code: 'HASH_MISMATCH', detail: hash })
  if (given.clientName !== undefined && given.clientName !== client.name) {
    found.push({ code: 'CLIENT_MISMATCH', detail: given.clientName })
  }

  const document = parsed(given.document)
  const definitions = document?.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
  if (definitions && definitions.length !== 1) {
    return { found: [...found, { code: 'NOT_ONE_OPERATION', detail: String(definitions.length) }] }
  }
  const refusals = refusalsOf(() => planOperation(engine, given.document))
  found.push(...refusals.map((detail): Problem => ({ code: 'DOCUMENT_INVALID', detail })))
  const definition = definitions?.[0]
  if (!document || !definition || hash === undefined) return { found }

  const name = definition.name?.value ?? null
  const type = definition.operation
  if (given.name !== undefined && given.name !== name) {
    found.push({ code: 'NAME_MISMATCH', detail: name ?? '' })
  }
  if (given.type !== undefined && given.type !== type) found.push({ code: 'TYPE_MISMATCH', detail: type })
  found.push(...rightsProblems(document, definition, client))
  return { found, operation: { hash, document: given.document, name, type } }
}

/** What the client may not do. */
function rightsProblems(
  document: DocumentNode,
  definition: OperationDefinitionNode,
  { rootFields, maxFields }: Pick<ClientRow, 'rootFields' | 'maxFields'>,
): Problem[] {
  const refused = rootFieldsOf(document, definition).filter(
    (field) => !rootFields.includes(field) && !rootFields.includes(`${field.split('.')[0]}.*`),
  )
  // What is wrong by the gateway's own limits has been said.
  const limits = { ...DEFAULT_LIMITS, fields: Math.min(maxFields, DEFAULT_LIMITS.fields) }
  const tooMuch =
    refusalsOf(() => limitDocument(document, DEFAULT_LIMITS)).length === 0
      ? refusalsOf(() => limitDocument(document, limits))
      : []
  return [
    ...refused.map((detail): Problem => ({ code: 'FIELD_NOT_ALLOWED', detail })),
    ...tooMuch.map((): Problem => ({ code: 'TOO_MUCH', detail: String(maxFields) })),
  ]
}

/** In words, why something is refused; empty when it is not. */
function refusalsOf(work: () => unknown): string[] {
  try {
    work()
    return []
  } catch (error) {
    if (!(error instanceof RequestErrors)) throw error
    return error.errors.slice(0, MOST_REASONS).map(({ message }) => message)
  }
}

/** Undefined for what does not parse, of which planning tells. */
function parsed(text: string): DocumentNode | undefined {
  try {
    return parse(text, { maxTokens: DEFAULT_LIMITS.tokens, noLocation: true })
  } catch {
    return undefined
  }
}
