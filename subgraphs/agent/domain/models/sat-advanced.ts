import type { ItemModel } from '../item-model.ts'

const sat = { exam: 'SAT', section: 'MATH', language: 'en' } as const

/** Models for the SAT's Advanced Math and its Geometry and Trigonometry. */
export const satAdvancedModels: readonly ItemModel[] = [
  {
    ...sat,
    code: 'SAT.SUBTRACT_QUADRATICS',
    title: { id: 'Selisih dua bentuk kuadrat', en: 'Difference of two quadratics' },
    skill: 'MATH.ADVANCED.EQUIVALENT',
    type: 'MULTIPLE_CHOICE',
    parameters: [
      { name: 'a', from: 2, to: 9 },
      { name: 'b', from: -9, to: 9 },
      { name: 'c', from: 1, to: 9 },
      { name: 'd', from: 1, to: 8 },
      { name: 'e', from: 2, to: 9 },
      { name: 'f', from: 2, to: 9 },
    ],
    constraints: ['a > d', 'b != 0', 'b != e', 'b != -e', 'c != f'],
    stem: 'Which expression is equivalent to $([[a|coefficient]]x^2 [[b|signedCoefficient]]x + [[c]]) - ([[d|coefficient]]x^2 + [[e|coefficient]]x - [[f]])$?',
    key: { p: 'a - d', q: 'b - e', r: 'c + f' },
    option: '$[[p|coefficient]]x^2 [[q|signedCoefficient]]x [[r|signed]]$',
    distractors: [
      { misconception: 'FORGETS_TO_DISTRIBUTE_THE_MINUS_SIGN', key: { q: 'b + e', r: 'c - f' } },
      { misconception: 'DISTRIBUTES_THE_MINUS_SIGN_HALFWAY', key: { r: 'c - f' } },
      { misconception: 'ADDS_INSTEAD_OF_SUBTRACTING', key: { p: 'a + d', q: 'b + e', r: 'c - f' } },
      { misconception: 'KEEPS_SIGN_OF_MIDDLE_TERM', key: { q: 'b + e' } },
    ],
    proof: {
      conditions: ['p * x ^ 2 + q * x + r = (a * x ^ 2 + b * x + c) - (d * x ^ 2 + e * x - f)'],
      at: [{ x: '-2' }, { x: '0' }, { x: '3' }, { x: '7/2' }],
    },
    explanation:
      'The minus sign reaches every term in the second bracket: $[[a|coefficient]]x^2 - [[d|coefficient]]x^2 = [[p|coefficient]]x^2$, $[[b|coefficient]]x - [[e|coefficient]]x = [[q|coefficient]]x$ and $[[c]] + [[f]] = [[r]]$.',
    difficulty: -0.5,
  },
  {
    ...sat,
    code: 'SAT.GROWTH_BY_A_FACTOR',
    title: { id: 'Pertumbuhan dengan faktor tetap', en: 'Growth by a constant factor' },
    skill: 'MATH.ADVANCED.NONLINEAR_FUNCTIONS',
    type: 'MULTIPLE_CHOICE',
    parameters: [
      { name: 'start', from: 20, to: 300, step: 10 },
      { name: 'factor', from: 2, to: 3 },
      { name: 'every', from: 2, to: 8 },
      { name: 'periods', from: 3, to: 5 },
    ],
    derived: { time: 'every * periods' },
    constraints: ['factor ^ periods < 100'],
    settings: [
      { what: 'bacteria in a culture', unit: 'hours' },
      { what: 'members of an online club', unit: 'months' },
      { what: 'plants of a species on an island', unit: 'years' },
    ],
    stem: 'The number of [[what]] is multiplied by $[[factor]]$ every $[[every]]$ [[unit]]. At the start there are $[[start]]$. How many are there after $[[time]]$ [[unit]]?',
    key: { value: 'start * factor ^ (time / every)' },
    option: '[[value|grouped]]',
    distractors: [
      { misconception: 'GROWS_LINEARLY', key: { value: 'start * factor * (time / every)' } },
      { misconception: 'COUNTS_ONE_STEP_TOO_FEW', key: { value: 'start * factor ^ (time / every - 1)' } },
      { misconception: 'COUNTS_ONE_STEP_TOO_MANY', key: { value: 'start * factor ^ (time / every + 1)' } },
      { misconception: 'ADDS_INSTEAD_OF_MULTIPLYING', key: { value: 'start + factor * time / every' } },
    ],
    proof: { conditions: ['(value / start) ^ every = factor ^ time'] },
    plausible: { positive: true, whole: true },
    explanation:
      'In $[[time]]$ [[unit]] there are $[[time]] \\div [[every]] = [[periods]]$ periods, so the number is $[[start]] \\times [[factor]]^{[[periods]]} = [[start]] \\times [[factor ^ periods]]$, that is [[value|grouped]].',
    difficulty: 0,
  },
  {
    ...sat,
    code: 'SAT.SUM_OF_SOLUTIONS',
    title: { id: 'Jumlah akar persamaan kuadrat', en: 'Sum of the solutions of a quadratic' },
    skill: 'MATH.ADVANCED.NONLINEAR_EQUATIONS',
    type: 'SHORT_ANSWER',
    parameters: [
      { name: 'a', from: 2, to: 6 },
      { name: 's', from: -9, to: 10 },
      { name: 't', from: -8, to: 12 },
    ],
    derived: { b: '-a * (s + t)', c: 'a * s * t' },
    constraints: ['s < t', 's != 0', 't != 0', 's + t != 0'],
    stem: 'What is the sum of the solutions to the equation $[[a]]x^2 [[b|signed]]x [[c|signed]] = 0$?',
    key: { value: '-b / a' },
    option: '$[[value]]$',
    distractors: [],
    proof: {
      conditions: [
        'a * (value - t) ^ 2 + b * (value - t) + c = 0',
        'a * (value - s) ^ 2 + b * (value - s) + c = 0',
        's != t',
      ],
    },
    explanation:
      'Dividing by $[[a]]$ gives $x^2 [[b / a|signedCoefficient]]x [[c / a|signed]] = 0$, that is $(x [[0 - s|signed]])(x [[0 - t|signed]]) = 0$. The solutions are $[[s]]$ and $[[t]]$, and their sum is $[[value]]$.',
    difficulty: 0.2,
  },
  {
    ...sat,
    code: 'SAT.RADIUS_FROM_EQUATION',
    title: { id: 'Jari-jari dari persamaan lingkaran', en: "A circle's radius from its equation" },
    skill: 'MATH.GEOMETRY.CIRCLES',
    type: 'MULTIPLE_CHOICE',
    parameters: [
      { name: 'h', from: -9, to: 9 },
      { name: 'k', from: -9, to: 9 },
      { name: 'r', from: 2, to: 12 },
    ],
    derived: { d: '-2 * h', e: '-2 * k', f: 'r ^ 2 - h ^ 2 - k ^ 2' },
    constraints: ['h != 0', 'k != 0', 'abs(h) != abs(k)', 'f != 0'],
    stem: 'In the $xy$-plane, the graph of $x^2 + y^2 [[d|signed]]x [[e|signed]]y = [[f]]$ is a circle. What is the length of its radius?',
    key: { value: 'sqrt(f + (d / 2) ^ 2 + (e / 2) ^ 2)' },
    option: '$[[value]]$',
    distractors: [
      { misconception: 'FORGETS_THE_ROOT', key: { value: 'f + (d / 2) ^ 2 + (e / 2) ^ 2' } },
      { misconception: 'TAKES_THE_DIAMETER', key: { value: '2 * sqrt(f + (d / 2) ^ 2 + (e / 2) ^ 2)' } },
      {
        misconception: 'HALVES_INSTEAD_OF_TAKING_THE_ROOT',
        key: { value: '(f + (d / 2) ^ 2 + (e / 2) ^ 2) / 2' },
      },
      { misconception: 'TAKES_THE_CONSTANT_FOR_THE_RADIUS', key: { value: 'abs(f)' } },
      { misconception: 'ADDS_THE_COEFFICIENTS', key: { value: 'abs(d) / 2 + abs(e) / 2' } },
    ],
    proof: {
      conditions: [
        'value > 0',
        '(h + value * c) ^ 2 + (k + value * s) ^ 2 + d * (h + value * c) + e * (k + value * s) = f',
      ],
      at: [
        { c: '1', s: '0' },
        { c: '0', s: '-1' },
        { c: '3/5', s: '4/5' },
        { c: '-5/13', s: '12/13' },
      ],
    },
    plausible: { positive: true },
    explanation:
      'Completing the squares: $(x [[0 - h|signed]])^2 + (y [[0 - k|signed]])^2 = [[f]] + [[h ^ 2]] + [[k ^ 2]] = [[r ^ 2]]$. The radius is $\\sqrt{[[r ^ 2]]} = [[value]]$.',
    difficulty: 0.6,
  },
]
