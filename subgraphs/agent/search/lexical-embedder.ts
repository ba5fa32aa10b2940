import { lexicalDimensions, lexicalEmbedding } from '../domain/lexical-embedding.ts'
import type { Embedder } from './embedder.ts'

/** The embedder that needs no model and no network: it compares words and their parts, not meanings. */
export const lexicalEmbedder: Embedder = {
  name: `lexical-${lexicalDimensions}`,
  embed: async (texts) => texts.map(lexicalEmbedding),
}
