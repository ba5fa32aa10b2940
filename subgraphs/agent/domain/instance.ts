import type { Values } from './expression/evaluate.ts'
import { evaluate, holds } from './expression/evaluate.ts'
import { parseCondition, parseExpression } from './expression/parse.ts'
import type { Fraction } from './fraction.ts'
import { approximately, ArithmeticError, compare, equals, fraction, isWhole, textOf } from './fraction.ts'
import type { ItemModel } from './item-model.ts'
import { optionsOf } from './item-model.ts'
import type { Misconception } from './misconceptions.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import type { Words } from './template.ts'
import { fill } from './template.ts'

/** A question that a model has written: plain data, so that it can be stored and verified later by other code. */
export type Instance = {
  modelCode: string
  seed: string
  /** Drawn and derived values as texts such as `-3` or `5/4`. */
  parameters: Readonly<Record<string, string>>
  stem: string
  /** In the order shown; empty for a short answer. */
  options: readonly Option[]
  /** The option that is right; null for a short answer. */
  keyId: string | null
  /** The values of the right answer, by the names of the model's key. */
  answer: Readonly<Record<string, string>>
  explanation: string
}

export type Option = {
  id: string
  text: string
  values: Readonly<Record<string, string>>
  /** Null for the key. */
  misconception: Misconception | null
}

/** A model's constraints leave nothing more to draw. */
export class ModelExhausted extends Error {
  override name = 'ModelExhausted'
}

/** After so many draws without an acceptable one, the model's constraints are at fault. */
const mostDraws = 2000

/**
 * One question of a model; the same seed gives the same question.
 * Throws ModelExhausted when the model's constraints leave nothing to draw.
 */
export function instantiate(model: ItemModel, seed: string): Instance {
  const random = createRandom(`${model.code} ${seed}`)
  for (let draw = 0; draw < mostDraws; draw++) {
    const instance = attempt(model, seed, random)
    if (instance) return instance
  }
  throw new ModelExhausted(
    `${model.code} found no acceptable values in ${mostDraws} draws with seed "${seed}".`,
  )
}

/**
 * Different questions of one model, one after another, without end: equal questions that two seeds happen to give are
 * left out. Throws ModelExhausted when 500 seeds in a row bring nothing new.
 */
export function* distinctInstances(model: ItemModel, seed: string): Generator<Instance, never> {
  const seen = new Set<string>()
  for (let number = 0, stale = 0; stale < 500; number++) {
    const instance = instantiate(model, `${seed}/${number}`)
    stale = seen.has(instance.stem) ? stale + 1 : 0
    if (stale > 0) continue
    seen.add(instance.stem)
    yield instance
  }
  throw new ModelExhausted(`${model.code} has only ${seen.size} different questions for seed "${seed}".`)
}

type Candidate = { values: Values; text: string; misconception: Misconception | null }

function attempt(model: ItemModel, seed: string, random: Random): Instance | undefined {
  const words = model.settings ? random.pick(model.settings) : {}
  const values: Record<string, Fraction> = {}
  for (const { name, from, to, step = 1 } of model.parameters)
    values[name] = fraction(BigInt(from + step * random.below(Math.floor((to - from) / step) + 1)))
  try {
    for (const [name, source] of Object.entries(model.derived ?? {}))
      values[name] = evaluate(parseExpression(source), values)
    if (!model.constraints.every((condition) => holds(parseCondition(condition), values))) return undefined
    return write(model, seed, random, values, words)
  } catch (error) {
    if (error instanceof ArithmeticError) return undefined
    throw error
  }
}

function write(model: ItemModel, seed: string, random: Random, values: Values, words: Words) {
  const key = candidate(model, model.key, null, values, words)
  if (!key || !isPlausible(model, key.values, key.values, values)) return undefined
  const choices = model.type === 'SHORT_ANSWER' ? [] : choose(model, key, random, values, words)
  if (!choices) return undefined
  const options = choices.map(({ text, misconception, ...choice }, index) => ({
    id: 'ABCDE'.charAt(index),
    text,
    values: texts(choice.values),
    misconception,
  }))
  const all = { ...values, ...key.values }
  return {
    modelCode: model.code,
    seed,
    parameters: texts(values),
    stem: fill(model.stem, values, words, model.language),
    options,
    keyId: options.find((option) => option.misconception === null)?.id ?? null,
    answer: texts(key.values),
    explanation: fill(model.explanation, all, words, model.language),
  }
}

/** The key among distractors that differ from it and from one another, in a random order. */
function choose(model: ItemModel, key: Candidate, random: Random, values: Values, words: Words) {
  const chosen: Candidate[] = [key]
  const [first, ...others] = model.distractors
  if (!first) return undefined
  for (const { misconception, key: wrong } of [first, ...random.shuffle(others)]) {
    const distractor = candidate(model, { ...model.key, ...wrong }, misconception, values, words)
    if (!distractor || !isPlausible(model, distractor.values, key.values, values)) continue
    if (chosen.some((other) => other.text === distractor.text || sameValues(other.values, distractor.values)))
      continue
    chosen.push(distractor)
    if (chosen.length === optionsOf(model.exam))
      return hasCompany(chosen) ? random.shuffle(chosen) : undefined
  }
  return undefined
}

function candidate(
  model: ItemModel,
  sources: Readonly<Record<string, string>>,
  misconception: Misconception | null,
  values: Values,
  words: Words,
): Candidate | undefined {
  const answer: Record<string, Fraction> = {}
  try {
    for (const [name, source] of Object.entries(sources))
      answer[name] = evaluate(parseExpression(source), values)
  } catch (error) {
    // A misconception that leads to no number at all gives nobody an answer.
    if (error instanceof ArithmeticError) return undefined
    throw error
  }
  return {
    values: answer,
    text: fill(model.option, { ...values, ...answer }, words, model.language),
    misconception,
  }
}

/** Beyond this multiple of the key, or below this part of it, nobody considers an answer. */
const farthest = 25

function isPlausible(model: ItemModel, answer: Values, key: Values, parameters: Values): boolean {
  const { positive, whole, between } = model.plausible ?? {}
  return Object.entries(answer).every(([name, value]) => {
    const right = key[name] ?? value
    const size = Math.abs(approximately(value))
    const scale = Math.max(1, Math.abs(approximately(right)))
    return (
      (!positive || value.n > 0n) &&
      (!whole || isWhole(value)) &&
      value.d <= 1000n &&
      size <= scale * farthest &&
      (!positive || size * farthest >= Math.abs(approximately(right))) &&
      (!between || isBetween(value, between, parameters))
    )
  })
}

function isBetween(value: Fraction, [low, high]: readonly [string, string], parameters: Values): boolean {
  return (
    compare(value, evaluate(parseExpression(low), parameters)) >= 0 &&
    compare(value, evaluate(parseExpression(high), parameters)) <= 0
  )
}

/** A key that alone is whole, alone a fraction, or alone negative, gives itself away. */
function hasCompany([key, ...distractors]: Candidate[]): boolean {
  if (!key) return false
  return Object.entries(key.values).every(
    ([name, value]) =>
      distractors.some((other) => isWhole(other.values[name] ?? value) === isWhole(value)) &&
      distractors.some((other) => (other.values[name] ?? value).n < 0n === value.n < 0n),
  )
}

function sameValues(a: Values, b: Values): boolean {
  return Object.entries(a).every(([name, value]) => {
    const other = b[name]
    return other !== undefined && equals(value, other)
  })
}

function texts(values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value)]))
}
