/** One part of an answer with `@defer`; the whole, when it has no `hasNext`. */
export type Part = {
  data?: unknown
  errors?: { message: string; path?: unknown[]; extensions: { code: string } }[]
  incremental?: {
    label?: string
    path: (string | number)[]
    data: unknown
    errors?: { path?: unknown[]; extensions: { code: string } }[]
  }[]
  hasNext?: boolean
}

export type Asked = [query: string, variables?: Record<string, unknown>, headers?: Record<string, string>]

/** Reads a response in parts, one by one. */
export async function* askInParts(url: string, ...asked: Asked): AsyncGenerator<Part, undefined> {
  const [query, variables = {}, headers = {}] = asked
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'multipart/mixed;deferSpec=20220824, application/json',
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  })
  const type = response.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/mixed')) {
    expect(type).toContain('application/json')
    yield (await response.json()) as Part
    return undefined
  }
  expect(type).toBe('multipart/mixed;boundary="-";deferSpec=20220824')
  let text = ''
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(chunk)
    for (;;) {
      const part = /^\r\n---\r\ncontent-type: application\/json\r\n\r\n(.*)(?=\r\n---)/.exec(text)
      if (!part?.[1]) break
      yield JSON.parse(part[1]) as Part
      text = text.slice(part[0].length)
    }
  }
  expect(text).toBe('\r\n-----\r\n')
  return undefined
}

/** What a client has once all parts are there, and whether null stands for a part of it. */
export function joinParts([first, ...others]: readonly Part[]): { data: unknown; failed: boolean } {
  let failed = first?.errors !== undefined
  for (const { path, data, errors } of others.flatMap(({ incremental = [] }) => incremental)) {
    const place = path.reduce<unknown>(
      (value, step) => (value as Record<string | number, unknown>)[step],
      first?.data,
    )
    failed ||= data === null || errors !== undefined
    merge(place, data)
  }
  return { data: first?.data, failed }
}

function merge(target: unknown, source: unknown): unknown {
  if (Array.isArray(target) && Array.isArray(source)) {
    return target.map((item, index) => merge(item, source[index]))
  }
  if (!isObject(target) || !isObject(source)) return source
  for (const [name, value] of Object.entries(source)) {
    target[name] = name in target ? merge(target[name], value) : value
  }
  return target
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
