const NUMBER = /^[+-]?(\d+([.,]\d+)?|[.,]\d+)$/
const FRACTION = /^([+-]?\d+)\s*\/\s*(\d+)$/

/**
 * The value of a short answer: an integer, a decimal number with a point or a comma, or a fraction `a/b`.
 * Undefined for anything else; thousands separators are not read, since `1.000` would be two numbers.
 */
export function numericValue(text: string): number | undefined {
  const trimmed = text.trim().replace(/^[−–]/, '-')
  if (NUMBER.test(trimmed)) return Number(trimmed.replace(',', '.'))
  const fraction = FRACTION.exec(trimmed)
  if (!fraction) return undefined
  const denominator = Number(fraction[2])
  return denominator === 0 ? undefined : Number(fraction[1]) / denominator
}
