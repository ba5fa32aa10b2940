/** Something wrong with one field of a question, as a stable code; `value` is what the message names. */
export type Issue = { field: string; code: IssueCode; value?: string | number }

export type IssueCode = keyof typeof messages

type Message = (value: string | number) => { id: string; en: string }

const messages = {
  NOT_AN_OBJECT: () => ({ id: 'harus berupa objek', en: 'must be an object' }),
  MISSING: () => ({ id: 'tidak ada atau kosong', en: 'is missing or empty' }),
  NOT_TEXT: () => ({ id: 'harus berupa teks', en: 'must be text' }),
  NOT_A_BOOLEAN: () => ({ id: 'harus true atau false', en: 'must be true or false' }),
  TOO_LONG: (value) => ({ id: `lebih dari ${value} karakter`, en: `is longer than ${value} characters` }),
  UNREADABLE_TEXT: () => ({
    id: 'berisi karakter yang tidak dapat disimpan',
    en: 'holds characters that cannot be stored',
  }),
  UNKNOWN_VALUE: (value) => ({ id: `bukan salah satu dari ${value}`, en: `is not one of ${value}` }),
  UNBALANCED_LATEX: () => ({
    id: 'jumlah tanda $ ganjil: rumus LaTeX tidak ditutup (tulis \\$ untuk tanda dolar)',
    en: 'has an odd number of $: some LaTeX is not closed (write \\$ for a dollar sign)',
  }),
  DUPLICATE_ID: (value) => ({ id: `id ${value} sudah dipakai`, en: `the id ${value} is used already` }),
  UNKNOWN_SECTION: (value) => ({
    id: `${value} bukan bagian dari ujian ini`,
    en: `${value} is no section of this exam`,
  }),
  UNKNOWN_SKILL: (value) => ({
    id: `${value} bukan keterampilan dari bagian ini`,
    en: `${value} is no skill of this section`,
  }),
  UNKNOWN_STIMULUS: (value) => ({
    id: `stimulus ${value} tidak ditemukan`,
    en: `there is no stimulus ${value}`,
  }),
  BOTH_STIMULI: () => ({
    id: 'pilih salah satu: stimulus yang sudah ada atau yang baru',
    en: 'give either a stored stimulus or a new one, not both',
  }),
  FIGURE_MISSING: () => ({
    id: 'soal memerlukan gambar, tetapi gambarnya tidak ada',
    en: 'the question needs a figure, and the figure is missing',
  }),
  FIGURE_ADDRESS: () => ({
    id: 'alamat gambar harus https: atau data:image/',
    en: 'must be an https: or data:image/ address',
  }),
  NO_OPTIONS: () => ({ id: 'soal tidak memiliki pilihan jawaban', en: 'the question has no options' }),
  OPTION_COUNT: (value) => ({
    id: `harus ada 4 atau 5 pilihan, bukan ${value}`,
    en: `must have 4 or 5 options, not ${value}`,
  }),
  DUPLICATE_OPTION: (value) => ({
    id: `sama dengan pilihan ${value}`,
    en: `says the same as option ${value}`,
  }),
  KEY_MISSING: () => ({ id: 'kunci jawaban tidak ada', en: 'the key is missing' }),
  KEY_NOT_AMONG_OPTIONS: (value) => ({
    id: `kunci ${value} tidak ada di antara pilihan`,
    en: `the key ${value} is not among the options`,
  }),
  STATEMENT_COUNT: (value) => ({
    id: `harus ada 2 sampai 8 pernyataan, bukan ${value}`,
    en: `must have 2 to 8 statements, not ${value}`,
  }),
  NOT_A_NUMBER: (value) => ({
    id: `${value} bukan bilangan (tulis 12, 0,5 atau 3/4)`,
    en: `${value} is no number (write 12, 0.5 or 3/4)`,
  }),
  TOLERANCE: () => ({
    id: 'toleransi harus berupa bilangan mulai dari 0',
    en: 'the tolerance must be a number from 0 up',
  }),
  IRT_A: () => ({ id: 'harus lebih dari 0 dan paling besar 10', en: 'must be above 0 and at most 10' }),
  IRT_B: () => ({ id: 'harus antara -10 dan 10', en: 'must be from -10 to 10' }),
  IRT_C: () => ({ id: 'harus mulai dari 0 dan kurang dari 1', en: 'must be from 0 and below 1' }),
} satisfies Record<string, Message>

/** What is wrong, in words that follow the field's name. */
export function issueMessage(issue: Pick<Issue, 'code' | 'value'>, locale: 'id' | 'en'): string {
  const message: Message = messages[issue.code]
  return message(issue.value ?? '')[locale]
}
