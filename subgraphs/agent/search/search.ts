import type { Logger } from '../../../kit/log.ts'
import type { Embedded, Store } from '../store/index.ts'
import type { Embedder } from './embedder.ts'
import { createExactVectorIndex } from './exact-vector-index.ts'
import { lexicalEmbedder } from './lexical-embedder.ts'
import { createOpenaiEmbedder } from './openai-embedder.ts'
import type { Match, Query } from './vector-index.ts'
import { createWeaviateVectorIndex } from './weaviate-vector-index.ts'

/** Where meaning and vectors come from; what is left out has an embedded default. */
export type SearchSettings = { openaiApiKey?: string; openaiBaseUrl?: string; weaviateUrl?: string }

/** As many texts as one call of an embedder takes. */
const AT_ONCE = 64

/** Search by meaning over published questions and accepted drafts. */
export function createSearch(store: Store, settings: SearchSettings, log: Logger) {
  const embedder = chooseEmbedder(settings)
  const index = settings.weaviateUrl
    ? createWeaviateVectorIndex(store, embedder.name, { url: settings.weaviateUrl })
    : createExactVectorIndex(store, embedder.name)

  async function embedAll(texts: readonly string[]): Promise<Embedded[]> {
    const embedded: Embedded[] = []
    for (let from = 0; from < texts.length; from += AT_ONCE) {
      const part = texts.slice(from, from + AT_ONCE)
      const vectors = await embedder.embed(part)
      part.forEach((text, place) =>
        embedded.push({ text, embedder: embedder.name, embedding: vectors[place] ?? [] }),
      )
    }
    return embedded
  }

  return {
    embedAll,
    /** A text to be kept. One that cannot be embedded now is kept without an embedding, until `catchUp` gives it one. */
    async embed(text: string): Promise<Embedded> {
      try {
        const [embedding = []] = await embedder.embed([text])
        return { text, embedder: embedder.name, embedding }
      } catch (err) {
        log.warn({ err }, 'A text waits for its embedding')
        return { text, embedder: 'none', embedding: [] }
      }
    },
    nearest: (queries: readonly Query[]) => index.nearest(queries),

    /** For each question that is searchable itself, the published ones most similar to it, without itself. */
    async similarQuestions(wanted: readonly { questionId: string; first: number }[]): Promise<Match[][]> {
      const rows = await store.findIndexedTexts([...new Set(wanted.map((one) => one.questionId))])
      const vectors = new Map(
        rows.filter((row) => row.embedder === embedder.name).map((row) => [row.id, row.embedding]),
      )
      const known = wanted.filter((one) => vectors.has(one.questionId))
      const found = await index.nearest(
        known.map(({ questionId, first }) => ({
          vector: vectors.get(questionId) ?? [],
          first: first + 1,
          kind: 'QUESTION',
        })),
      )
      return wanted.map((one) =>
        (found[known.indexOf(one)] ?? []).filter((match) => match.id !== one.questionId).slice(0, one.first),
      )
    },

    /** Embeds what another embedder embedded, or none yet, until nothing is left or `stopped` says so. */
    async catchUp(stopped: () => boolean): Promise<void> {
      while (!stopped()) {
        const rows = await store.findForeignTexts(embedder.name)
        if (rows.length === 0) return
        const embedded = await embedAll(rows.map((row) => row.text))
        await store.replaceEmbeddings(
          rows.flatMap(({ id }, place) => {
            const one = embedded[place]
            return one ? [{ id, ...one }] : []
          }),
        )
      }
    },
  }
}

export type Search = ReturnType<typeof createSearch>

function chooseEmbedder({ openaiApiKey, openaiBaseUrl }: SearchSettings): Embedder {
  if (!openaiApiKey) return lexicalEmbedder
  return createOpenaiEmbedder({ apiKey: openaiApiKey, baseUrl: openaiBaseUrl })
}
