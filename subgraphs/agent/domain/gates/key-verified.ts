import type { Instance } from '../instance.ts'
import type { ItemModel } from '../item-model.ts'
import { readShown } from '../verification/read-shown.ts'
import type { Pair } from '../verification/stack-machine.ts'
import { check, pairFrom, run, same } from '../verification/stack-machine.ts'
import type { Fact, Verdict } from './verdict.ts'

/**
 * Three proofs that the key is right, none of which uses the generator's code: the key's expression is computed again on
 * a stack machine; the answer, put back into what the stem states, satisfies it; and the number that a reader sees in
 * the key's option is that answer.
 */
export function keyVerified(model: ItemModel, instance: Instance): Verdict {
  const facts = [...recomputed(model, instance), ...satisfied(model, instance), ...shown(model, instance)]
  return {
    gate: 'KEY_VERIFIED',
    passed: facts.every(({ holds }) => holds),
    facts: facts.map(({ fact }) => fact),
  }
}

type Finding = { holds: boolean; fact: Fact }

function recomputed(model: ItemModel, instance: Instance): Finding[] {
  const values = pairs(instance.parameters)
  return Object.entries(model.key).map(([name, source]) =>
    finding(`${name} = ${source}`, () => {
      const pair = run(source, values)
      const stored = instance.answer[name]
      return [stored !== undefined && same(pair, pairFrom(stored)), `${textOf(pair)}, given as ${stored}`]
    }),
  )
}

function satisfied(model: ItemModel, instance: Instance): Finding[] {
  const values = { ...pairs(instance.parameters), ...pairs(instance.answer) }
  return model.proof.conditions.flatMap((condition) =>
    (model.proof.at ?? [{}]).map((at) => {
      const where = Object.entries(at).map(([name, value]) => `${name} = ${value}`)
      return finding([condition, ...where].join(', '), () => {
        const holds = check(condition, { ...values, ...pairs(at) })
        return [holds, holds ? 'holds' : 'does not hold']
      })
    }),
  )
}

function shown(model: ItemModel, instance: Instance): Finding[] {
  const key = instance.options.find((option) => option.id === instance.keyId)
  const answer = instance.answer['value']
  if (model.type === 'SHORT_ANSWER') return []
  // An answer that is a formula has several values; the conditions compare those at several points.
  if (answer === undefined) return []
  return [
    finding('shown', () => {
      const read = key && readShown(key.text, model.language)
      return [
        read !== undefined && same(read, pairFrom(answer)),
        `"${key?.text}" read as ${read ? textOf(read) : '?'}`,
      ]
    }),
  ]
}

/** What cannot be computed is not verified. */
function finding(name: string, look: () => [boolean, string]): Finding {
  try {
    const [holds, value] = look()
    return { holds, fact: { name, value } }
  } catch (error) {
    return { holds: false, fact: { name, value: error instanceof Error ? error.message : String(error) } }
  }
}

function pairs(texts: Readonly<Record<string, string>>): Record<string, Pair> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, pairFrom(text)]))
}

/** In lowest terms; the generator's reduction is not to be used here. */
function textOf([n, d]: Pair): string {
  let [divisor, rest] = [n < 0n ? -n : n, d < 0n ? -d : d]
  while (rest > 0n) [divisor, rest] = [rest, divisor % rest]
  if (d < 0n) divisor = -divisor
  return d === divisor ? `${n / divisor}` : `${n / divisor}/${d / divisor}`
}
