import { skills } from '../../../subgraphs/catalog/domain/skills.ts'
import { parseCondition, parseExpression } from '../../../subgraphs/agent/domain/expression/parse.ts'
import { distractorsDistinct } from '../../../subgraphs/agent/domain/gates/distractors-distinct.ts'
import { keyVerified } from '../../../subgraphs/agent/domain/gates/key-verified.ts'
import { selfContained } from '../../../subgraphs/agent/domain/gates/self-contained.ts'
import { distinctInstances, type Instance, instantiate } from '../../../subgraphs/agent/domain/instance.ts'
import type { ItemModel } from '../../../subgraphs/agent/domain/item-model.ts'
import { optionsOf } from '../../../subgraphs/agent/domain/item-model.ts'
import { itemModels, itemModelsOf } from '../../../subgraphs/agent/domain/models/index.ts'
import { namesIn, slotsOf } from './read-models.ts'

const seeds = Array.from({ length: 200 }, (_, i) => `seed ${i}`)

test('the models cover the quantitative parts of both exams', () => {
  expect(itemModels.length).toBeGreaterThanOrEqual(12)
  for (const skill of ['PK', 'PM', 'PU.QUANTITATIVE', 'MATH'])
    expect(itemModelsOf(skill).length).toBeGreaterThan(2)
  expect(new Set(itemModels.map((model) => model.code)).size).toBe(itemModels.length)
  expect(itemModels.some((model) => model.exam === 'SAT' && model.type === 'SHORT_ANSWER')).toBe(true)
})

describe.each(itemModels.map((model) => [model.code, model] as const))('%s', (_code, model) => {
  const instances: Instance[] = []
  beforeAll(() => {
    for (const seed of seeds) instances.push(instantiate(model, seed))
  })

  test('belongs to a skill of the catalog, in the section and language of its exam', () => {
    const skill = skills.find(({ code }) => code === model.skill)
    expect(skill).toMatchObject({ exam: model.exam, section: model.section })
    expect(model.language).toBe(model.exam === 'SAT' ? 'en' : 'id')
  })

  test('reads only what it defines, and is proved without its own key expression', () => {
    expect(unknownNames(model)).toEqual([])
    const proof = model.proof.conditions.join(' ')
    expect(model.proof.conditions.length).toBeGreaterThan(0)
    for (const [name, source] of Object.entries(model.key)) {
      expect(proof).toMatch(new RegExp(`\\b${name}\\b`))
      if (namesIn(parseExpression(source)).length > 1) expect(proof).not.toContain(source)
    }
  })

  test('200 seeds give 200 questions whose key a second evaluation proves', () => {
    for (const instance of instances) {
      const { seed, stem, explanation, options } = instance
      const verdicts = [
        keyVerified(model, instance),
        distractorsDistinct(model, instance),
        selfContained({ stem, explanation, options: options.map((option) => option.text) }),
      ]
      const refused = verdicts.filter((verdict) => !verdict.passed)
      expect({ seed, refused }).toEqual({ seed, refused: [] })
      expect(options.length).toBe(model.type === 'SHORT_ANSWER' ? 0 : optionsOf(model.exam))
    }
  })

  test('the same seed gives the same question', () => {
    expect(instantiate(model, 'again')).toEqual(instantiate(model, 'again'))
  })

  test('writes at least 100 different questions for one run', () => {
    const stems = new Set<string>()
    for (const instance of distinctInstances(model, 'a run')) {
      stems.add(instance.stem)
      if (stems.size === 100) break
    }
    expect(stems.size).toBe(100)
  })

  test('every misconception is met within the 200', () => {
    const met = new Set(instances.flatMap(({ options }) => options.map((option) => option.misconception)))
    for (const { misconception } of model.distractors) expect(met).toContain(misconception)
  })

  if (model.type === 'MULTIPLE_CHOICE') {
    test('the key is at every position about equally often', () => {
      const places = optionsOf(model.exam)
      const counts = new Array<number>(places).fill(0)
      for (const { keyId } of instances) {
        const place = 'ABCDE'.indexOf(keyId ?? '')
        counts[place] = (counts[place] ?? 0) + 1
      }
      const expected = seeds.length / places
      const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
      // The 99.99th percentile of χ² with 3 and 4 degrees of freedom.
      expect(chiSquare).toBeLessThan(places === 4 ? 21.1 : 23.5)
    })
  }
})

test('over all models the longest option is the key in at most 30% of 1,000 questions', () => {
  const models = itemModels.filter((model) => model.type === 'MULTIPLE_CHOICE')
  const questions = models.flatMap((model) => seeds.slice(0, 50).map((seed) => instantiate(model, seed)))
  const longest = questions.filter(({ options, keyId }) => {
    const key = options.find((option) => option.id === keyId)
    return key && options.every((option) => option === key || option.text.length < key.text.length)
  })
  expect(longest.length / questions.length).toBeLessThan(0.3)
})

/** Names in any of the model's expressions and templates that it does not define. */
function unknownNames(model: ItemModel): string[] {
  const parameters = [...model.parameters.map(({ name }) => name), ...Object.keys(model.derived ?? {})]
  const words = Object.keys(model.settings?.[0] ?? {})
  const answer = Object.keys(model.key)
  const points = Object.keys(model.proof.at?.[0] ?? {})
  const of = (text: string) => namesIn(parseExpression(text))
  const ofCondition = (text: string) => {
    const { left, right } = parseCondition(text)
    return [...namesIn(left), ...namesIn(right)]
  }
  const ofTemplate = (text: string) =>
    slotsOf(text)
      .filter((slot) => !words.includes(slot))
      .flatMap(of)
  const unknown = (names: string[], known: string[]) => names.filter((name) => !known.includes(name))
  for (const setting of model.settings ?? []) expect(Object.keys(setting)).toEqual(words)
  return [
    ...unknown(Object.values(model.derived ?? {}).flatMap(of), parameters),
    ...unknown(model.constraints.flatMap(ofCondition), parameters),
    ...unknown(Object.values(model.key).flatMap(of), parameters),
    ...unknown(
      model.distractors.flatMap(({ key }) => Object.values(key).flatMap(of)),
      parameters,
    ),
    ...unknown(
      model.distractors.flatMap(({ key }) => Object.keys(key)),
      answer,
    ),
    ...unknown(model.proof.conditions.flatMap(ofCondition), [...parameters, ...answer, ...points]),
    ...unknown(ofTemplate(model.stem), parameters),
    ...unknown([...ofTemplate(model.option), ...ofTemplate(model.explanation)], [...parameters, ...answer]),
  ]
}
