import { normaliseEmail } from './email.ts'
import { normaliseName } from './name.ts'
import { judgePassword, type PasswordProblem } from './password.ts'

/** An input field, and what is wrong with it. */
export type InputProblem = {
  field: 'input.name' | 'input.email' | 'input.password'
  problem: 'NAME_UNUSABLE' | 'EMAIL_UNUSABLE' | PasswordProblem
}

/** Either the input in the form in which it is kept, or everything that is wrong with it. */
export type Parsed<Value> = { value: Value; problems?: never } | { value?: never; problems: InputProblem[] }

/** Reads what a person typed to open an account. */
export function parseRegistration(input: {
  name: string
  email: string
  password: string
}): Parsed<{ name: string; email: string; password: string }> {
  const name = normaliseName(input.name)
  const email = normaliseEmail(input.email)
  const password = judgePassword(input.password, { email: input.email, name: input.name })
  const problems: InputProblem[] = []
  if (name === null) problems.push({ field: 'input.name', problem: 'NAME_UNUSABLE' })
  if (email === null) problems.push({ field: 'input.email', problem: 'EMAIL_UNUSABLE' })
  if (password !== null) problems.push({ field: 'input.password', problem: password })
  if (name === null || email === null || password !== null) return { problems }
  return { value: { name, email, password: input.password } }
}

/** Reads a change of profile; what is absent stays as it is. */
export function parseProfileChange<Locale>(input: {
  name?: string | null
  locale?: Locale | null
}): Parsed<{ name?: string; locale?: Locale }> {
  const name = input.name == null ? undefined : normaliseName(input.name)
  if (name === null) return { problems: [{ field: 'input.name', problem: 'NAME_UNUSABLE' }] }
  return {
    value: {
      ...(name === undefined ? {} : { name }),
      ...(input.locale == null ? {} : { locale: input.locale }),
    },
  }
}
