import fc from 'fast-check'
import { isRightValue } from '../../../subgraphs/assessment/domain/short-answer.ts'

const key = (value: string, tolerance = 0, unit: string | null = null) => ({ value, tolerance, unit })

test.each([
  ['20', '20'],
  ['20', ' 20 '],
  ['20', '20,0'],
  ['20', '+20'],
  ['20', '40/2'],
  ['20', '２０'],
  ['3/4', '0.75'],
  ['3/4', '0,75'],
  ['3/4', ',75'],
  ['3/4', '6 / 8'],
  ['0.75', '3/4'],
  ['1.5', '1 1/2'],
  ['-1.5', '-1 1/2'],
  ['-2', '−2'],
  ['-2', '- 2'],
  ['1500', '1.500'],
  ['1500', '1,500'],
  ['1500', '1 500'],
  ['1.5', '1.500'],
  ['1234567', '1.234.567'],
  ['1234.5', '1.234,5'],
  ['1234.5', '1,234.5'],
  ['0.1', '0.1000000000000000000000'],
])('where %s is right, so is %s', (value, text) => {
  expect(isRightValue(key(value), text)).toBe(true)
})

test.each([
  ['20', '21'],
  ['20', '-20'],
  ['20', '2 0'],
  ['20', '20 cm'],
  ['1/3', '0.333'],
  ['3/4', '4/3'],
  ['0', '0/0'],
  ['1', '1/0'],
  ['12', '1.2'],
  ['1500', '15.00'],
  ['0.1', '0.1000000000000000000001'],
  ['5', ''],
  ['5', 'lima'],
  ['5', '5x'],
  ['5', '1e1'],
])('where %s is right, %s is not', (value, text) => {
  expect(isRightValue(key(value), text)).toBe(false)
})

test('within the tolerance is right, beyond it is not', () => {
  expect(isRightValue(key('1/3', 0.001), '0.333')).toBe(true)
  expect(isRightValue(key('1/3', 0.0001), '0.333')).toBe(false)
  expect(isRightValue(key('2.5', 0.1), '2,6')).toBe(true)
  expect(isRightValue(key('2.5', 0.1), '2.61')).toBe(false)
})

test('the unit may be written or left out; another unit is wrong', () => {
  for (const text of ['12', '12 cm', '12cm', '12 CM', '24/2 cm'])
    expect(isRightValue(key('12', 0, 'cm'), text)).toBe(true)
  for (const text of ['12 m', '12 cm cm', 'cm', '1.2 cm'])
    expect(isRightValue(key('12', 0, 'cm'), text)).toBe(false)
  expect(isRightValue(key('50', 0, '%'), '50%')).toBe(true)
  expect(isRightValue(key('9', 0, 'm²'), '9 m2')).toBe(true)
})

test('any fraction equals itself expanded', () => {
  const whole = fc.integer({ min: -1000, max: 1000 })
  const positive = fc.integer({ min: 1, max: 1000 })
  fc.assert(
    fc.property(whole, positive, positive, (numerator, denominator, factor) => {
      const value = `${numerator}/${denominator}`
      expect(isRightValue(key(value), `${numerator * factor}/${denominator * factor}`)).toBe(true)
      expect(isRightValue(key(value), `${numerator * factor + 1}/${denominator * factor}`)).toBe(false)
    }),
  )
})

test('no text breaks it', () => {
  fc.assert(fc.property(fc.string({ maxLength: 64 }), (text) => void isRightValue(key('1'), text)))
})

test('a key that is no number, which should not be, is compared as text, so that scoring never fails', () => {
  expect(isRightValue(key('satu'), ' satu ')).toBe(true)
  expect(isRightValue(key('satu'), '1')).toBe(false)
})
