import { fraction } from '../../../subgraphs/agent/domain/fraction.ts'
import { readShown } from '../../../subgraphs/agent/domain/verification/read-shown.ts'
import { fill } from '../../../subgraphs/agent/domain/template.ts'

const values = {
  five: fraction(5n),
  one: fraction(1n),
  minus: fraction(-1n),
  q: fraction(7n, 4n),
  third: fraction(-1n, 3n),
  big: fraction(12500n),
  huge: fraction(-1234567n, 2n),
}
const write = (template: string, language: 'id' | 'en' = 'id') =>
  fill(template, values, { tool: 'pompa' }, language)

test.each([
  ['[[five]], [[minus]], [[q]], [[third]]', '5, -1, \\frac{7}{4}, -\\frac{1}{3}'],
  ['x [[five|signed]] [[minus|signed]] [[third|signed]]', 'x + 5 - 1 - \\frac{1}{3}'],
  ['[[one|coefficient]]x^2 [[minus|signedCoefficient]]x', 'x^2 - x'],
  ['[[minus|coefficient]]x [[one|signedCoefficient]]y', '-x + y'],
  ['[[five|coefficient]]x [[q|signedCoefficient]]y', '5x + \\frac{7}{4}y'],
  ['Rp[[big|grouped]], [[q|grouped]], [[third|grouped]]', 'Rp12.500, 1,75, -1/3'],
  ['[[huge|grouped]]', '-617.283,5'],
  ['[[five * q - 1]] [[tool]]', '\\frac{31}{4} pompa'],
])('%s becomes %s', (template, expected) => {
  expect(write(template)).toBe(expected)
})

test('numbers are written as the language writes them', () => {
  expect(write('[[big|grouped]] [[q|grouped]] [[huge|grouped]]', 'en')).toBe('12,500 1.75 -617,283.5')
})

test.each([
  ['$7$', 'id', [7n, 1n]],
  ['$-\\frac{2}{3}$ jam', 'id', [-2n, 3n]],
  ['Rp12.500', 'id', [12500n, 1n]],
  ['$1,75$', 'id', [175n, 100n]],
  ['2,430.5', 'en', [24305n, 10n]],
  ['$48$ km/jam', 'id', [48n, 1n]],
  ['$2x + 1$', 'en', undefined],
  ['12,50', 'en', undefined],
  ['$1$ or $2$', 'en', undefined],
] as const)('a reader sees in %s (%s) the number %s', (text, language, expected) => {
  expect(readShown(text, language)).toEqual(expected)
})

test('every grouped number is read back as what it is', () => {
  for (const language of ['id', 'en'] as const)
    for (const n of [0n, 7n, -42n, 999n, 1000n, 1234567n, -100000n])
      for (const d of [1n, 2n, 4n, 8n]) {
        const shown = readShown(fill('[[x|grouped]]', { x: fraction(n, d) }, {}, language), language)
        expect(shown && shown[0] * d === n * shown[1]).toBe(true)
      }
})
