import type { Fraction } from '../../../subgraphs/agent/domain/fraction.ts'
import { approximately } from '../../../subgraphs/agent/domain/fraction.ts'
import { fractionFrom } from './read-models.ts'
import type { Instance } from '../../../subgraphs/agent/domain/instance.ts'
import { instantiate } from '../../../subgraphs/agent/domain/instance.ts'
import { misconceptions } from '../../../subgraphs/agent/domain/misconceptions.ts'
import { itemModel, itemModels } from '../../../subgraphs/agent/domain/models/index.ts'

type Name =
  | 'a'
  | 'b'
  | 'c'
  | 'd'
  | 'e'
  | 'f'
  | 'j'
  | 'k'
  | 'm'
  | 'n'
  | 'p'
  | 'price'
  | 'q'
  | 'r'
  | 'rise'
  | 'discount'
  | 't4'
  | 't5'
  | 'x'
  | 'y'
  | 'z'
type Numbers = Record<Name, number>

/**
 * What a person would work out who holds the misconception, in steps, from the numbers in the stem: written without a
 * look at the models' expressions.
 */
const people: Record<string, Record<string, (n: Numbers) => number>> = {
  'PK.UNKNOWN_ON_BOTH_SIDES': {
    KEEPS_SIGN_OF_MOVED_CONSTANT({ a, b, c, d }) {
      const right = d + b // moved over as it was
      return right / (a - c)
    },
    FORGETS_TO_DIVIDE({ b, d }) {
      return d - b
    },
    KEEPS_SIGN_OF_MOVED_UNKNOWN({ a, b, c, d }) {
      const left = a + c
      return (d - b) / left
    },
  },
  'PK.RISE_THEN_DISCOUNT': {
    ADDS_PERCENTAGES({ price, rise, discount }) {
      const change = rise - discount
      return price + (price * change) / 100
    },
    FORGETS_THE_SECOND_CHANGE({ price, rise }) {
      return price + (price * rise) / 100
    },
  },
  'PM.WORKING_TOGETHER': {
    AVERAGES_THE_TIMES: ({ a, b }) => (a + b) / 2,
    ADDS_THE_TIMES: ({ a, b }) => a + b,
    HALVES_THE_FASTER_TIME: ({ a, b }) => Math.min(a, b) / 2,
  },
  'PM.TEAM_WITH_EXACTLY': {
    ADDS_INSTEAD_OF_MULTIPLYING: ({ m, n, k, j }) => subsets(m, j) + subsets(n, k - j),
    IGNORES_THE_CONDITION: ({ m, n, k }) => subsets(m + n, k),
    COUNTS_ORDER: ({ m, n, k, j }) => rows(m, j) * rows(n, k - j),
  },
  'PM.TWO_DRAWS_WITHOUT_RETURN': {
    PUTS_IT_BACK({ r, b }) {
      const each = r / (r + b)
      return each * each
    },
    FORGETS_THAT_THE_TOTAL_FALLS: ({ r, b }) => (r / (r + b)) * ((r - 1) / (r + b)),
  },
  'PU.MULTIPLY_AND_ADD_SERIES': {
    REPEATS_THE_LAST_DIFFERENCE({ t4, t5 }) {
      const step = t5 - t4
      return t5 + step
    },
    FORGETS_TO_ADD: ({ m, t5 }) => m * t5,
  },
  'PU.NEW_OPERATION': {
    GROUPS_FROM_THE_RIGHT({ p, q, x, y, z }) {
      const operate = (a: number, b: number) => p * a - q * b
      return operate(x, operate(y, z))
    },
    SWAPS_THE_OPERANDS({ p, q, x, y, z }) {
      const operate = (a: number, b: number) => p * a - q * b
      return operate(z, operate(x, y))
    },
  },
  'SAT.RADIUS_FROM_EQUATION': {
    FORGETS_THE_ROOT: ({ d, e, f }) => f + (d / 2) ** 2 + (e / 2) ** 2,
    TAKES_THE_DIAMETER: ({ d, e, f }) => 2 * Math.sqrt(f + (d / 2) ** 2 + (e / 2) ** 2),
  },
}

const FORGETS = 'FORGETS_TO_DISTRIBUTE_THE_MINUS_SIGN'

const cases = Object.entries(people).flatMap(([code, answers]) =>
  Object.entries(answers).map(([misconception, answer]) => [code, misconception, answer] as const),
)

test.each(cases)('in %s, who %s gives the option of that name', (code, misconception, answer) => {
  let met = 0
  for (const instance of of(code)) {
    const option = instance.options.find((candidate) => candidate.misconception === misconception)
    if (!option) continue
    met++
    expect(approximately(valueOf(option.values))).toBeCloseTo(answer(numbersOf(instance)), 9)
  }
  expect(met).toBeGreaterThan(5)
})

test('who forgets to distribute a minus sign adds the terms that should be subtracted', () => {
  for (const instance of of('SAT.SUBTRACT_QUADRATICS')) {
    const option = instance.options.find((candidate) => candidate.misconception === FORGETS)
    const { a, b, c, d, e, f } = numbersOf(instance)
    // (ax² + bx + c) - (dx² + ex - f) read as ax² + bx + c - dx² + ex - f
    expect(option?.values).toEqual({ p: `${a - d}`, q: `${b + e}`, r: `${c - f}` })
  }
})

const named: { id: string; en: string }[] = Object.values(misconceptions)

test('every misconception is named in both languages and used by some model', () => {
  const used = new Set(
    itemModels.flatMap((model) => model.distractors.map(({ misconception }) => misconception)),
  )
  expect(
    Object.keys(misconceptions).filter((name) => !used.has(name as keyof typeof misconceptions)),
  ).toEqual([])
  for (const { id, en } of named) expect(id !== '' && en !== '' && id !== en).toBe(true)
})

function of(code: string): Instance[] {
  const model = itemModel(code)
  if (!model) throw new Error(`There is no model ${code}.`)
  return Array.from({ length: 60 }, (_, i) => instantiate(model, `person ${i}`))
}

const valueOf = (values: Readonly<Record<string, string>>): Fraction => fractionFrom(values['value'] ?? '')

function numbersOf({ parameters }: Instance): Numbers {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, text]) => [name, approximately(fractionFrom(text))]),
  ) as Numbers
}

/** How many subsets of k elements there are, counted out. */
function subsets(n: number, k: number): number {
  return k === 0 ? 1 : n < k ? 0 : subsets(n - 1, k - 1) + subsets(n - 1, k)
}

/** How many ways to put k of n in a row. */
function rows(n: number, k: number): number {
  return k === 0 ? 1 : n * rows(n - 1, k - 1)
}
