import type { Issue } from './issues.ts'
import { hasBalancedDollars } from './latex.ts'

/**
 * Reads the fields of one object of unknown content and collects what is wrong with them, so that a person is told
 * everything at once. A field that is wrong gives an empty value, which is never used: the issues forbid it.
 */
export class FieldReader {
  readonly #object: Record<string, unknown>
  readonly #path: string
  readonly isObject: boolean
  readonly issues: Issue[]

  constructor(value: unknown, path = '', issues: Issue[] = []) {
    this.#path = path
    this.issues = issues
    this.isObject = isObject(value)
    this.#object = isObject(value) ? value : {}
    if (!this.isObject) issues.push({ field: path || '(row)', code: 'NOT_AN_OBJECT' })
  }

  has(name: string): boolean {
    return this.#object[name] != null
  }

  value(name: string): unknown {
    return this.#object[name] ?? null
  }

  pathOf(name: string): string {
    return this.#path ? `${this.#path}.${name}` : name
  }

  /** Notes what is wrong with a field. Of what is no object at all, only that is said. */
  report(name: string, code: Issue['code'], value?: Issue['value']): void {
    if (!this.isObject) return
    this.issues.push({ field: this.pathOf(name), code, ...(value === undefined ? {} : { value }) })
  }

  /** Text that must be there and not be blank, without the white space around it. */
  text(name: string, { maximum = 200 } = {}): string {
    const text = this.optionalText(name, { maximum })
    if (text === null && !this.#isWrong(name)) this.report(name, 'MISSING')
    return text ?? ''
  }

  optionalText(name: string, { maximum = 200 } = {}): string | null {
    const value = this.value(name)
    if (value === null) return null
    if (typeof value !== 'string') {
      this.report(name, 'NOT_TEXT')
      return null
    }
    const text = value.trim()
    if (text === '') return null
    // PostgreSQL stores neither NUL nor half of a surrogate pair.
    if (text.includes('\0') || !text.isWellFormed()) this.report(name, 'UNREADABLE_TEXT')
    if (text.length > maximum) this.report(name, 'TOO_LONG', maximum)
    return text
  }

  /** Markdown with LaTeX between dollar signs. */
  markdown(name: string, { maximum = 20_000 } = {}): string {
    return this.#balanced(name, this.text(name, { maximum }))
  }

  optionalMarkdown(name: string, { maximum = 20_000 } = {}): string {
    return this.#balanced(name, this.optionalText(name, { maximum }) ?? '')
  }

  oneOf<const Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const value = this.value(name)
    const known = values.find((candidate) => candidate === value)
    if (known === undefined)
      this.report(name, value === null ? 'MISSING' : 'UNKNOWN_VALUE', values.join(', '))
    return known
  }

  optionalBoolean(name: string, fallback: boolean): boolean {
    const value = this.value(name)
    if (value === null) return fallback
    if (typeof value !== 'boolean') this.report(name, 'NOT_A_BOOLEAN')
    return value === true
  }

  boolean(name: string): boolean {
    if (!this.has(name)) this.report(name, 'MISSING')
    return this.optionalBoolean(name, false)
  }

  child(name: string): FieldReader {
    return new FieldReader(this.value(name), this.pathOf(name), this.issues)
  }

  /** A reader for each element; none when the field is missing or no list. */
  children(name: string): FieldReader[] {
    const value = this.value(name)
    if (!Array.isArray(value)) return []
    return value.map(
      (element, index) => new FieldReader(element, `${this.pathOf(name)}[${index}]`, this.issues),
    )
  }

  #balanced(name: string, text: string): string {
    if (!hasBalancedDollars(text)) this.report(name, 'UNBALANCED_LATEX')
    return text
  }

  #isWrong(name: string): boolean {
    return this.issues.some((issue) => issue.field === this.pathOf(name))
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
