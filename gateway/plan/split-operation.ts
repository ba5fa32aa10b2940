import { type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, getOperationAST } from 'graphql'
import type { Gathered } from '../execute/run-plan.ts'
import { type ObjectFields, createSplitNarrowed } from './corrections/narrowed-fields.ts'
import { createMergeParts } from './corrections/parts.ts'
import type { Requirements } from './corrections/requirements.ts'
import { createSplitRequirements } from './corrections/split-requirements.ts'

/** The parts of an operation, each planned for itself; one, the document as it is, for nearly every operation. */
export type Parts = { documents: readonly DocumentNode[]; merge(gathered: readonly Gathered[]): Gathered }

/** Splits an operation wherever one plan could not give what it asks for. */
export function createSplitOperation(options: {
  requirements: Requirements
  objectFields: ObjectFields
  apiSchema: GraphQLSchema
  fullSchema: GraphQLSchema
}) {
  const { requirements, objectFields, apiSchema, fullSchema } = options
  const splitRequirements = createSplitRequirements(requirements, apiSchema)
  const splitNarrowed = createSplitNarrowed(objectFields, apiSchema)
  const merge = createMergeParts(requirements, fullSchema)

  /** @throws RequestErrors for what cannot be split */
  return (document: DocumentNode, operation: OperationDefinitionNode): Parts => {
    const documents = splitRequirements(document, operation).flatMap((part) => {
      const own = getOperationAST(part, operation.name?.value)
      return own ? splitNarrowed(part, own) : [part]
    })
    return { documents, merge }
  }
}
