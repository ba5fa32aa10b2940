import { readQuestionFile } from '../../subgraphs/catalog/domain/question-file.ts'
import { skills } from '../../subgraphs/catalog/domain/skills.ts'
import { computedKeys } from './computed-keys.ts'
import { exams, files, questions, stimuli, tableRows } from './content-files.ts'
import type { Exam, Question } from './content-files.ts'

const multipleChoice = questions.filter((question) => question.type === 'MULTIPLE_CHOICE')
const shortAnswers = questions.filter((question) => question.type === 'SHORT_ANSWER')
const blocks = questions.filter((question) => question.type === 'TRUE_FALSE')

describe('the skills', () => {
  test('have distinct codes, stand after their parents, and begin with one for each section', () => {
    const codes = skills.map((skill) => skill.code)
    expect(new Set(codes).size).toBe(codes.length)
    skills.forEach((skill, i) => {
      if (skill.parent !== null) expect(codes.slice(0, i)).toContain(skill.parent)
    })
    const roots = skills.filter((skill) => skill.parent === null)
    expect(roots.map((skill) => skill.code)).toEqual([
      'PU',
      'PPU',
      'PBM',
      'PK',
      'LBI',
      'LBE',
      'PM',
      'RW',
      'MATH',
    ])
    expect(roots.every((skill) => skill.section === skill.code)).toBe(true)
  })
})

describe('the demo questions', () => {
  test('cover every section of both exams, general reasoning in all its three kinds', () => {
    expect(files.map((file) => file.format)).toEqual(['simpul-questions/1', 'simpul-questions/1'])
    expect(tally(questions.map((question) => question.section))).toEqual({
      PU: 24,
      PPU: 7,
      PBM: 7,
      PK: 9,
      LBI: 7,
      LBE: 7,
      PM: 9,
      RW: 9,
      MATH: 9,
    })
    expect(tally(questions.map((question) => question.type))).toEqual({
      MULTIPLE_CHOICE: 67,
      TRUE_FALSE: 9,
      SHORT_ANSWER: 12,
    })
    expect(tally(questions.filter(inSection('PU')).map((question) => question.skill))).toEqual({
      'PU.INDUCTIVE': 7,
      'PU.DEDUCTIVE': 9,
      'PU.QUANTITATIVE': 8,
    })
  })

  test('are read without a refusal, as an import reads them', () => {
    const read = files.map((file) => readQuestionFile(JSON.stringify(file)))
    expect(read).toMatchObject([{ refusals: [] }, { refusals: [] }])
  })

  test('have distinct ids and no two alike', () => {
    expect(repeated(questions.map((question) => question.id))).toEqual([])
    expect(
      repeated(questions.map((question) => normal(`${question.stimulus ?? ''} ${question.stem}`))),
    ).toEqual([])
    expect(alike(questions, 0.5)).toEqual([])
  })

  test.each(questions.map((question) => [question.id, question] as const))(
    '%s is complete',
    (_, question) => {
      const skill = skills.find(({ code }) => code === question.skill)
      expect(skill).toMatchObject({ exam: question.exam, section: question.section })
      expect(question).toMatchObject({ source: 'Simpul', license: 'CC-BY-4.0' })
      expect(question.id).toMatch(new RegExp(`^demo-${question.section.toLowerCase()}-\\d{3}$`))
      expect(question.language).toBe(question.exam === 'SAT' || question.section === 'LBE' ? 'en' : 'id')
      expect(question.stem).not.toBe('')
      expect(question.explanation.length).toBeGreaterThanOrEqual(100)
      expect(question.explanation).not.toMatch(/\b(pilihan|opsi|option|choice) [A-E]\b/i)
      const { a, b, provisional } = question.irt
      expect([a >= 0.6, a <= 1.8, b >= -2, b <= 2, provisional]).toEqual([true, true, true, true, true])
      for (const text of textsOf(question)) expect([text, balanced(text)]).toEqual([text, true])
    },
  )

  test('that offer options have five for the UTBK and four for the SAT, with one key among them', () => {
    for (const question of multipleChoice) {
      const options = question.options ?? []
      const letters = question.exam === 'SAT' ? ['A', 'B', 'C', 'D'] : ['A', 'B', 'C', 'D', 'E']
      expect([question.id, options.map((option) => option.id)]).toEqual([question.id, letters])
      expect(repeated(options.map((option) => option.text.trim()))).toEqual([])
      expect(letters).toContain(question.key)
      expect(question.irt.c).toBe(question.exam === 'SAT' ? 0.25 : 0.2)
    }
  })

  test('name the misconception behind every distractor of a quantitative question', () => {
    const quantitative = multipleChoice.filter(
      ({ section, skill }) => ['PK', 'PM', 'MATH'].includes(section) || skill === 'PU.QUANTITATIVE',
    )
    expect(quantitative).toHaveLength(20)
    for (const question of quantitative) {
      const named = (question.options ?? [])
        .filter((option) => option.misconception)
        .map((option) => option.id)
      const distractors = (question.options ?? [])
        .map((option) => option.id)
        .filter((id) => id !== question.key)
      expect([question.id, named]).toEqual([question.id, distractors])
    }
  })

  test('that are blocks hold four statements, true as often as false', () => {
    for (const question of blocks) {
      expect(question.statements?.map((statement) => statement.id)).toEqual(['1', '2', '3', '4'])
      expect(question.irt.c).toBe(0.06) // four right by guessing: 1/16
    }
    const keys = blocks.flatMap((question) => question.statements ?? []).map((statement) => statement.key)
    expect(tally(keys.map(String))).toEqual({ true: 18, false: 18 })
  })

  test('that take a short answer want integers, negatives, fractions and decimals', () => {
    const values = shortAnswers.map((question) => question.answer?.value ?? '')
    for (const value of values) expect(value).toMatch(/^-?\d+(\.\d+|\/[1-9]\d*)?$/)
    expect(values.filter((value) => value.startsWith('-'))).toHaveLength(3)
    expect(values.filter((value) => value.includes('/'))).toHaveLength(2)
    expect(values.filter((value) => value.includes('.'))).toHaveLength(1)
    expect(shortAnswers.every((question) => question.irt.c === 0)).toBe(true)
  })
})

