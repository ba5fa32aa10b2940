/* What the gateway's own pages say, in the reader's language. */

const ENGLISH = {
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedOut: 'Not signed in',
  failed: 'The gateway cannot be reached. Try again.',
  plan: 'Query plan',
  planHint: 'What the gateway does for this operation. Nothing is executed.',
  picture: 'Picture',
  text: 'Text',
  close: 'Close',
}

const INDONESIAN = {
  email: 'Email',
  password: 'Kata sandi',
  signIn: 'Masuk',
  signOut: 'Keluar',
  signedOut: 'Belum masuk',
  failed: 'Gateway tidak dapat dihubungi. Coba lagi.',
  plan: 'Rencana kueri',
  planHint: 'Yang dilakukan gateway untuk operasi ini. Tidak ada yang dijalankan.',
  picture: 'Gambar',
  text: 'Teks',
  close: 'Tutup',
}

export const words = navigator.language.startsWith('id') ? INDONESIAN : ENGLISH
