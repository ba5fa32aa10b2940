import { issueMessage } from '../domain/issues.ts'
import type { ImportRefusalResolvers } from '../generated.ts'

export const ImportRefusal: ImportRefusalResolvers = {
  reason: (refusal, { language }, { locale }) => issueMessage(refusal, language ?? locale),
}
