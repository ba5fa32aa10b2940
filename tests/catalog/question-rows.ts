/** Rows of question files, all valid; a test changes what it is about. */

type Row = Record<string, unknown>

export function multipleChoice(id: string, changes: Row = {}): Row {
  return {
    id,
    source: 'Simpul',
    license: 'CC-BY-4.0',
    exam: 'UTBK_SNBT',
    section: 'PK',
    language: 'id',
    type: 'MULTIPLE_CHOICE',
    stem: `Berapakah $2 + 2$? (${id})`,
    options: [
      { id: 'A', text: '3', misconception: 'counted one too few' },
      { id: 'B', text: '4' },
      { id: 'C', text: '5' },
      { id: 'D', text: '22' },
    ],
    key: 'B',
    explanation: '$2 + 2 = 4$.',
    irt: { a: 1.1, b: -1.5, c: 0.2 },
    ...changes,
  }
}

export function trueFalse(id: string, changes: Row = {}): Row {
  return {
    ...multipleChoice(id),
    type: 'TRUE_FALSE',
    options: undefined,
    key: undefined,
    statements: [
      { id: '1', text: 'Dua adalah bilangan prima.', key: true },
      { id: '2', text: 'Satu adalah bilangan prima.', key: false },
    ],
    ...changes,
  }
}

export function shortAnswer(id: string, changes: Row = {}): Row {
  return {
    ...multipleChoice(id),
    type: 'SHORT_ANSWER',
    options: undefined,
    key: undefined,
    answer: { value: '3/4', tolerance: 0, unit: 'cm' },
    ...changes,
  }
}

export function stimulus(id: string, changes: Row = {}): Row {
  return { id, language: 'id', text: `Sebuah bacaan yang panjang (${id}).`, ...changes }
}

export function questionFile(questions: unknown[], stimuli: unknown[] = []): string {
  return JSON.stringify({ format: 'simpul-questions/1', stimuli, questions })
}
