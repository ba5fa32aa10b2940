import { distractorsDistinct } from '../../../subgraphs/agent/domain/gates/distractors-distinct.ts'
import { keyVerified } from '../../../subgraphs/agent/domain/gates/key-verified.ts'
import { longestOption } from '../../../subgraphs/agent/domain/gates/longest-option.ts'
import { nearDuplicate } from '../../../subgraphs/agent/domain/gates/near-duplicate.ts'
import { selfContained } from '../../../subgraphs/agent/domain/gates/self-contained.ts'
import type { Instance } from '../../../subgraphs/agent/domain/instance.ts'
import { instantiate } from '../../../subgraphs/agent/domain/instance.ts'
import type { ItemModel } from '../../../subgraphs/agent/domain/item-model.ts'
import { itemModel } from '../../../subgraphs/agent/domain/models/index.ts'

const model = itemModel('PK.UNKNOWN_ON_BOTH_SIDES') as ItemModel
const instance = instantiate(model, 'a')
const refusedFacts = (verdict: { facts: readonly { name: string; value: string }[] }) =>
  Object.fromEntries(verdict.facts.map(({ name, value }) => [name, value]))

describe('KEY_VERIFIED', () => {
  test('tells how it came to its verdict', () => {
    expect(instance.stem).toContain('$7x + 14 = 4x + 35$')
    expect(keyVerified(model, instance)).toEqual({
      gate: 'KEY_VERIFIED',
      passed: true,
      facts: [
        { name: 'value = (d - b) / (a - c)', value: '7, given as 7' },
        { name: 'a * value + b = c * value + d', value: 'holds' },
        { name: 'shown', value: '"$7$" read as 7' },
      ],
    })
  })

  test('refuses a wrong key expression, though the generator believes it', () => {
    const wrong: ItemModel = {
      ...model,
      key: { value: '(d + b) / (a - c)' },
      distractors: model.distractors.slice(1),
    }
    const verdict = keyVerified(wrong, instantiate(wrong, 'a'))
    expect(verdict.passed).toBe(false)
    expect(refusedFacts(verdict)['a * value + b = c * value + d']).toBe('does not hold')
  })

  test('refuses an answer that was changed after it was computed', () => {
    const verdict = keyVerified(model, { ...instance, answer: { value: '8' } })
    expect(verdict.passed).toBe(false)
    expect(refusedFacts(verdict)['value = (d - b) / (a - c)']).toBe('7, given as 8')
  })

  test('refuses a key whose option shows another number', () => {
    const options = instance.options.map((option) =>
      option.id === instance.keyId ? { ...option, text: '$-7$' } : option,
    )
    const verdict = keyVerified(model, { ...instance, options })
    expect([verdict.passed, refusedFacts(verdict)['shown']]).toEqual([false, '"$-7$" read as -7'])
  })
})

describe('DISTRACTORS_DISTINCT', () => {
  const change = (edit: (option: Instance['options'][number], place: number) => object): Instance => ({
    ...instance,
    options: instance.options.map((option, place) => ({ ...option, ...edit(option, place) })),
  })
  const [first] = instance.options.filter((option) => option.misconception !== null)

  test('lets different options through that follow from their misconceptions', () => {
    expect(distractorsDistinct(model, instance).passed).toBe(true)
  })

  test('refuses a distractor that equals the key in value, however it is written', () => {
    const verdict = distractorsDistinct(
      model,
      change((option) => (option === first ? { text: '$\\frac{14}{2}$', values: { value: '14/2' } } : {})),
    )
    expect(verdict.passed).toBe(false)
    expect(refusedFacts(verdict)['equal values']).not.toBe('none')
  })

  test('refuses a distractor that does not follow from its misconception', () => {
    const verdict = distractorsDistinct(
      model,
      change((option) => (option === first ? { text: '$1234$', values: { value: '1234' } } : {})),
    )
    expect(verdict.passed).toBe(false)
    expect(refusedFacts(verdict)[`${first?.id} follows from ${first?.misconception}`]).toBe('no')
  })

  test('refuses two keys, none, and too few options', () => {
    const [other] = instance.options.filter((option) => option.misconception === null)
    expect(
      distractorsDistinct(
        model,
        change(() => ({ misconception: null })),
      ).passed,
    ).toBe(false)
    expect(
      distractorsDistinct(model, { ...instance, options: instance.options.filter((o) => o !== other) })
        .passed,
    ).toBe(false)
  })
})

