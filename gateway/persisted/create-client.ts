import { isStorable } from '../../kit/storable.ts'
import type { Engine } from '../engine.ts'
import { DEFAULT_LIMITS } from '../operation/limits.ts'
import { createApiKey, isClientName } from './api-key.ts'
import type { ClientRow, Store } from './store/index.ts'

type NewClient = { name: string; rootFields: readonly string[]; maxFields: number }

type ClientProblem = {
  field: keyof NewClient
  code: 'NAME_UNUSABLE' | 'ROOT_FIELD_UNUSABLE' | 'MAX_FIELDS_UNUSABLE'
  detail?: string
}

type ClientCreation =
  | { outcome: 'CREATED'; client: ClientRow; apiKey: string }
  | { outcome: 'NAME_TAKEN' }
  | { outcome: 'REFUSED'; problems: ClientProblem[] }

/** Creates a client with a key, which nobody can read again. */
export async function createClient(
  { store, engine }: { store: Store; engine: Engine },
  input: NewClient,
  occasion: { by: string; now: Date },
): Promise<ClientCreation> {
  const problems = problemsOf(input, engine)
  if (problems.length > 0) return { outcome: 'REFUSED', problems }
  const { apiKey, keyHash } = createApiKey(input.name)
  const client = await store.createClient({ ...input, keyHash }, occasion)
  return client ? { outcome: 'CREATED', client, apiKey } : { outcome: 'NAME_TAKEN' }
}

function problemsOf({ name, rootFields, maxFields }: NewClient, engine: Engine): ClientProblem[] {
  const most = DEFAULT_LIMITS.fields
  return [
    ...(isClientName(name) ? [] : [{ field: 'name', code: 'NAME_UNUSABLE' } as const]),
    ...rootFields
      .filter((rootField) => !isStorable(rootField) || !isRootField(rootField, engine))
      .map((detail) => ({ field: 'rootFields', code: 'ROOT_FIELD_UNUSABLE', detail }) as const),
    ...(maxFields >= 1 && maxFields <= most
      ? []
      : [{ field: 'maxFields', code: 'MAX_FIELDS_UNUSABLE', detail: String(most) } as const]),
  ]
}

/** `Query.exams` or `Query.*`, whatever the graph calls the type of its queries. */
function isRootField(text: string, { supergraph: { apiSchema } }: Engine): boolean {
  const [type = '', field = '', ...rest] = text.split('.')
  const root = {
    Query: apiSchema.getQueryType(),
    Mutation: apiSchema.getMutationType(),
    Subscription: apiSchema.getSubscriptionType(),
  }[type]
  return rest.length === 0 && !!root && (field === '*' || field in root.getFields())
}
