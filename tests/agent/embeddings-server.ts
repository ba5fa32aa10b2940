import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

type Request = { path: string | undefined; authorization: string | undefined; body: { input: string[] } }
type Failure = { status: number; headers: Record<string, string> }

/**
 * A server that speaks the wire format of `POST /v1/embeddings` (https://platform.openai.com/docs/api-reference/embeddings).
 * Its vectors count the letters of a text, so that what is near can be said beforehand.
 */
export async function startEmbeddingsServer() {
  const requests: Request[] = []
  const failures: Failure[] = []
  const server = createServer(async (request, response) => {
    const body = (await json(request)) as Request['body']
    requests.push({ path: request.url, authorization: request.headers.authorization, body })
    response.setHeader('content-type', 'application/json')
    const failure = failures.shift()
    if (failure) {
      response.writeHead(failure.status, failure.headers)
      return void response.end(
        JSON.stringify({ error: { message: 'Slow down.', type: 'requests', code: null } }),
      )
    }
    const data = body.input.map((text, index) => ({ object: 'embedding', index, embedding: letters(text) }))
    response.end(
      JSON.stringify({
        object: 'list',
        // Not promised to be in the order of the input: `index` says which is which.
        data: data.toReversed(),
        model: 'text-embedding-3-small',
        usage: { prompt_tokens: 1, total_tokens: 1 },
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    failNext: (...next: Failure[]) => void failures.push(...next),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type EmbeddingsServer = Awaited<ReturnType<typeof startEmbeddingsServer>>

function letters(text: string): number[] {
  const counts = new Array<number>(26).fill(0)
  for (const letter of text.toLowerCase()) {
    const place = letter.charCodeAt(0) - 97
    if (place >= 0 && place < 26) counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}
