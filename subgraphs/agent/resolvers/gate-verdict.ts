import type { GateVerdictResolvers } from '../generated.ts'
import { sayVerdict } from '../messages.ts'

export const GateVerdict: GateVerdictResolvers = {
  summary: ({ gate, passed }, _args, { locale }) => sayVerdict(gate, passed, locale),
  evidence: ({ facts }) => [...facts],
}
