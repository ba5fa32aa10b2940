import type { Locale } from '../../kit/identity.ts'

const messages = {
  NAME_UNUSABLE: {
    id: 'Nama harus terdiri dari 1 sampai 80 karakter.',
    en: 'A name must have 1 to 80 characters.',
  },
  EMAIL_UNUSABLE: {
    id: 'Ini bukan alamat email.',
    en: 'This is not an e-mail address.',
  },
  PASSWORD_TOO_SHORT: {
    id: 'Kata sandi harus terdiri dari setidaknya 8 karakter.',
    en: 'A password must have at least 8 characters.',
  },
  PASSWORD_TOO_LONG: {
    id: 'Kata sandi paling panjang 128 karakter.',
    en: 'A password may have at most 128 characters.',
  },
  PASSWORD_IS_PERSONAL: {
    id: 'Kata sandi tidak boleh sama dengan nama atau alamat email Anda.',
    en: 'A password must not be your name or your e-mail address.',
  },
  PASSWORD_IS_WELL_KNOWN: {
    id: 'Kata sandi ini termasuk yang paling sering ditebak. Pilih yang lain.',
    en: 'This password is among the first that others would try. Choose another.',
  },
  EMAIL_TAKEN: {
    id: 'Alamat email ini sudah memiliki akun.',
    en: 'This e-mail address already has an account.',
  },
  INVALID_CREDENTIALS: {
    id: 'Alamat email dan kata sandi tidak cocok.',
    en: 'The e-mail address and the password do not belong together.',
  },
  RATE_LIMITED: {
    id: 'Terlalu banyak percobaan masuk. Coba lagi dalam beberapa menit.',
    en: 'Too many attempts to sign in. Try again in a few minutes.',
  },
  INVALID_REFRESH_TOKEN: {
    id: 'Sesi ini telah berakhir. Silakan masuk lagi.',
    en: 'This session has ended. Please sign in again.',
  },
  ROLES_MISSING: {
    id: 'Seseorang harus memiliki setidaknya satu peran.',
    en: 'A person must have at least one role.',
  },
  USER_NOT_FOUND: {
    id: 'Tidak ada orang dengan ID ini.',
    en: 'There is nobody with this id.',
  },
  LAST_ADMIN: {
    id: 'Orang ini adalah administrator terakhir. Angkat administrator lain terlebih dahulu.',
    en: 'This person is the last administrator. Appoint another one first.',
  },
} satisfies Record<string, Record<Locale, string>>

export type MessageKey = keyof typeof messages

/** What to tell a person, in the language that they read. */
export function say(key: MessageKey, locale: Locale): string {
  return messages[key][locale]
}
