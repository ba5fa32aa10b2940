import type { Locale } from '../../kit/identity.ts'

const messages = {
  SESSION_NOT_FOUND: { id: 'Sesi ujian ini tidak ada.', en: 'There is no such exam session.' },
  ITEM_NOT_FOUND: { id: 'Soal ini tidak ada dalam sesi ini.', en: 'This session has no such question.' },
  SECTION_NOT_FOUND: { id: 'Bagian ini tidak ada dalam sesi ini.', en: 'This session has no such section.' },
  EXAM_NOT_FOUND: { id: 'Ujian ini tidak tersedia.', en: 'This exam is not available.' },
  EXAM_MISSING: { id: 'Sebutkan ujian atau kode ruang.', en: 'Name an exam or the code of a room.' },
  ROOM_NOT_FOUND: { id: 'Ruang ujian ini tidak ada.', en: 'There is no such exam room.' },
  ROOM_CLOSED: {
    id: 'Ruang ujian ini sudah ditutup dan tidak menerima peserta baru.',
    en: 'This exam room is closed and takes no new participants.',
  },
  ROOM_OF_OTHER_EXAM: {
    id: 'Kode ini milik ruang untuk ujian lain.',
    en: 'This code belongs to a room for another exam.',
  },
  RUNNING_ELSEWHERE: {
    id: 'Anda sedang mengerjakan ujian ini di luar ruang ini. Selesaikan dahulu.',
    en: 'You are sitting this exam outside this room. Finish that first.',
  },
  ROOM_NAME_UNUSABLE: {
    id: 'Nama ruang harus terdiri dari 1 sampai 100 karakter.',
    en: 'A room’s name must have 1 to 100 characters.',
  },
  SECTION_CLOSED: {
    id: 'Bagian {code} sudah dikumpulkan pada {submitted}; batas waktunya {deadline}.',
    en: 'Section {code} was handed in at {submitted}; its deadline was {deadline}.',
  },
  SECTION_LOCKED: {
    id: 'Bagian {code} belum dibuka.',
    en: 'Section {code} has not opened yet.',
  },
  CLIENT_SEQUENCE_REUSED: {
    id: 'Nomor {number} sudah dipakai untuk jawaban lain. Kirim lagi dengan nomor yang lebih tinggi.',
    en: 'The number {number} was used for another answer. Send this one again under a higher number.',
  },
  INVALID_CLIENT_SEQUENCE: {
    id: 'Nomor jawaban harus 1 atau lebih.',
    en: 'An answer’s number must be 1 or more.',
  },
  INVALID_TIME_SPENT: {
    id: 'Waktu pengerjaan tidak boleh negatif.',
    en: 'The time spent cannot be negative.',
  },
  WRONG_FORM: {
    id: 'Jenis soal ini dijawab dengan `{form}`, dan hanya itu.',
    en: 'A question of this type is answered with `{form}`, and with nothing else.',
  },
  UNKNOWN_OPTION: { id: 'Soal ini tidak memiliki pilihan itu.', en: 'This question has no such option.' },
  UNKNOWN_STATEMENT: {
    id: 'Soal ini tidak memiliki pernyataan itu.',
    en: 'This question has no such statement.',
  },
  REPEATED_STATEMENT: {
    id: 'Pernyataan ini dijawab dua kali.',
    en: 'This statement is judged twice.',
  },
  NO_STATEMENTS: {
    id: 'Jawab setidaknya satu pernyataan, atau kosongkan jawabannya.',
    en: 'Judge at least one statement, or withdraw the answer.',
  },
  EMPTY_TEXT: {
    id: 'Tulis jawaban, atau kosongkan jawabannya.',
    en: 'Write an answer, or withdraw it.',
  },
  TEXT_TOO_LONG: {
    id: 'Jawaban paling panjang 64 karakter.',
    en: 'An answer may have at most 64 characters.',
  },
  TEXT_UNREADABLE: {
    id: 'Jawaban berisi karakter yang tidak dapat dibaca.',
    en: 'The answer holds characters that cannot be read.',
  },
  PRACTICE_SCALE: {
    id: 'Skala latihan (500 + 100 θ); bukan skala resmi ujian mana pun',
    en: 'Practice scale (500 + 100 θ); not the official scale of any exam',
  },
} satisfies Record<string, Record<Locale, string>>

export type MessageKey = keyof typeof messages

/** What to tell a person, in the language that they read, with the values for what stands in braces. */
export function say(key: MessageKey, locale: Locale, values: Record<string, string | number> = {}): string {
  return messages[key][locale].replace(/\{(\w+)\}/g, (_match, name: string) => String(values[name] ?? ''))
}

/** A moment to the second as a clock in Jakarta shows it, where the UTBK is sat. */
export function sayMoment(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Asia/Jakarta',
  })
    .format(at)
    .concat(' WIB')
}
