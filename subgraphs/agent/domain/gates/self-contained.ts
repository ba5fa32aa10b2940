import type { Fact, Verdict } from './verdict.ts'

/** Words that point at something beside the question, in both languages. */
const pointers =
  /\b(gambar|grafik|diagram|tabel|bacaan|teks|kutipan|ilustrasi|figure|graph shown|chart|table|passage|diagram|image|shown above|shown below|di atas|terlampir)\b/i

/** What a question asks for: a question mark, an ellipsis to complete, or an instruction. */
const request = /\?|…|\.\.\.|adalah|tentukan|hitung/i

/**
 * Whether a question can be answered from its own text: no slot of a template left, every formula closed, nothing
 * referred to that a question without stimulus and figure cannot have, and something is asked.
 */
export function selfContained(question: {
  stem: string
  explanation: string
  options: readonly string[]
}): Verdict {
  const texts = [question.stem, question.explanation, ...question.options]
  const all = texts.join('\n')
  const missing = pointers.exec(question.stem)?.[0]
  const slot = /\[\[|\]\]|\bundefined\b|\bNaN\b|\bnull\b/.exec(all)?.[0]
  const open = texts.filter(
    (text) => (text.match(/(?<!\\)\$/g)?.length ?? 0) % 2 !== 0 || !hasPairedBraces(text),
  )
  const empty = texts.filter((text) => text.trim() === '').length
  const facts: [boolean, Fact][] = [
    [slot === undefined, { name: 'unfilled', value: slot ?? 'nothing' }],
    [open.length === 0, { name: 'unclosed formulas', value: open[0] ?? 'none' }],
    [missing === undefined, { name: 'refers to', value: missing ?? 'nothing that is missing' }],
    [request.test(question.stem), { name: 'asks', value: request.exec(question.stem)?.[0] ?? 'nothing' }],
    [empty === 0, { name: 'empty texts', value: `${empty}` }],
  ]
  return {
    gate: 'SELF_CONTAINED',
    passed: facts.every(([holds]) => holds),
    facts: facts.map(([, fact]) => fact),
  }
}

function hasPairedBraces(text: string): boolean {
  let depth = 0
  for (const character of text.replaceAll(/\\[{}]/g, '')) {
    if (character === '{') depth++
    if (character === '}' && --depth < 0) return false
  }
  return depth === 0
}
