/** Whether PostgreSQL can hold the text, which it cannot with a NUL or half of a surrogate pair: no row has such a text. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}