describe('SELF_CONTAINED', () => {
  const whole = { stem: 'Nilai $x$ adalah …', explanation: 'Jadi $x = 2$.', options: ['$2$', '$3$'] }

  test.each([
    ['a slot that was not filled', { ...whole, stem: 'Nilai [[x]] adalah …' }],
    ['a figure that is not there', { ...whole, stem: 'Perhatikan gambar berikut. Luasnya adalah …' }],
    ['a passage that is not there', { ...whole, stem: 'According to the passage, what is $x$?' }],
    ['a formula that does not end', { ...whole, stem: 'Nilai $x adalah …' }],
    ['a brace that does not close', { ...whole, explanation: '$\\frac{1}{2$' }],
    ['an empty option', { ...whole, options: ['$2$', ' '] }],
    ['nothing that is asked', { ...whole, stem: 'Diketahui $x = 2$.' }],
  ])('refuses %s', (_what, question) => {
    expect(selfContained(question).passed).toBe(false)
  })

  test('lets a complete question through', () => {
    expect(selfContained(whole).passed).toBe(true)
  })
})

describe('LONGEST_OPTION', () => {
  const choice = (texts: string[]) => ({
    options: texts.map((text, place) => ({ id: 'ABCDE'.charAt(place), text })),
    keyId: 'A',
  })
  const longKey = choice(['$1000$', '$10$', '$12$', '$14$'])
  const shortKey = choice(['$10$', '$1000$', '$12$', '$14$'])

  test('lets as many through as 30% of the batch', () => {
    const batch = [longKey, longKey, longKey, longKey, ...Array.from({ length: 6 }, () => shortKey)]
    const verdicts = longestOption(batch)
    expect(verdicts.map((verdict) => verdict.passed)).toEqual([
      true,
      true,
      true,
      false,
      ...Array(6).fill(true),
    ])
    expect(refusedFacts(verdicts[3] ?? { facts: [] })).toMatchObject({
      'in the batch': '4 of 10',
      allowed: '3',
    })
  })

  test('does not count keys as long as another option, LaTeX commands, or short answers', () => {
    const fraction = choice(['$\\frac{11}{12}$', '$10$', '$12$', '$14$'])
    const shortAnswer = { options: [], keyId: null }
    expect(longestOption([fraction, fraction, shortAnswer]).every((verdict) => verdict.passed)).toBe(true)
    expect(longestOption([longKey]).map((verdict) => verdict.passed)).toEqual([true])
  })
})

describe('NEAR_DUPLICATE', () => {
  const text = 'Bagian Eko dari Rp350.000 dengan 2 : 3 : 5 adalah …'
  const near = (words: string, similarity: number) => [
    { id: 'q', from: 'bank' as const, similarity, text: words },
  ]

  test('refuses nearly the same words with the same numbers, in whatever order', () => {
    expect(nearDuplicate(text, near('Bagian Eko dari Rp350000 dengan 5 : 3 : 2 adalah', 0.97)).passed).toBe(
      false,
    )
  })

  test('lets siblings through, and names them', () => {
    const verdict = nearDuplicate(text, near('Bagian Eko dari Rp360.000 dengan 2 : 3 : 4 adalah …', 0.97))
    expect(verdict.passed).toBe(true)
    expect(refusedFacts(verdict)).toMatchObject({ 'bank q': 'similarity 0.970, other numbers' })
  })

  test('does not mind the same numbers in other words', () => {
    expect(nearDuplicate(text, near('350000, 2, 3, 5', 0.4)).passed).toBe(true)
  })
})
