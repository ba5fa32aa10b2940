import fc from 'fast-check'
import { normaliseEmail } from '../../../subgraphs/users/domain/email.ts'

test.each([
  [' Siti@Example.COM ', 'siti@example.com'],
  ['siti+utbk@mail.example.co.id', 'siti+utbk@mail.example.co.id'],
  ['siti@example', null],
  ['siti@@example.com', null],
  ['siti rahma@example.com', null],
  ['@example.com', null],
  ['siti@example..com', null],
  ['siti@example.com\u0000', null],
  [`${'x'.repeat(65)}@example.com`, null],
  [`siti@${'x'.repeat(250)}.com`, null],
])('%j becomes %j', (text, email) => {
  expect(normaliseEmail(text)).toBe(email)
})

test('what it gives is already in its one form', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (text) => {
      const email = normaliseEmail(text)
      fc.pre(email !== null)
      expect(normaliseEmail(email)).toBe(email)
      expect(normaliseEmail(text.toUpperCase())).toBe(email)
    }),
  )
})