describe('the stimuli', () => {
  test('are each shared by two or more questions in their own language', () => {
    expect(stimuli).toHaveLength(11)
    expect(repeated(stimuli.map((stimulus) => stimulus.id))).toEqual([])
    for (const stimulus of stimuli) {
      const users = questions.filter((question) => question.stimulus === stimulus.id)
      expect(users.length).toBeGreaterThanOrEqual(2)
      expect(new Set(users.map((question) => question.language))).toEqual(new Set([stimulus.language]))
    }
    for (const file of files) {
      const here = file.stimuli.map((stimulus) => stimulus.id)
      for (const { stimulus } of file.questions) if (stimulus !== undefined) expect(here).toContain(stimulus)
    }
  })
})

describe('a student who only knows how tests are made', () => {
  test('gains nothing from the position of the key: χ² stays under the 5% bound', () => {
    for (const [count, bound] of [
      [5, 9.49],
      [4, 7.81],
    ] as const) {
      const items = multipleChoice.filter((question) => question.options?.length === count)
      const expected = items.length / count
      const positions = Array.from({ length: count }, (_, i) =>
        items.filter((q) => q.options?.[i]?.id === q.key),
      )
      const chiSquare = positions.reduce(
        (total, { length }) => total + (length - expected) ** 2 / expected,
        0,
      )
      expect(chiSquare).toBeLessThan(bound)
    }
  })

  test('gains nothing from neighbours: no letter is the key three times in a row', () => {
    const run = /(.)\1\1/.exec(multipleChoice.map((question) => question.key).join(''))
    expect(run?.[0]).toBeUndefined()
  })

  test('gains nothing from length: the longest option is the key in 10% to 30%', () => {
    const longest = multipleChoice.filter((question) => {
      const lengths = (question.options ?? []).map((option) => option.text.length)
      const keyLength = question.options?.find((option) => option.id === question.key)?.text.length ?? 0
      return lengths.filter((length) => length >= keyLength).length === 1
    })
    const share = longest.length / multipleChoice.length
    expect(share).toBeGreaterThanOrEqual(0.1)
    expect(share).toBeLessThanOrEqual(0.3)
  })
})

describe('the keys', () => {
  test('are computed again for every short answer and every quantitative question', () => {
    const wanted = questions.filter(
      ({ type, section, skill }) =>
        type === 'SHORT_ANSWER' || ['PK', 'PM', 'MATH'].includes(section) || skill === 'PU.QUANTITATIVE',
    )
    expect(wanted.map((question) => question.id).filter((id) => !(id in computedKeys))).toEqual([])
  })

  test.each(Object.entries(computedKeys))('%s', (id, compute) => {
    const question = questions.find((candidate) => candidate.id === id)
    if (!question) throw new Error(`no question ${id}`)
    const stimulus = stimuli.find((candidate) => candidate.id === question.stimulus)
    const computed = compute(tableRows(stimulus?.text ?? question.stem))

    if (question.type === 'TRUE_FALSE') {
      expect(question.statements?.map((statement) => statement.key)).toEqual(computed)
    } else if (question.type === 'SHORT_ANSWER') {
      expect(valueOf(question.answer?.value ?? '')).toBeCloseTo(valueOf(String(computed)), 12)
    } else {
      expect(question.options?.find((option) => option.id === question.key)?.text).toBe(computed)
    }
  })
})

