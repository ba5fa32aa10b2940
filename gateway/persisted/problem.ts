/** Why a manifest, or one of its documents, is refused. `detail` is what it depends on: a name, a number, a reason. */
export type Problem = { code: ProblemCode; detail?: string }

export type ProblemCode =
  | 'MANIFEST_UNREADABLE'
  | 'MANIFEST_EMPTY'
  | 'MANIFEST_TOO_LARGE'
  | 'HASH_UNUSABLE'
  | 'HASH_MISMATCH'
  | 'CLIENT_MISMATCH'
  | 'NAME_MISMATCH'
  | 'TYPE_MISMATCH'
  | 'NOT_ONE_OPERATION'
  | 'DOCUMENT_UNUSABLE'
  | 'DOCUMENT_INVALID'
  | 'FIELD_NOT_ALLOWED'
  | 'TOO_MUCH'

/** A problem of one document, which is named as the manifest names it. */
export type OperationProblem = Problem & { operation: string; hash: string }
