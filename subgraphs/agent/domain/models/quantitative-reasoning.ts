import type { ItemModel } from '../item-model.ts'

const pu = {
  exam: 'UTBK_SNBT',
  section: 'PU',
  skill: 'PU.QUANTITATIVE',
  language: 'id',
  type: 'MULTIPLE_CHOICE',
} as const

/** Models for the quantitative part of *Penalaran Umum*. */
export const quantitativeReasoningModels: readonly ItemModel[] = [
  {
    ...pu,
    code: 'PU.MULTIPLY_AND_ADD_SERIES',
    title: { id: 'Deret kali lalu tambah', en: 'Multiply-and-add series' },
    parameters: [
      { name: 'm', from: 2, to: 3 },
      { name: 'c', from: -9, to: 11 },
      { name: 't1', from: 1, to: 20 },
    ],
    derived: { t2: 'm * t1 + c', t3: 'm * t2 + c', t4: 'm * t3 + c', t5: 'm * t4 + c' },
    constraints: ['c != 0', 't2 > t1', 't3 - t2 != t2 - t1', 't5 < 900', 'abs(c) > 1'],
    stem: 'Perhatikan barisan bilangan berikut.\n\n$[[t1]],\\ [[t2]],\\ [[t3]],\\ [[t4]],\\ [[t5]],\\ \\ldots$\n\nBilangan berikutnya adalah …',
    key: { value: 'm * t5 + c' },
    option: '$[[value]]$',
    distractors: [
      { misconception: 'FORGETS_TO_ADD', key: { value: 'm * t5' } },
      { misconception: 'REPEATS_THE_LAST_DIFFERENCE', key: { value: 't5 + (t5 - t4)' } },
      { misconception: 'SUBTRACTS_INSTEAD_OF_ADDING', key: { value: 'm * t5 - c' } },
      { misconception: 'ADDS_BEFORE_MULTIPLYING', key: { value: 'm * (t5 + c)' } },
      { misconception: 'ADDS_THE_LAST_TWO', key: { value: 't5 + t4' } },
    ],
    proof: {
      conditions: [
        '(value - t5) * (t2 - t1) = (t5 - t4) * (t3 - t2)',
        '(value - t5) * (t4 - t3) = (t5 - t4) ^ 2',
      ],
    },
    plausible: { positive: true, whole: true },
    explanation:
      'Setiap bilangan adalah $[[m]]$ kali bilangan sebelumnya, lalu $[[c|signed]]$: $[[m]] \\times [[t1]] [[c|signed]] = [[t2]]$, $[[m]] \\times [[t2]] [[c|signed]] = [[t3]]$, dan seterusnya. Jadi berikutnya $[[m]] \\times [[t5]] [[c|signed]] = [[value]]$.',
    difficulty: -0.2,
  },
  {
    ...pu,
    code: 'PU.INTERLEAVED_SERIES',
    title: { id: 'Dua deret berselang-seling', en: 'Interleaved series' },
    parameters: [
      { name: 'a1', from: 2, to: 30 },
      { name: 'b1', from: 20, to: 60 },
      { name: 'p', from: 2, to: 9 },
      { name: 'q', from: -8, to: 9 },
    ],
    derived: { a2: 'a1 + p', a3: 'a2 + p', b2: 'b1 + q', b3: 'b2 + q' },
    constraints: ['abs(q) > 1', 'abs(q) != p', 'b3 > 0', 'a1 != b1', 'a3 + p != b3', 'b3 != a3'],
    stem: 'Perhatikan barisan bilangan berikut.\n\n$[[a1]],\\ [[b1]],\\ [[a2]],\\ [[b2]],\\ [[a3]],\\ [[b3]],\\ \\ldots$\n\nBilangan berikutnya adalah …',
    key: { value: 'a3 + p' },
    option: '$[[value]]$',
    distractors: [
      { misconception: 'FOLLOWS_THE_OTHER_SERIES', key: { value: 'b3 + q' } },
      { misconception: 'USES_THE_OTHER_STEP', key: { value: 'a3 + q' } },
      { misconception: 'ADDS_THE_STEP_TO_THE_LAST_NUMBER', key: { value: 'b3 + p' } },
      { misconception: 'REPEATS_THE_LAST_DIFFERENCE', key: { value: 'b3 + (b3 - a3)' } },
      { misconception: 'COUNTS_ONE_STEP_TOO_MANY', key: { value: 'a3 + 2 * p' } },
    ],
    proof: { conditions: ['value - a3 = a3 - a2', 'value - a2 = 2 * (a2 - a1)'] },
    plausible: { positive: true, whole: true },
    explanation:
      'Ada dua barisan yang berselang-seling: $[[a1]], [[a2]], [[a3]]$ yang selalu bertambah $[[p]]$, dan $[[b1]], [[b2]], [[b3]]$ dengan beda $[[q]]$. Giliran berikutnya milik barisan pertama: $[[a3]] + [[p]] = [[value]]$.',
    difficulty: -0.1,
  },
  {
    ...pu,
    code: 'PU.NEW_OPERATION',
    title: { id: 'Operasi yang baru didefinisikan', en: 'A newly defined operation' },
    parameters: [
      { name: 'p', from: 2, to: 5 },
      { name: 'q', from: 2, to: 5 },
      { name: 'x', from: 2, to: 9 },
      { name: 'y', from: 2, to: 9 },
      { name: 'z', from: 2, to: 9 },
    ],
    derived: { inner: 'p * x - q * y' },
    constraints: ['p != q', 'x != y', 'y != z', 'inner != 0', 'inner != x', 'inner != y'],
    settings: [{ sign: '\\oplus' }, { sign: '\\otimes' }, { sign: '\\star' }],
    stem: 'Untuk setiap bilangan $a$ dan $b$ didefinisikan $a [[sign]] b = [[p]]a - [[q]]b$. Nilai dari $([[x]] [[sign]] [[y]]) [[sign]] [[z]]$ adalah …',
    key: { value: 'p * inner - q * z' },
    option: '$[[value]]$',
    distractors: [
      { misconception: 'GROUPS_FROM_THE_RIGHT', key: { value: 'p * x - q * (p * y - q * z)' } },
      { misconception: 'SWAPS_THE_OPERANDS', key: { value: 'p * z - q * inner' } },
      { misconception: 'ADDS_INSTEAD_OF_SUBTRACTING', key: { value: 'p * (p * x + q * y) + q * z' } },
      { misconception: 'DROPS_THE_COEFFICIENTS', key: { value: 'inner - z' } },
      { misconception: 'MULTIPLIES_ONLY_THE_FIRST_TERM', key: { value: 'p * p * x - q * y - q * z' } },
      { misconception: 'LOSES_A_MINUS_SIGN', key: { value: 'p * inner + q * z' } },
    ],
    proof: { conditions: ['(value + q * z) / p + q * y = p * x'] },
    explanation:
      'Kerjakan yang di dalam kurung: $[[x]] [[sign]] [[y]] = [[p]] \\cdot [[x]] - [[q]] \\cdot [[y]] = [[inner]]$. Lalu $([[inner]]) [[sign]] [[z]] = [[p]] \\cdot ([[inner]]) - [[q]] \\cdot [[z]] = [[value]]$.',
    difficulty: 0.1,
  },
]
