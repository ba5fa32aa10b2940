import { parseExpression } from './expression/parse.ts'
import type { Values } from './expression/evaluate.ts'
import { evaluate } from './expression/evaluate.ts'
import type { Fraction } from './fraction.ts'
import { isWhole, textOf } from './fraction.ts'
import type { Language } from './language.ts'

/** Words that vary with the setting of a story: `{ tool: 'pompa', unit: 'jam' }`. */
export type Words = Readonly<Record<string, string>>

const slots = /\[\[([^\]|]+)(?:\|(\w+))?\]\]/g

/**
 * Fills the slots of a text. A slot is `[[name of a word]]`, or `[[expression]]`, or `[[expression|format]]`:
 *
 * | format | 5 | -1 | 7/4 | 12500 |
 * | --- | --- | --- | --- | --- |
 * | none | 5 | -1 | \frac{7}{4} | 12500 |
 * | signed (a further term) | + 5 | - 1 | + \frac{7}{4} | + 12500 |
 * | coefficient (of an x that follows) | 5 | - | \frac{7}{4} | 12500 |
 * | signedCoefficient (likewise) | + 5 | - | + \frac{7}{4} | + 12500 |
 * | grouped (Indonesian, English) | 5 | -1 | 1,75 or 1.75 | 12.500 or 12,500 |
 *
 * Double square brackets, since LaTeX needs the braces. Throws ArithmeticError when a value cannot be computed.
 */
export function fill(template: string, values: Values, words: Words, language: Language): string {
  return template.replaceAll(slots, (_, source: string, format?: string) => {
    const word = words[source]
    return word ?? show(evaluate(parseExpression(source), values), format, language)
  })
}

function show(value: Fraction, format: string | undefined, language: Language): string {
  switch (format) {
    case undefined:
      return latex(value)
    case 'signed':
      return signed(latex(value))
    case 'coefficient':
      return coefficient(value)
    case 'signedCoefficient':
      return signed(coefficient(value))
    case 'grouped':
      return grouped(value, language)
    default:
      throw new Error(`There is no format "${format}".`)
  }
}

function latex(value: Fraction): string {
  if (isWhole(value)) return textOf(value)
  return `${value.n < 0n ? '-' : ''}\\frac{${value.n < 0n ? -value.n : value.n}}{${value.d}}`
}

const signed = (text: string) => (text.startsWith('-') ? `- ${text.slice(1)}` : `+ ${text}`)

function coefficient(value: Fraction): string {
  return isWhole(value) && (value.n === 1n || value.n === -1n) ? latex(value).replace('1', '') : latex(value)
}

/** A decimal with groups of three; a fraction that no decimal ends is left as a fraction. */
function grouped(value: Fraction, language: Language): string {
  const places = decimalPlaces(value.d)
  if (places === undefined) return textOf(value)
  const scaled = (value.n * 10n ** BigInt(places)) / value.d
  const digits = `${scaled < 0n ? -scaled : scaled}`.padStart(places + 1, '0')
  const [group, point] = language === 'id' ? ['.', ','] : [',', '.']
  const whole = digits.slice(0, digits.length - places).replaceAll(/\B(?=(\d{3})+$)/g, group)
  return `${value.n < 0n ? '-' : ''}${whole}${places > 0 ? point + digits.slice(-places) : ''}`
}

/** How many places the decimal of a fraction with this denominator has; undefined when it never ends. */
function decimalPlaces(denominator: bigint): number | undefined {
  for (let places = 0; places <= 6; places++) if (10n ** BigInt(places) % denominator === 0n) return places
  return undefined
}
