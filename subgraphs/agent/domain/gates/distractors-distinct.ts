import type { Instance } from '../instance.ts'
import type { ItemModel } from '../item-model.ts'
import { optionsOf } from '../item-model.ts'
import type { Pair } from '../verification/stack-machine.ts'
import { pairFrom, run, same } from '../verification/stack-machine.ts'
import type { Fact, Verdict } from './verdict.ts'
import { checked } from './verdict.ts'

/**
 * Whether exactly one option is right and every other one is the consequence of a misconception of its own. Values are
 * compared as numbers: `$\frac{1}{2}$` and `0.5` are the same answer.
 */
export function distractorsDistinct(model: ItemModel, instance: Instance): Verdict {
  const { options } = instance
  const expected = model.type === 'SHORT_ANSWER' ? 0 : optionsOf(model.exam)
  const texts = new Set(options.map((option) => option.text.replaceAll(/\s+/g, ' ').trim()))
  const equal = options.flatMap((a, index) =>
    options.slice(index + 1).flatMap((b) => (sameValues(a.values, b.values) ? [`${a.id} = ${b.id}`] : [])),
  )
  const followed = options.flatMap((option) =>
    option.misconception === null ? [] : [follows(model, instance, option)],
  )
  const keys = options.filter((option) => option.misconception === null)
  const facts: [boolean, Fact][] = [
    [options.length === expected, { name: 'options', value: `${options.length} of ${expected}` }],
    [texts.size === options.length, { name: 'different texts', value: `${texts.size}` }],
    [equal.length === 0, { name: 'equal values', value: equal.join(', ') || 'none' }],
    [
      expected === 0 || (keys.length === 1 && keys[0]?.id === instance.keyId),
      { name: 'right options', value: keys.map((option) => option.id).join(', ') || 'none' },
    ],
    ...followed.map(([fact, holds]): [boolean, Fact] => [holds, fact]),
  ]
  return {
    gate: 'DISTRACTORS_DISTINCT',
    passed: facts.every(([holds]) => holds),
    facts: facts.map(([, fact]) => fact),
  }
}

/** Whether the option's values are what the misconception leads to, computed again on the stack machine. */
function follows(model: ItemModel, instance: Instance, option: Instance['options'][number]): [Fact, boolean] {
  const distractor = model.distractors.find(({ misconception }) => misconception === option.misconception)
  const parameters = toPairs(instance.parameters)
  const name = `${option.id} follows from ${option.misconception}`
  try {
    const holds =
      distractor !== undefined &&
      Object.entries({ ...model.key, ...distractor.key }).every(([part, source]) =>
        same(run(source, parameters), pairFrom(option.values[part] ?? '')),
      )
    return [checked(name, holds), holds]
  } catch (error) {
    return [{ name, value: error instanceof Error ? error.message : String(error) }, false]
  }
}

function sameValues(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return Object.entries(a).every(([name, value]) => same(pairFrom(value), pairFrom(b[name] ?? '')))
}

function toPairs(texts: Readonly<Record<string, string>>): Record<string, Pair> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, pairFrom(text)]))
}
