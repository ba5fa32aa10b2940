const LONGEST = 80

/** A person's name with its spaces tidied, or null when nothing is left, it is too long, or it holds what no text may hold. */
export function normaliseName(text: string): string | null {
  const name = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const length = [...name].length
  return length >= 1 && length <= LONGEST && !/[\p{Cc}\p{Cs}]/u.test(name) ? name : null
}
