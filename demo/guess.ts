import type { Item, Response } from './operations.ts'

/**
 * What a student who does not know answers: drawn evenly, and the same for the same seed and question, so that a run
 * can be repeated and a resumed one goes on as it would have.
 */
export function guess(item: Item, seed: string): Response {
  const draw = drawsFor(`${seed}:${item.stem}`)
  if (item.type === 'MULTIPLE_CHOICE') return { choice: pick(item.options, draw).id }
  if (item.type === 'TRUE_FALSE') {
    return { statements: item.statements.map(({ id }) => ({ id, value: draw() < 0.5 })) }
  }
  // Someone who has no idea combines the numbers that the question names.
  const [first = 2, second = first] = (item.stem.match(/\d+/g) ?? []).map(Number)
  return { text: String(pick([first + second, first * second, Math.abs(first - second), second], draw)) }
}

/** How a response reads in one line. */
export function inWords(item: Item, response: Response): string {
  if ('choice' in response) {
    const option = item.options.find(({ id }) => id === response.choice)
    return `${response.choice}. ${option?.text ?? ''}`
  }
  if ('statements' in response) {
    return response.statements
      .map(({ value }, place) => `${place + 1} ${value ? 'true' : 'false'}`)
      .join(' · ')
  }
  return item.unit ? `${response.text} ${item.unit}` : response.text
}

/**
 * Numbers in [0, 1) that a text determines: its FNV-1a hash, stepped and mixed as in mulberry32.
 * Sources: http://www.isthe.com/chongo/tech/comp/fnv/, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function drawsFor(text: string): () => number {
  let state = 0x811c9dc5
  for (const byte of Buffer.from(text)) state = Math.imul(state ^ byte, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function pick<T>(choices: readonly T[], draw: () => number): T {
  return choices[Math.floor(draw() * choices.length)] as T
}
