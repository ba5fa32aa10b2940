/** The password of every demo account. These accounts exist only where the demo content does. */
export const DEMO_PASSWORD = 'belajar-tekun-2026'

/** Somebody for each role, and classmates, so that a room is not empty. */
export const demoAccounts = [
  { name: 'Siti Rahma', email: 'siti@demo.simpul.example', locale: 'id', roles: ['STUDENT'] },
  { name: 'Budi Santoso', email: 'budi@demo.simpul.example', locale: 'id', roles: ['TUTOR'] },
  { name: 'Ayu Lestari', email: 'ayu@demo.simpul.example', locale: 'id', roles: ['AUTHOR'] },
  { name: 'Wayan Pratama', email: 'wayan@demo.simpul.example', locale: 'en', roles: ['ADMIN'] },
  { name: 'Dewi Anggraini', email: 'dewi@demo.simpul.example', locale: 'id', roles: ['STUDENT'] },
  { name: 'Rizky Hidayat', email: 'rizky@demo.simpul.example', locale: 'id', roles: ['STUDENT'] },
  { name: 'Maria Simanjuntak', email: 'maria@demo.simpul.example', locale: 'en', roles: ['STUDENT'] },
] as const
