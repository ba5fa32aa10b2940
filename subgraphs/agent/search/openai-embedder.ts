import OpenAI from 'openai'
import { normalised } from '../domain/similarity.ts'
import type { Embedder } from './embedder.ts'

const MODEL = 'text-embedding-3-small'
/** Within the model's 8,192 tokens in either language; what a longer text goes on to say does not count. */
const LONGEST_TEXT = 16_000

/**
 * Embeddings of a server that speaks OpenAI's API. Rate limits and failures of the way are tried again by the client,
 * honouring `retry-after`.
 * @param settings.baseUrl the server's address up to and including its version, OpenAI's own when left out
 */
export function createOpenaiEmbedder(settings: { apiKey: string; baseUrl?: string }): Embedder {
  const client = new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseUrl,
    timeout: 20_000,
    maxRetries: 3,
  })
  return {
    name: `openai-${MODEL}`,
    async embed(texts) {
      // As numbers: the package's default, base64, is not understood by every compatible server.
      const response = await client.embeddings.create({
        model: MODEL,
        input: texts.map((text) => text.slice(0, LONGEST_TEXT)),
        encoding_format: 'float',
      })
      const vectors = response.data.toSorted((a, b) => a.index - b.index).map((item) => item.embedding)
      if (vectors.length !== texts.length)
        throw new Error(`The embeddings server gave ${vectors.length} vectors for ${texts.length} texts.`)
      return vectors.map(normalised)
    },
  }
}
