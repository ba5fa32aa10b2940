import type { Locale } from '../../kit/identity.ts'
import type { FileProblem } from './domain/question-file.ts'
import type { Shortage } from './domain/exam.ts'
import type { StateProblem } from './domain/question.ts'

const messages = {
  NO_QUESTION: { id: 'Tidak ada soal dengan ID ini.', en: 'There is no question with this id.' },
  NO_EXAM: { id: 'Tidak ada ujian dengan ID ini.', en: 'There is no exam with this id.' },
  NOT_A_DRAFT: {
    id: 'Hanya draf yang dapat diajukan untuk ditinjau.',
    en: 'Only a draft can be submitted for review.',
  },
  ALREADY_PUBLISHED: {
    id: 'Versi terbaru soal ini sudah diterbitkan.',
    en: 'The latest version of this question is published already.',
  },
  RETIRED: { id: 'Soal ini sudah ditarik.', en: 'This question is retired.' },
  EXAM_NOT_DRAFT: {
    id: 'Ujian ini bukan draf lagi, jadi tidak dapat diubah.',
    en: 'This exam is no draft any more, so it cannot be changed.',
  },
  EXAM_RETIRED: { id: 'Ujian ini sudah ditarik.', en: 'This exam is retired.' },
  NOT_JSON: { id: 'Berkas ini bukan JSON.', en: 'The file is no JSON.' },
  WRONG_FORMAT: {
    id: 'Berkas ini tidak berformat "simpul-questions/1".',
    en: 'The file does not say that its format is "simpul-questions/1".',
  },
  NO_QUESTIONS: { id: 'Berkas ini tidak berisi soal.', en: 'The file has no questions.' },
  TOO_MANY_QUESTIONS: {
    id: 'Berkas ini berisi lebih dari 5.000 soal. Bagilah menjadi beberapa berkas.',
    en: 'The file has more than 5,000 questions. Split it into several files.',
  },
} satisfies Record<FileProblem | StateProblem, Record<Locale, string>> &
  Record<string, Record<Locale, string>>

export type MessageKey = keyof typeof messages

/** What to tell a person, in the language that they read. */
export function say(key: MessageKey, locale: Locale): string {
  return messages[key][locale]
}

/** How many questions a section lacks, in the language that the person reads. */
export function sayShortage({ section, needed, available }: Shortage, locale: Locale): string {
  return locale === 'id'
    ? `Bagian ${section} memerlukan ${needed} soal yang sudah diterbitkan; baru ada ${available}.`
    : `Section ${section} needs ${needed} published questions; there are ${available}.`
}
