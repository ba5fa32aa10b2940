/** Turns texts into vectors of length 1 whose angles say how alike the texts are. */
export type Embedder = {
  /** Names the space of its vectors; vectors of different embedders cannot be compared. */
  name: string
  /** One vector for each text, in order. At most 64 texts at a time. */
  embed(texts: readonly string[]): Promise<number[][]>
}
