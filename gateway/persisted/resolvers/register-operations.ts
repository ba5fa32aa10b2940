import type { MutationResolvers } from '../generated.ts'
import { sayProblem } from '../messages.ts'
import { registerOperations as register } from '../register-operations.ts'
import { personOf } from './person-of.ts'
import { noSuchClient } from './user-errors.ts'

export const registerOperations: MutationResolvers['registerOperations'] = async (
  _parent,
  { input },
  context,
) => {
  const { store, engine, changed, locale, now } = context
  const registration = await register({ store, engine: engine() }, input, { by: personOf(context), now })
  const field = 'input.manifest'
  switch (registration.outcome) {
    case 'REGISTERED':
      await changed()
      return { manifest: registration.manifest, errors: [] }
    case 'NO_SUCH_CLIENT':
      return { manifest: null, errors: [noSuchClient('input.client', locale)] }
    case 'UNREADABLE': {
      const message = sayProblem(registration.problem, locale)
      const error = { __typename: 'InvalidInput' as const, code: registration.problem.code, message, field }
      return { manifest: null, errors: [error] }
    }
    case 'REFUSED': {
      const errors = registration.problems.map((problem) => ({
        __typename: 'OperationRefused' as const,
        code: problem.code,
        message: sayProblem(problem, locale),
        field,
        operation: problem.operation,
        hash: problem.hash,
      }))
      return { manifest: null, errors }
    }
  }
}
