import { isDeepStrictEqual } from 'node:util'
import { BODIES, type BodyName } from './bodies.ts'
import type { ContestantName } from './contestants.ts'
import { type Gateway, type Stage, ask } from './stage.ts'
import { VIEWERS } from './subgraphs/data.ts'

export type Compared = {
  body: BodyName
  bytes: number
  /** Fetches of one request alone. */
  fetches: Partial<Record<ContestantName, number>>
  /** Those whose answers are not what most give. */
  different: { gateway: ContestantName; answer: string }[]
}

/** Asks every gateway the same, and tells whose answers differ. With a body of viewers, for three of them. */
export async function compareAnswers(
  stage: Stage,
  gateways: readonly Gateway[],
  body: BodyName,
): Promise<Compared> {
  const { query, ofViewers } = BODIES[body]
  const viewers = ofViewers ? [0, 1, VIEWERS.length - 1] : [0]
  const answers: { gateway: ContestantName; texts: string[]; parsed: unknown }[] = []
  const fetches: Compared['fetches'] = {}
  for (const gateway of gateways) {
    const texts: string[] = []
    await stage.fetches()
    for (const index of viewers) {
      const variables = ofViewers ? { id: VIEWERS[index] } : { nonce: 'compared' }
      const { text } = await ask(gateway, JSON.stringify({ query, variables }), stage.tokens[index])
      texts.push(text)
    }
    fetches[gateway.name] = (await stage.fetches()) / viewers.length
    answers.push({ gateway: gateway.name, texts, parsed: texts.map(essence) })
  }
  const agreeing = answers.map((one) =>
    answers.filter((other) => isDeepStrictEqual(one.parsed, other.parsed)),
  )
  const most = agreeing.reduce((best, group) => (group.length > best.length ? group : best), [])
  return {
    body,
    bytes: Buffer.byteLength(most[0]?.texts[0] ?? ''),
    fetches,
    different: answers
      .filter((answer) => !most.includes(answer))
      .map(({ gateway, texts }) => ({ gateway, answer: (texts[0] ?? '').slice(0, 300) })),
  }
}

/** Data and errors; what a gateway adds in `extensions` is its own affair. */
function essence(text: string): unknown {
  try {
    const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown }
    return { data, errors }
  } catch {
    return text
  }
}
