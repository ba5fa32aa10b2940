/** The language an item is written in: Indonesian or English. */
export type Language = 'id' | 'en'

/** One text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>