describe('the exams', () => {
  test('hold existing questions, each once, that belong to their section', () => {
    expect(repeated(exams.map((exam) => exam.code))).toEqual([])
    for (const exam of exams) {
      expect(repeated(exam.sections.flatMap((section) => section.questions))).toEqual([])
      for (const section of exam.sections) {
        expect(Object.keys(section.title)).toEqual(['id', 'en'])
        for (const id of section.questions) {
          expect([id, questions.find((question) => question.id === id)?.section]).toEqual([id, section.code])
        }
      }
    }
  })

  test('DEMO-5 is ten questions in five minutes: three sections, all types, both languages, one shared stimulus', () => {
    const exam = exams.find(({ code }) => code === 'DEMO-5')
    const chosen = questionsOf(exam)
    expect(exam?.sections.map((section) => section.code)).toEqual(['PU', 'PK', 'LBE'])
    expect(exam?.sections.reduce((total, section) => total + section.minutes, 0)).toBe(5)
    expect(chosen).toHaveLength(10)
    expect(tally(chosen.map((question) => question.type))).toEqual({
      MULTIPLE_CHOICE: 6,
      SHORT_ANSWER: 2,
      TRUE_FALSE: 2,
    })
    expect(tally(chosen.map((question) => question.language))).toEqual({ id: 7, en: 3 })
    expect(tally(chosen.flatMap((question) => question.stimulus ?? []))).toEqual({
      'demo-stimulus-tempeh': 3,
    })
  })

  test("DEMO-SAT keeps the SAT's pace: 27 questions in 32 minutes, then 22 in 35", () => {
    const exam = exams.find(({ code }) => code === 'DEMO-SAT')
    const minutes = exam?.sections.map(({ code, minutes, questions }) => [code, questions.length, minutes])
    expect(minutes).toEqual([
      ['RW', 9, Math.round((9 * 32) / 27)],
      ['MATH', 9, Math.round((9 * 35) / 22)],
    ])
  })
})

function inSection(section: string): (question: Question) => boolean {
  return (question) => question.section === section
}

function questionsOf(exam: Exam | undefined): Question[] {
  const ids = exam?.sections.flatMap((section) => section.questions) ?? []
  return ids.flatMap((id) => questions.find((question) => question.id === id) ?? [])
}

function textsOf(question: Question): string[] {
  const options = (question.options ?? []).flatMap(({ text, misconception }) => [text, misconception ?? ''])
  const statements = (question.statements ?? []).map(({ text }) => text)
  return [question.stem, question.explanation, ...options, ...statements]
}

/** Whether every `$` has its partner and every brace inside the mathematics closes. */
function balanced(text: string): boolean {
  const parts = text.replaceAll('$$', '$').split('$')
  const formulas = parts.filter((_, i) => i % 2 === 1)
  return parts.length % 2 === 1 && formulas.every((f) => f.split('{').length === f.split('}').length)
}

function tally(values: string[]): Record<string, number> {
  return values.reduce<Record<string, number>>((counts, value) => {
    counts[value] = (counts[value] ?? 0) + 1
    return counts
  }, {})
}

function repeated(values: string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) !== i)
}

function normal(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Pairs whose stem and choices share more than `limit` of their words, Jaccard's measure. */
function alike(items: Question[], limit: number): [string, string][] {
  const words = items.map((question) => {
    const choices = [...(question.options ?? []), ...(question.statements ?? [])].map(({ text }) => text)
    return new Set(normal([question.stem, ...choices].join(' ')).split(' '))
  })
  return items.flatMap((first, i) =>
    items.slice(i + 1).flatMap((second, offset): [string, string][] => {
      const [a, b] = [words[i] ?? new Set<string>(), words[i + 1 + offset] ?? new Set<string>()]
      const shared = [...a].filter((word) => b.has(word)).length
      return shared / (a.size + b.size - shared) > limit ? [[first.id, second.id]] : []
    }),
  )
}

function valueOf(text: string): number {
  const [numerator, denominator = '1'] = text.split('/')
  return Number(numerator) / Number(denominator)
}
