import type { ShortAnswerKey } from './form.ts'

/**
 * Whether a short answer has the value of its key, however it is written: `3/4`, `0.75`, `0,75`, `,75` and `75/100` are
 * one value; so are `1 1/2` and `1.5`; `1.234,5` and `1,234.5`. The unit may be written or left out; another unit is wrong.
 * Where one separator stands before exactly three digits (`1.500`), it can separate thousands or decimals, depending on
 * where the student went to school: both readings are tried. Values are compared exactly, as fractions.
 * A key that is no number is compared as text: the catalog lets none through, but a session must never stay unscored.
 */
export function isRightValue(answer: ShortAnswerKey, text: string): boolean {
  const key = readNumber(answer.value)[0]
  if (!key) return tidy(text) === tidy(answer.value)
  return readNumber(withoutUnit(text, answer.unit)).some((value) => distance(value, key) <= answer.tolerance)
}

/** A value as a fraction of integers; the denominator is positive. */
type Fraction = { numerator: bigint; denominator: bigint }

/** The values that a text can stand for, the likeliest first; none when it is no number. */
function readNumber(text: string): Fraction[] {
  const clean = tidy(text)
  const negative = clean.startsWith('-')
  return readUnsigned(clean.replace(/^[+-]/, '').trim()).map((value) =>
    negative ? { ...value, numerator: -value.numerator } : value,
  )
}

function readUnsigned(text: string): Fraction[] {
  const fraction = /^(?:(\d+) )?(\d+) ?\/ ?(\d+)$/.exec(text)
  if (fraction) {
    const [whole = '0', numerator = '', denominator = ''] = fraction.slice(1)
    if (BigInt(denominator) === 0n) return []
    return [
      {
        numerator: BigInt(whole) * BigInt(denominator) + BigInt(numerator),
        denominator: BigInt(denominator),
      },
    ]
  }
  const readings: Fraction[] = []
  if (/^(\d+|\d*[.,]\d+|\d+[.,])$/.test(text)) readings.push(decimal(text.replace(',', '.')))
  for (const [thousands, point] of [
    ['.', ','],
    [',', '.'],
    [' ', ','],
    [' ', '.'],
  ] as const) {
    const grouped = new RegExp(`^\\d{1,3}(\\${thousands}\\d{3})+(\\${point}\\d+)?$`)
    if (grouped.test(text)) readings.push(decimal(text.replaceAll(thousands, '').replace(point, '.')))
  }
  return readings
}

function decimal(text: string): Fraction {
  const [whole = '', decimals = ''] = text.split('.')
  return { numerator: BigInt(whole + decimals || '0'), denominator: 10n ** BigInt(decimals.length) }
}

function distance(one: Fraction, other: Fraction): number {
  const difference = one.numerator * other.denominator - other.numerator * one.denominator
  return Number(difference < 0n ? -difference : difference) / Number(one.denominator * other.denominator)
}

function withoutUnit(text: string, unit: string | null): string {
  const clean = tidy(text)
  const suffix = unit === null ? '' : tidy(unit)
  if (suffix === '' || !clean.toLowerCase().endsWith(suffix.toLowerCase())) return clean
  return clean.slice(0, clean.length - suffix.length).trim()
}

/** Full-width digits, typographic minus signs and any kind of space, in their plain form. */
function tidy(text: string): string {
  return text.normalize('NFKC').replace(/[−–—]/g, '-').replace(/\s+/g, ' ').trim()
}
