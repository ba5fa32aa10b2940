import { type PublishedExam, publishedExam } from '../../schema/events.ts'

/** The ids that each call makes are its own, so that exams of one test file do not meet. */
let made = 0

/** The moment at which the exams of these tests were published. */
export const PUBLISHED_AT = '2027-01-04T07:00:00.000Z'

type Item = PublishedExam['sections'][number]['items'][number]
type Question = Item['question']
type Content<Kind extends Question['type']> = Omit<
  Extract<Question, { type: Kind }>,
  Exclude<keyof Question, 'type'> | 'type'
>

const irt = { a: 1, b: 0, c: 0, provisional: true }

/**
 * A small exam as the catalog publishes it. Section PU (60 s): a choice with key B, a block of three statements with
 * keys true, false, true, a short answer of 3/4 kg. Section PM (30 s): two choices with key A.
 */
export function smallExam(): PublishedExam {
  const name = `exam-${++made}`
  const skill = (code: string) => ({
    id: `skill-${code}`,
    code,
    name: { id: `Kecakapan ${code}`, en: `Skill ${code}` },
  })
  const question = <Kind extends Question['type']>(
    id: string,
    section: string,
    type: Kind,
    content: Content<Kind>,
  ): Question =>
    ({
      questionId: `${name}-question-${id}`,
      questionVersionId: `${name}-version-${id}`,
      version: 1,
      externalId: null,
      source: null,
      license: null,
      exam: 'UTBK_SNBT',
      section,
      language: 'id',
      skill: skill(section),
      stimulus: null,
      stem: `Soal ${id}`,
      figure: null,
      explanation: `Pembahasan rahasia ${id}`,
      irt,
      type,
      ...content,
    }) as unknown as Question
  const choice = (id: string, section: string, key: string) =>
    question(id, section, 'MULTIPLE_CHOICE', {
      key,
      options: ['A', 'B', 'C', 'D'].map((option) => ({
        id: option,
        text: `Pilihan ${option}`,
        misconception: option === key ? null : `Salah paham ${option}`,
      })),
    })
  const section = (code: string, position: number, durationSeconds: number, questions: Question[]) => ({
    sectionId: `${name}-${code}`,
    code,
    title: { id: `Bagian ${code}`, en: `Section ${code}` },
    position,
    durationSeconds,
    items: questions.map((each, index) => ({
      itemId: `${name}-${code}-${index + 1}`,
      position: index + 1,
      question: each,
    })),
  })
  return publishedExam.parse({
    examId: name,
    code: name.toUpperCase(),
    title: { id: 'Ujian kecil', en: 'Small exam' },
    format: null,
    publishedAt: PUBLISHED_AT,
    sections: [
      section('PU', 1, 60, [
        choice('1', 'PU', 'B'),
        question('2', 'PU', 'TRUE_FALSE', {
          statements: [
            { id: '1', text: 'Pernyataan 1', key: true },
            { id: '2', text: 'Pernyataan 2', key: false },
            { id: '3', text: 'Pernyataan 3', key: true },
          ],
        }),
        question('3', 'PU', 'SHORT_ANSWER', { answer: { value: '3/4', tolerance: 0, unit: 'kg' } }),
      ]),
      section('PM', 2, 30, [choice('4', 'PM', 'A'), choice('5', 'PM', 'A')]),
    ],
  })
}
