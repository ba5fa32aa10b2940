const LONGEST = 254
const ADDRESS = /^[^\s@\p{C}]{1,64}@[^\s@.\p{C}]+(\.[^\s@.\p{C}]+)+$/u

/**
 * The one form in which an e-mail address is stored and compared, or null when the text cannot be an address.
 * Lower case throughout: RFC 5321 lets the part before the `@` tell cases apart, and no provider in use does.
 * Whether the address exists is not decided here; only mail that arrives can show that.
 */
export function normaliseEmail(text: string): string | null {
  const email = text.trim().normalize('NFKC').toLowerCase()
  return email.length <= LONGEST && ADDRESS.test(email) ? email : null
}
