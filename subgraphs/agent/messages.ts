import type { Locale } from '../../kit/identity.ts'
import type { Gate } from './domain/gates/verdict.ts'

const messages = {
  COUNT_OUT_OF_RANGE: {
    id: 'Banyaknya soal harus dari 1 sampai 100.',
    en: 'The number of questions must be from 1 to 100.',
  },
  SKILL_OR_MODEL: {
    id: 'Berikan kode kemampuan atau kode model soal, salah satu saja.',
    en: 'Give the code of a skill or of an item model, exactly one of them.',
  },
  SEED_UNUSABLE: {
    id: 'Benih harus terdiri dari 1 sampai 64 karakter.',
    en: 'A seed must have 1 to 64 characters.',
  },
  REASON_UNUSABLE: {
    id: 'Alasan harus terdiri dari 3 sampai 500 karakter.',
    en: 'A reason must have 3 to 500 characters.',
  },
  MODEL_NOT_FOUND: {
    id: 'Tidak ada model soal dengan kode ini.',
    en: 'There is no item model with this code.',
  },
  NO_MODEL_FOR_SKILL: {
    id: 'Belum ada model soal untuk kemampuan ini.',
    en: 'There is no item model for this skill yet.',
  },
  RUN_NOT_FOUND: {
    id: 'Tidak ada proses pembuatan soal dengan ID ini.',
    en: 'There is no run with this id.',
  },
  RUN_HAS_ENDED: {
    id: 'Proses ini sudah berakhir.',
    en: 'This run has ended already.',
  },
  DRAFT_NOT_FOUND: {
    id: 'Tidak ada rancangan soal dengan ID ini.',
    en: 'There is no draft with this id.',
  },
  DRAFT_NOT_PROPOSED: {
    id: 'Rancangan soal ini tidak sedang menunggu keputusan.',
    en: 'This draft does not wait for a decision.',
  },
  QUESTION_IN_BANK: {
    id: 'Soal yang sama sudah diterima sebelumnya.',
    en: 'The same question has been accepted before.',
  },
  EXHAUSTED: {
    id: 'Model soal tidak dapat membuat sebanyak itu soal yang berbeda.',
    en: 'The item model cannot write so many different questions.',
  },
  BROKEN: {
    id: 'Proses ini gagal berulang kali karena kesalahan di pihak kami.',
    en: 'This run failed again and again through a fault on our side.',
  },
} satisfies Record<string, Record<Locale, string>>

export type MessageKey = keyof typeof messages

/** What to tell a person, in the language that they read. */
export const say = (key: MessageKey, locale: Locale): string => messages[key][locale]

const verdicts: Record<Gate, Record<'passed' | 'refused', Record<Locale, string>>> = {
  KEY_VERIFIED: {
    passed: {
      id: 'Kunci terbukti benar lewat perhitungan kedua yang terpisah.',
      en: 'A second, independent computation proves the key.',
    },
    refused: {
      id: 'Perhitungan kedua tidak membenarkan kunci.',
      en: 'A second computation does not confirm the key.',
    },
  },
  DISTRACTORS_DISTINCT: {
    passed: {
      id: 'Semua pilihan berbeda, dan setiap pengecoh berasal dari satu miskonsepsi.',
      en: 'All options differ, and each distractor follows from a misconception.',
    },
    refused: {
      id: 'Ada pilihan yang sama atau pengecoh yang tidak berdasar.',
      en: 'Some options are equal, or a distractor has no ground.',
    },
  },
  SELF_CONTAINED: {
    passed: {
      id: 'Soal dapat dijawab dari teksnya sendiri.',
      en: 'The question can be answered from its own text.',
    },
    refused: {
      id: 'Soal merujuk pada sesuatu yang tidak ada atau belum lengkap.',
      en: 'The question refers to something missing, or is incomplete.',
    },
  },
  LONGEST_OPTION: {
    passed: {
      id: 'Panjang pilihan tidak membocorkan kunci.',
      en: 'The length of the options does not give the key away.',
    },
    refused: {
      id: 'Terlalu sering pilihan terpanjang menjadi kunci dalam proses ini.',
      en: 'Too often in this run the longest option is the key.',
    },
  },
  NEAR_DUPLICATE: {
    passed: {
      id: 'Belum ada soal yang sama.',
      en: 'No other question says the same.',
    },
    refused: {
      id: 'Sudah ada soal dengan kalimat yang hampir sama dan angka yang sama.',
      en: 'Another question has nearly the same words and the same numbers.',
    },
  },
}

/** What a gate's verdict comes to, in the language that the reader reads. */
export const sayVerdict = (gate: Gate, passed: boolean, locale: Locale): string =>
  verdicts[gate][passed ? 'passed' : 'refused'][locale]
