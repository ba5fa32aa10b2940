/**
 * Passwords that head the published rankings of leaked ones, worldwide and in Indonesia, as far as they have the eight
 * characters that are asked for anyway. In lower case and without spaces.
 */
export const leakedPasswords: ReadonlySet<string> = new Set(
  `
  password password1 password12 password123 passw0rd p@ssw0rd p@ssword 12345678 123456789 1234567890 0123456789
  87654321 987654321 0987654321 123123123 12341234 1234512345 123456123 123321123 11223344 1122334455 112233445566
  147258369 123654789 741852963 a1234567 a12345678 a123456789 1234567a 12345678a 123456abc abc12345 abcd1234 abcdefgh
  abcdefg1 abc123456 aa123456 aa12345678 asd12345 asdf1234 asdfghjk asdfghjkl asdasdasd qwerty12 qwerty123 qwerty1234
  qwertyui qwertyuiop qwer1234 1234qwer 12qwaszx 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 q1w2e3r4 q1w2e3r4t5 zaq12wsx
  zxcvbnm1 zxcvbnm123 iloveyou iloveyou1 iloveyou2 loveyou123 sunshine princess princess1 football football1 baseball
  superman batman123 trustno1 letmein1 letmein123 welcome1 welcome123 admin123 admin1234 administrator adminadmin
  root1234 changeme changeme1 default1 secret123 master123 dragon123 monkey123 shadow123 michael1 jennifer michelle
  charlie1 jordan23 starwars pokemon1 naruto123 minecraft computer internet whatever blink182 liverpool liverpool1
  chelsea1 manchester arsenal1 barcelona realmadrid samsung1 google123 facebook facebook1 instagram yogyakarta
  indonesia indonesia1 indonesia123 merdeka45 jakarta1 jakarta123 bandung1 bandung123 surabaya surabaya1 sayang123
  sayangku sayangkamu sayangmama akusayangkamu cintaku1 cinta123 rahasia1 rahasia123 katasandi katasandi123 bismillah
  bismillah1 bismillah123 alhamdulillah assalamualaikum doraemon doraemon1
  ganteng123 cantik123 keluarga keluargaku semangat semangat45 sekolah123 siswa123 pelajar123 guru1234 belajar1
  belajar123 utbk2024 utbk2025 utbk2026 utbk2027 snbt2024 snbt2025 snbt2026 snbt2027 simpul123
  `
    .trim()
    .split(/\s+/),
)
