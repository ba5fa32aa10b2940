import type { Locale } from '../../kit/identity.ts'
import type { Problem, ProblemCode } from './problem.ts'

const messages = {
  MANIFEST_UNREADABLE: {
    id: 'Ini bukan manifes: berikan JSON dari @apollo/generate-persisted-query-manifest, atau { hash: dokumen }. {}',
    en: 'This is no manifest: give the JSON of @apollo/generate-persisted-query-manifest, or { hash: document }. {}',
  },
  MANIFEST_EMPTY: {
    id: 'Manifes ini tidak memuat satu dokumen pun.',
    en: 'The manifest has no documents.',
  },
  MANIFEST_TOO_LARGE: {
    id: 'Satu manifes memuat paling banyak {} dokumen.',
    en: 'A manifest may have at most {} documents.',
  },
  HASH_UNUSABLE: {
    id: 'Id dokumen harus berupa SHA-256-nya dalam heksadesimal.',
    en: 'The id of a document must be its SHA-256 in hexadecimal.',
  },
  HASH_MISMATCH: {
    id: 'Id ini bukan SHA-256 dokumennya, yaitu {}.',
    en: 'The id is not the SHA-256 of the document, which is {}.',
  },
  CLIENT_MISMATCH: {
    id: 'Menurut manifes, dokumen ini milik klien {}.',
    en: 'The manifest says that this is a document of the client {}.',
  },
  NAME_MISMATCH: {
    id: 'Nama operasi di dalam dokumen adalah "{}".',
    en: 'The name of the operation in the document is "{}".',
  },
  TYPE_MISMATCH: {
    id: 'Jenis operasi di dalam dokumen adalah {}.',
    en: 'The type of the operation in the document is {}.',
  },
  NOT_ONE_OPERATION: {
    id: 'Sebuah dokumen harus memuat tepat satu operasi; yang ini memuat {}.',
    en: 'A document must have exactly one operation; this one has {}.',
  },
  DOCUMENT_UNUSABLE: {
    id: 'Dokumen ini memuat karakter yang tidak dapat disimpan.',
    en: 'The document has characters that cannot be kept.',
  },
  DOCUMENT_INVALID: { id: '{}', en: '{}' },
  FIELD_NOT_ALLOWED: {
    id: 'Klien ini tidak boleh meminta {}.',
    en: 'The client may not ask for {}.',
  },
  TOO_MUCH: {
    id: 'Dokumen ini meminta lebih dari {} field, batas untuk klien ini.',
    en: 'The document asks for more than {} fields, which is the limit of the client.',
  },
  NAME_UNUSABLE: {
    id: 'Nama klien terdiri dari 2 sampai 40 huruf kecil, angka, dan tanda hubung, diawali huruf.',
    en: 'A client has a name of 2 to 40 small letters, digits and hyphens, beginning with a letter.',
  },
  ROOT_FIELD_UNUSABLE: {
    id: 'Tidak ada field akar {}.',
    en: 'There is no root field {}.',
  },
  MAX_FIELDS_UNUSABLE: {
    id: 'Batas field harus dari 1 sampai {}.',
    en: 'The limit of fields must be from 1 to {}.',
  },
  NAME_TAKEN: {
    id: 'Sudah ada klien dengan nama ini.',
    en: 'There is a client of this name already.',
  },
  CLIENT_NOT_FOUND: {
    id: 'Tidak ada klien dengan nama ini.',
    en: 'There is no client of this name.',
  },
  NOTHING_IN_FORCE: {
    id: 'Tidak ada dokumen seperti itu yang masih berlaku untuk klien ini.',
    en: 'The client has no such documents in force.',
  },
} satisfies Record<ProblemCode, Record<Locale, string>> & Record<string, Record<Locale, string>>

export type MessageKey = keyof typeof messages

/** What to tell a person, in the language that they read. `detail` stands where the words have `{}`. */
export function say(key: MessageKey, locale: Locale, detail = ''): string {
  return messages[key][locale].replace('{}', () => detail).trim()
}

export function sayProblem({ code, detail }: Problem, locale: Locale): string {
  return say(code, locale, detail)
}
