import type { Locale } from '../../kit/identity.ts'

const messages = {
  NOTIFICATION_NOT_FOUND: {
    id: 'Notifikasi ini tidak ada.',
    en: 'There is no such notification.',
  },
  SEQUENCE_NEGATIVE: {
    id: 'Nomor urut tidak boleh negatif.',
    en: 'A sequence cannot be negative.',
  },
  KIND_REPEATED: {
    id: 'Setiap jenis notifikasi hanya boleh disebut satu kali.',
    en: 'Each kind of notification may be named only once.',
  },
} satisfies Record<string, Record<Locale, string>>

/** What to tell a person, in the language that they read. */
export function say(key: keyof typeof messages, locale: Locale): string {
  return messages[key][locale]
}
