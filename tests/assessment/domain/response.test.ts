import fc from 'fast-check'
import { formOf } from '../../../subgraphs/assessment/domain/form.ts'
import { parseResponse } from '../../../subgraphs/assessment/domain/response.ts'
import { smallExam } from '../published-exam.ts'

const { items } = formOf('form', smallExam())
const question = (position: number) => {
  const item = items[position]
  if (!item) throw new Error(`No item ${position}`)
  return item.question
}
const [choice, block, short] = [question(0), question(1), question(2)]

test('a choice must be one of the options', () => {
  expect(parseResponse(choice, { choice: 'B' })).toEqual({ choice: 'B' })
  expect(parseResponse(choice, { choice: 'b' })).toEqual({ reason: 'UNKNOWN_OPTION', field: 'choice' })
})

test('statements come out in the question’s order, and may be judged in part', () => {
  const judged = [
    { id: '3', value: true },
    { id: '1', value: false },
  ]
  expect(parseResponse(block, { statements: judged })).toEqual({ statements: judged.toReversed() })
})

test('a statement that is not there, is judged twice, or none at all: each is named', () => {
  const [one, four] = [
    { id: '1', value: true },
    { id: '4', value: true },
  ]
  expect(parseResponse(block, { statements: [one, four] })).toEqual({
    reason: 'UNKNOWN_STATEMENT',
    field: 'statements.1.id',
  })
  expect(parseResponse(block, { statements: [one, one] })).toEqual({
    reason: 'REPEATED_STATEMENT',
    field: 'statements.1.id',
  })
  expect(parseResponse(block, { statements: [] })).toEqual({ reason: 'NO_STATEMENTS', field: 'statements' })
})

test('text is trimmed, and must be something of at most 64 characters that can be stored', () => {
  expect(parseResponse(short, { text: ' 3/4 kg ' })).toEqual({ text: '3/4 kg' })
  expect(parseResponse(short, { text: ' ' })).toEqual({ reason: 'EMPTY_TEXT', field: 'text' })
  expect(parseResponse(short, { text: '7'.repeat(64) })).toEqual({ text: '7'.repeat(64) })
  expect(parseResponse(short, { text: '7'.repeat(65) })).toEqual({ reason: 'TEXT_TOO_LONG', field: 'text' })
  for (const text of ['1\u00002', '1\u001b2', '\ud800'])
    expect(parseResponse(short, { text })).toEqual({ reason: 'TEXT_UNREADABLE', field: 'text' })
})

test('an answer in the form of another type of question, in two forms or in none is refused', () => {
  const wrong = (field: string) => ({ reason: 'WRONG_FORM', field })
  expect(parseResponse(choice, { text: 'B' })).toEqual(wrong('choice'))
  expect(parseResponse(choice, { choice: 'B', text: 'B' })).toEqual(wrong('choice'))
  expect(parseResponse(choice, {})).toEqual(wrong('choice'))
  expect(parseResponse(block, { choice: '1' })).toEqual(wrong('statements'))
  expect(parseResponse(short, { choice: '1' })).toEqual(wrong('text'))
})

test('parsing what was parsed gives the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 70 }), (text) => {
      const parsed = parseResponse(short, { text })
      if ('text' in parsed) expect(parseResponse(short, parsed)).toEqual(parsed)
    }),
  )
})
