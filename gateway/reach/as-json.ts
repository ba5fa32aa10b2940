/**
 * What `JSON.parse(JSON.stringify(value))` gives, without the text.
 * In process a result must be what it would be over HTTP: dates as text, nothing undefined, no object shared with the
 * subgraph's memory, since the executor writes into what it is given.
 * @throws TypeError for a BigInt, as JSON does
 */
export function asJson(value: unknown, key = ''): unknown {
  if (hasToJson(value)) value = value.toJSON(key)
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? (Object.is(value, -0) ? 0 : value) : null
    case 'object':
      break
    case 'bigint':
      throw new TypeError('Do not know how to serialize a BigInt')
    default:
      return undefined
  }
  if (value === null) return null
  if (value instanceof String || value instanceof Number || value instanceof Boolean) {
    return asJson(value.valueOf(), key)
  }
  if (Array.isArray(value)) return value.map((item, index) => asJson(item, String(index)) ?? null)
  const plain: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(value)) {
    const json = asJson(inner, name)
    if (json === undefined) continue
    // An alias may be called `__proto__`; assigned, it would become the prototype.
    if (name === '__proto__') {
      Object.defineProperty(plain, name, {
        value: json,
        enumerable: true,
        configurable: true,
        writable: true,
      })
    } else plain[name] = json
  }
  return plain
}

function hasToJson(value: unknown): value is { toJSON(key: string): unknown } {
  return (
    ((typeof value === 'object' && value !== null) || typeof value === 'bigint') &&
    typeof (value as { toJSON?: unknown }).toJSON === 'function'
  )
}
