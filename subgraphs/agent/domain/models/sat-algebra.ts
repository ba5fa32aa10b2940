import type { ItemModel } from '../item-model.ts'

const sat = { exam: 'SAT', section: 'MATH', language: 'en' } as const

/** Models for the SAT's Algebra and its Problem-Solving and Data Analysis. */
export const satAlgebraModels: readonly ItemModel[] = [
  {
    ...sat,
    code: 'SAT.VALUE_OF_LINEAR_FUNCTION',
    title: { id: 'Nilai fungsi linear', en: 'Value of a linear function' },
    skill: 'MATH.ALGEBRA.LINEAR_FUNCTIONS',
    type: 'MULTIPLE_CHOICE',
    parameters: [
      { name: 'x1', from: -4, to: 5 },
      { name: 'run', from: 2, to: 5 },
      { name: 'further', from: 2, to: 7 },
      { name: 'slope', from: -6, to: 8 },
      { name: 'b', from: -15, to: 20 },
    ],
    derived: { x2: 'x1 + run', x3: 'x2 + further', y1: 'slope * x1 + b', y2: 'slope * x2 + b' },
    constraints: ['abs(slope) > 1', 'b != 0', 'x1 != 0', 'x2 != 0', 'y1 != 0', 'y2 != 0'],
    stem: 'For the linear function $f$, $f([[x1]]) = [[y1]]$ and $f([[x2]]) = [[y2]]$. What is the value of $f([[x3]])$?',
    key: { value: 'y1 + (y2 - y1) / (x2 - x1) * (x3 - x1)' },
    option: '$[[value]]$',
    distractors: [
      { misconception: 'FORGETS_THE_CONSTANT', key: { value: '(y2 - y1) / (x2 - x1) * x3' } },
      { misconception: 'REPEATS_THE_LAST_DIFFERENCE', key: { value: 'y2 + (y2 - y1)' } },
      {
        misconception: 'COUNTS_ONE_STEP_TOO_FEW',
        key: { value: 'y2 + (y2 - y1) / (x2 - x1) * (further - 1)' },
      },
      {
        misconception: 'SUBTRACTS_THE_WRONG_WAY_ROUND',
        key: { value: 'y1 - (y2 - y1) / (x2 - x1) * (x3 - x1)' },
      },
      { misconception: 'STARTS_FROM_THE_WRONG_TERM', key: { value: 'y1 + (y2 - y1) / (x2 - x1) * x3' } },
    ],
    proof: {
      conditions: [
        '(value - y2) * (x2 - x1) = (y2 - y1) * (x3 - x2)',
        '(value - y1) * (x3 - x2) = (value - y2) * (x3 - x1)',
      ],
    },
    explanation:
      'The slope is $\\frac{[[y2]] [[0 - y1|signed]]}{[[x2]] [[0 - x1|signed]]} = [[slope]]$. From $x = [[x2]]$ to $x = [[x3]]$ the input grows by $[[further]]$, so the value changes by $[[slope * further]]$: $f([[x3]]) = [[y2]] [[slope * further|signed]] = [[value]]$.',
    difficulty: -0.3,
  },
  {
    ...sat,
    code: 'SAT.SUM_FROM_A_SYSTEM',
    title: { id: 'Jumlah dari sistem persamaan', en: 'A sum from a system of equations' },
    skill: 'MATH.ALGEBRA.LINEAR_SYSTEMS',
    type: 'SHORT_ANSWER',
    parameters: [
      { name: 'a', from: 2, to: 9 },
      { name: 'b', from: 2, to: 9 },
      { name: 'c', from: 2, to: 9 },
      { name: 'd', from: 2, to: 9 },
      { name: 'x', from: -8, to: 12 },
      { name: 'y', from: -8, to: 12 },
    ],
    derived: { e: 'a * x + b * y', f: 'c * x + d * y' },
    constraints: ['a * d != b * c', 'x != y', 'x != 0', 'y != 0', 'x + y != 0', 'a != c'],
    stem: 'The solution to the system below is $(x, y)$.\n\n$[[a]]x + [[b]]y = [[e]]$\n\n$[[c]]x + [[d]]y = [[f]]$\n\nWhat is the value of $x + y$?',
    key: { value: '(e * d - b * f) / (a * d - b * c) + (a * f - e * c) / (a * d - b * c)' },
    option: '$[[value]]$',
    distractors: [],
    proof: {
      conditions: [
        'a * x + b * y = e',
        'c * x + d * y = f',
        'a * (value - y) + b * y = e',
        'c * x + d * (value - x) = f',
      ],
    },
    explanation:
      'Eliminating $y$ gives $x = [[x]]$, since $[[a * d - b * c]]x = [[e * d - b * f]]$. Then $[[b]]y = [[e]] [[0 - a * x|signed]]$ gives $y = [[y]]$. The sum is $[[x]] [[y|signed]] = [[value]]$.',
    difficulty: 0.2,
  },
  {
    ...sat,
    code: 'SAT.DISTRIBUTE_IN_ONE_UNKNOWN',
    title: { id: 'Sifat distributif dalam persamaan', en: 'Distributing in an equation' },
    skill: 'MATH.ALGEBRA.LINEAR_EQUATIONS_ONE',
    type: 'SHORT_ANSWER',
    parameters: [
      { name: 'k', from: 2, to: 7 },
      { name: 'a', from: -9, to: 9 },
      { name: 'm', from: 2, to: 6 },
      { name: 'b', from: -9, to: 9 },
      { name: 'x', from: -7, to: 11 },
    ],
    derived: { c: 'k * (x + a) - m * (x + b)' },
    constraints: ['abs(k - m) > 1', 'a != 0', 'b != 0', 'a != b', 'abs(x) > 1', 'c != 0'],
    stem: 'If $[[k]](x [[a|signed]]) - [[m]](x [[b|signed]]) = [[c]]$, what is the value of $x$?',
    key: { value: '(c - k * a + m * b) / (k - m)' },
    option: '$[[value]]$',
    distractors: [],
    proof: { conditions: ['k * (value + a) - m * (value + b) = c'] },
    explanation:
      'Distribute, the minus sign included: $[[k]]x [[k * a|signed]] - [[m]]x [[0 - m * b|signed]] = [[c]]$. Then $[[k - m|coefficient]]x = [[c - k * a + m * b]]$ and $x = [[value]]$.',
    difficulty: -0.1,
  },
  {
    ...sat,
    code: 'SAT.PRICE_BEFORE_TAX',
    title: { id: 'Harga sebelum kenaikan persentase', en: 'Price before a percentage was added' },
    skill: 'MATH.DATA.PERCENTAGES',
    type: 'MULTIPLE_CHOICE',
    parameters: [
      { name: 'original', from: 40, to: 600, step: 20 },
      { name: 'rate', from: 5, to: 45, step: 5 },
    ],
    derived: { paid: 'original * (1 + rate / 100)' },
    constraints: ['rate != 0'],
    settings: [
      { thing: 'a bicycle', change: 'a sales tax' },
      { thing: 'a desk', change: 'a delivery charge' },
      { thing: 'a guitar', change: 'an import duty' },
    ],
    stem: 'The total paid for [[thing]], including [[change]] of $[[rate]]\\%$ of its listed price, was [[paid|grouped]] dollars. What was the listed price, in dollars?',
    key: { value: 'paid / (1 + rate / 100)' },
    option: '[[value|grouped]]',
    distractors: [
      { misconception: 'TAKES_THE_PERCENTAGE_OF_THE_WRONG_BASE', key: { value: 'paid * (1 - rate / 100)' } },
      { misconception: 'ADDS_THE_PERCENTAGE_AGAIN', key: { value: 'paid * (1 + rate / 100)' } },
      { misconception: 'SUBTRACTS_THE_PERCENTAGE_AS_DOLLARS', key: { value: 'paid - rate' } },
      { misconception: 'TAKES_THE_PERCENTAGE_FOR_THE_WHOLE', key: { value: 'paid * rate / 100' } },
    ],
    proof: { conditions: ['value + value * rate / 100 = paid'] },
    plausible: { positive: true },
    explanation:
      'The total is $[[100 + rate]]\\%$ of the listed price, so the listed price is $[[paid|grouped]] \\div [[1 + rate / 100|grouped]] = [[value|grouped]]$ dollars.',
    difficulty: 0.1,
  },
]
