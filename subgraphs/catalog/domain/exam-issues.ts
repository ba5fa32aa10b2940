/** Something wrong with the exam that was asked for; `field` is a path inside the request. */
export type ExamIssue = { field: string; code: ExamIssueCode }

export type ExamIssueCode = keyof typeof messages

const messages = {
  CODE: {
    id: 'Kode terdiri dari huruf besar, angka, garis bawah, dan tanda hubung, paling banyak 64, diawali huruf.',
    en: 'A code has capital letters, digits, underscores and hyphens, at most 64, and begins with a letter.',
  },
  CODE_TAKEN: { id: 'Kode ini sudah dipakai ujian lain.', en: 'Another exam has this code already.' },
  CODE_REPEATED: { id: 'Dua bagian memiliki kode yang sama.', en: 'Two sections have the same code.' },
  FORMAT_OR_SECTIONS: {
    id: 'Pilih salah satu: format yang dikenal atau bagian-bagian sendiri.',
    en: 'Give either a known format or sections, and not both.',
  },
  TITLE: {
    id: 'Judul harus ada dalam bahasa Indonesia dan Inggris, paling banyak 200 karakter.',
    en: 'A title is needed in Indonesian and in English, of at most 200 characters.',
  },
  NO_SECTIONS: { id: 'Ujian memiliki 1 sampai 20 bagian.', en: 'An exam has 1 to 20 sections.' },
  MINUTES: {
    id: 'Waktu harus berupa detik penuh, paling lama 300 menit.',
    en: 'The time must be whole seconds, at most 300 minutes.',
  },
  COUNT: { id: 'Sebuah bagian memiliki 1 sampai 200 soal.', en: 'A section asks 1 to 200 questions.' },
  COUNT_DIFFERS: {
    id: 'Jumlah soal yang dipilih tidak sama dengan jumlah soal bagian.',
    en: 'The number of chosen questions is not the count of the section.',
  },
  BANK_SECTION: {
    id: 'Sebutkan bagian bank soal (misalnya PU) atau pilih soalnya satu per satu.',
    en: 'Name a section of the bank (for example PU), or choose the questions one by one.',
  },
  QUESTION_REPEATED: {
    id: 'Soal yang sama muncul lebih dari sekali dalam ujian.',
    en: 'The same question comes more than once in the exam.',
  },
  QUESTION_NOT_PUBLISHED: {
    id: 'Salah satu soal tidak ada atau belum diterbitkan.',
    en: 'One of the questions does not exist or is not published.',
  },
} as const

export function examIssueMessage(code: ExamIssueCode, locale: 'id' | 'en'): string {
  return messages[code][locale]
}
