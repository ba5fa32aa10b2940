import fc from 'fast-check'
import { canonicalPassword, judgePassword } from '../../../subgraphs/users/domain/password.ts'

const person = { name: 'Siti Rahma', email: 'siti.rahma@example.com' }

test.each([
  ['pendek1', 'PASSWORD_TOO_SHORT'],
  ['👩‍🚀', 'PASSWORD_TOO_SHORT'],
  ['x'.repeat(129), 'PASSWORD_TOO_LONG'],
  ['siti.rahma@EXAMPLE.com', 'PASSWORD_IS_PERSONAL'],
  ['siti.rahma', 'PASSWORD_IS_PERSONAL'],
  ['SITI  RAHMA', 'PASSWORD_IS_PERSONAL'],
  ['Password123', 'PASSWORD_IS_WELL_KNOWN'],
  ['ｐａｓｓｗｏｒｄ１', 'PASSWORD_IS_WELL_KNOWN'],
  ['pass word1', 'PASSWORD_IS_WELL_KNOWN'],
  ['aaaaaaaaaaaa', 'PASSWORD_IS_WELL_KNOWN'],
  ['belajar-tekun-2026', null],
  ['kuda benar baterai staples', null],
])('%s: %s', (password, problem) => {
  expect(judgePassword(password, person)).toBe(problem)
})

test('the same keys give the same password on every system', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(canonicalPassword(text.normalize('NFD'))).toBe(canonicalPassword(text.normalize('NFC')))
    }),
  )
})
