/** A response that stays open: what came so far, and how to leave it. */
export async function openStream(
  url: string,
  query: string,
  headers: Record<string, string>,
): Promise<OpenStream> {
  const leave = new AbortController()
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
    signal: leave.signal,
  })
  const stream: OpenStream = { response, text: '', over: false, leave: () => leave.abort() }
  void collect(stream)
  return stream
}

type OpenStream = { response: Response; text: string; over: boolean; leave(): void }

async function collect(stream: OpenStream): Promise<void> {
  const decoder = new TextDecoder()
  try {
    for await (const chunk of stream.response.body ?? []) {
      stream.text += decoder.decode(chunk as Uint8Array, { stream: true })
    }
  } catch {
    // Left, or cut off.
  }
  stream.over = true
}

/** The data of the events in a Server-Sent Events stream, by name. */
export function eventsIn(text: string): [name: string, data: unknown][] {
  return text
    .split('\n\n')
    .filter((block) => block.startsWith('event: '))
    .map((block) => {
      const [, name = '', data = ''] = /^event: (\w+)\ndata: ?(.*)$/.exec(block) ?? []
      return [name, data === '' ? null : (JSON.parse(data) as unknown)]
    })
}

/** The bodies of the parts of a multipart response, as a client splits them. */
export function partsIn(text: string, boundary: string): unknown[] {
  return text
    .split(`\r\n--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head, body = ''] = part.split('\r\n\r\n')
      expect(head).toBe('\r\ncontent-type: application/json')
      return JSON.parse(body) as unknown
    })
}
