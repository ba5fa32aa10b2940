import { leakedPasswords } from './leaked-passwords.ts'

export type PasswordProblem =
  'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_IS_PERSONAL' | 'PASSWORD_IS_WELL_KNOWN'

const SHORTEST = 8
const LONGEST = 128

/**
 * What is wrong with a new password, or null. The rules are those of NIST SP 800-63B, 5.1.1.2: length, and a list of
 * values that attackers try first; no composition rules, since they make passwords worse. Lengths are in code points.
 */
export function judgePassword(
  password: string,
  person: { email: string; name: string },
): PasswordProblem | null {
  const length = [...password].length
  if (length < SHORTEST) return 'PASSWORD_TOO_SHORT'
  if (length > LONGEST) return 'PASSWORD_TOO_LONG'
  const folded = fold(password)
  const [localPart = ''] = person.email.split('@')
  if ([person.email, localPart, person.name].some((text) => fold(text) === folded))
    return 'PASSWORD_IS_PERSONAL'
  if (leakedPasswords.has(folded) || isOneCharacter(folded)) return 'PASSWORD_IS_WELL_KNOWN'
  return null
}

/** The form in which a password is hashed: the same keys give the same password on every keyboard and system. */
export function canonicalPassword(password: string): string {
  return password.normalize('NFKC')
}

function fold(text: string): string {
  return canonicalPassword(text).toLowerCase().replace(/\s+/gu, '')
}

function isOneCharacter(text: string): boolean {
  return new Set(text).size === 1
}
