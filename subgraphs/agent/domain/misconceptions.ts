import type { Bilingual } from './language.ts'

/** What somebody believes or overlooks who arrives at a certain wrong answer, by its stable name. */
export const misconceptions = {
  ADDS_BEFORE_MULTIPLYING: { id: 'Menjumlahkan sebelum mengalikan', en: 'Adds before multiplying' },
  ADDS_INSTEAD_OF_MULTIPLYING: {
    id: 'Menjumlahkan, padahal harus mengalikan',
    en: 'Adds instead of multiplying',
  },
  ADDS_INSTEAD_OF_SUBTRACTING: {
    id: 'Menjumlahkan, padahal harus mengurangkan',
    en: 'Adds instead of subtracting',
  },
  ADDS_PERCENTAGES: {
    id: 'Menjumlahkan persentase yang dasarnya berbeda',
    en: 'Adds percentages of different bases',
  },
  ADDS_THE_COEFFICIENTS: { id: 'Menjumlahkan koefisien', en: 'Adds the coefficients' },
  ADDS_THE_LAST_TWO: { id: 'Menjumlahkan dua bilangan terakhir', en: 'Adds the last two numbers' },
  ADDS_THE_PERCENTAGE_AGAIN: {
    id: 'Menambahkan persentase sekali lagi',
    en: 'Adds the percentage once more',
  },
  ADDS_THE_PRICES: { id: 'Membagi dengan jumlah kedua harga', en: 'Divides by the sum of both prices' },
  ADDS_THE_SPEEDS: { id: 'Menjumlahkan kecepatan', en: 'Adds the speeds' },
  ADDS_THE_STEP_TO_THE_LAST_NUMBER: {
    id: 'Menambahkan beda pada bilangan terakhir yang bukan bagian barisannya',
    en: 'Adds the step to the last number, which belongs to the other series',
  },
  ADDS_THE_TIMES: { id: 'Menjumlahkan waktu', en: 'Adds the times' },
  AVERAGES_THE_AVERAGES: { id: 'Merata-ratakan dua rata-rata', en: 'Averages two averages' },
  AVERAGES_THE_SPEEDS: {
    id: 'Merata-ratakan kecepatan, padahal waktunya berbeda',
    en: 'Averages speeds that last for different times',
  },
  AVERAGES_THE_TIMES: { id: 'Merata-ratakan waktu', en: 'Averages the times' },
  COUNTS_MIXED_PAIRS: { id: 'Menghitung pasangan campuran', en: 'Counts the mixed pairs' },
  COUNTS_ONE_STEP_TOO_FEW: { id: 'Menghitung kurang satu langkah', en: 'Counts one step too few' },
  COUNTS_ONE_STEP_TOO_MANY: { id: 'Menghitung lebih satu langkah', en: 'Counts one step too many' },
  COUNTS_ORDER: {
    id: 'Memperhitungkan urutan yang tidak berarti',
    en: 'Counts an order that does not matter',
  },
  DISTRIBUTES_THE_MINUS_SIGN_HALFWAY: {
    id: 'Mengenakan tanda minus hanya pada sebagian suku',
    en: 'Distributes the minus sign over some terms only',
  },
  DIVIDES_BY_THE_RATIO_NUMBER: {
    id: 'Membagi dengan angka perbandingan',
    en: 'Divides by the number in the ratio',
  },
  DIVIDES_BY_THE_WRONG_PRICE: {
    id: 'Membagi dengan harga, bukan dengan selisih harga',
    en: 'Divides by a price instead of the difference of prices',
  },
  DROPS_THE_COEFFICIENTS: {
    id: 'Mengabaikan koefisien pada langkah kedua',
    en: 'Drops the coefficients in the second step',
  },
  DROPS_THE_LEADING_COEFFICIENT: {
    id: 'Mengabaikan koefisien suku kuadrat',
    en: 'Drops the leading coefficient',
  },
  EVALUATES_AT_ONE: { id: 'Menghitung nilai fungsi di satu', en: 'Evaluates the function at one' },
  FILLS_THE_REST_WITH_ANYONE: {
    id: 'Mengisi sisa tempat dengan siapa saja',
    en: 'Fills the remaining places with anyone',
  },
  FINDS_THE_DIFFERENCE: { id: 'Mencari selisih, bukan yang ditanyakan', en: 'Finds the difference instead' },
  FINDS_THE_OTHER_QUANTITY: { id: 'Mencari besaran yang lain', en: 'Finds the other quantity' },
  FINDS_THE_REMAINDER: {
    id: 'Mencari sisanya, bukan bagiannya',
    en: 'Finds what remains instead of the part',
  },
  FOLLOWS_THE_OTHER_SERIES: { id: 'Melanjutkan barisan yang lain', en: 'Continues the other series' },
  FORGETS_THAT_THE_TOTAL_FALLS: {
    id: 'Lupa bahwa jumlah seluruhnya berkurang',
    en: 'Forgets that the total falls',
  },
  FORGETS_THE_CONSTANT: { id: 'Lupa suku tetap', en: 'Forgets the constant term' },
  FORGETS_THE_FIRST_CHANGE: { id: 'Lupa perubahan yang pertama', en: 'Forgets the first change' },
  FORGETS_THE_NEW_COUNT: {
    id: 'Menghitung anggota baru sebagai salah satu yang lama',
    en: 'Counts the newcomer among the first ones',
  },
  FORGETS_THE_ROOT: { id: 'Lupa menarik akar', en: 'Forgets to take the root' },
  FORGETS_THE_SECOND_CHANGE: { id: 'Lupa perubahan yang kedua', en: 'Forgets the second change' },
  FORGETS_THE_SQUARED_TERM: { id: 'Lupa suku kuadrat', en: 'Forgets the squared term' },
  FORGETS_THE_WAY_BACK: { id: 'Lupa jarak pulang', en: 'Forgets the way back' },
  FORGETS_TO_ADD: { id: 'Lupa menjumlahkan setelah mengalikan', en: 'Forgets to add after multiplying' },
  FORGETS_TO_DISTRIBUTE_THE_MINUS_SIGN: {
    id: 'Lupa mengenakan tanda minus pada semua suku',
    en: 'Forgets to distribute the minus sign',
  },
  FORGETS_TO_DIVIDE: { id: 'Lupa membagi dengan koefisien', en: 'Forgets to divide by the coefficient' },
  FORGETS_TO_DIVIDE_THE_DIFFERENCE: {
    id: 'Lupa membagi selisih dengan banyaknya langkah',
    en: 'Forgets to divide the difference by the number of steps',
  },
  GROUPS_FROM_THE_RIGHT: {
    id: 'Mengerjakan dari kanan, mengabaikan kurung',
    en: 'Groups from the right, against the brackets',
  },
  GROWS_LINEARLY: { id: 'Menganggap pertumbuhannya linear', en: 'Takes the growth as linear' },
  HALVES_INSTEAD_OF_TAKING_THE_ROOT: {
    id: 'Membagi dua, padahal harus menarik akar',
    en: 'Halves instead of taking the root',
  },
  HALVES_THE_FASTER_TIME: { id: 'Membagi dua waktu yang lebih cepat', en: 'Halves the faster time' },
  IGNORES_THE_CONDITION: { id: 'Mengabaikan syarat', en: 'Ignores the condition' },
  IGNORES_THE_SECOND_KIND: { id: 'Mengabaikan jenis yang kedua', en: 'Ignores the second kind' },
  KEEPS_BOTH_SIGNS: {
    id: 'Memindahkan kedua suku tanpa mengubah tanda',
    en: 'Moves both terms without changing signs',
  },
  KEEPS_SIGN_OF_MIDDLE_TERM: {
    id: 'Tidak mengubah tanda suku tengah',
    en: 'Keeps the sign of the middle term',
  },
  KEEPS_SIGN_OF_MOVED_CONSTANT: {
    id: 'Memindahkan bilangan tanpa mengubah tanda',
    en: 'Moves the constant without changing its sign',
  },
  KEEPS_SIGN_OF_MOVED_UNKNOWN: {
    id: 'Memindahkan variabel tanpa mengubah tanda',
    en: 'Moves the unknown without changing its sign',
  },
  LEAVES_OUT_A_PART: {
    id: 'Melupakan salah satu bagian dalam jumlah perbandingan',
    en: 'Leaves a part out of the sum of the ratio',
  },
  LOSES_A_MINUS_SIGN: { id: 'Menghilangkan tanda minus', en: 'Loses a minus sign' },
  MULTIPLIES_ONLY_THE_FIRST_TERM: {
    id: 'Mengalikan suku pertama saja',
    en: 'Multiplies the first term only',
  },
  ONLY_THE_TOTAL_FALLS: { id: 'Mengurangi jumlah seluruhnya saja', en: 'Lets only the total fall' },
  PUTS_IT_BACK: { id: 'Menghitung seolah-olah dikembalikan', en: 'Counts as if the first were put back' },
  REPEATS_THE_LAST_DIFFERENCE: { id: 'Mengulang beda yang terakhir', en: 'Repeats the last difference' },
  SHARES_EQUALLY: { id: 'Membagi sama rata', en: 'Shares equally' },
  STARTS_FROM_THE_WRONG_TERM: {
    id: 'Menghitung langkah dari suku yang salah',
    en: 'Counts the steps from the wrong term',
  },
  STOPS_AFTER_THE_FIRST_DRAW: {
    id: 'Berhenti setelah pengambilan pertama',
    en: 'Stops after the first draw',
  },
  STOPS_AT_ONE_PART: { id: 'Berhenti pada nilai satu bagian', en: 'Stops at the value of one part' },
  SUBTRACTS_INSTEAD_OF_ADDING: {
    id: 'Mengurangkan, padahal harus menjumlahkan',
    en: 'Subtracts instead of adding',
  },
  SUBTRACTS_INSTEAD_OF_DIVIDING: {
    id: 'Mengurangkan koefisien, padahal harus membagi',
    en: 'Subtracts the coefficient instead of dividing',
  },
  SUBTRACTS_THE_CONSTANT: { id: 'Mengurangkan suku tetap', en: 'Subtracts the constant term' },
  SUBTRACTS_THE_PERCENTAGE_AS_DOLLARS: {
    id: 'Mengurangkan persentase seolah-olah uang',
    en: 'Subtracts the percentage as if it were money',
  },
  SUBTRACTS_THE_RATES: { id: 'Mengurangkan laju', en: 'Subtracts the rates' },
  SUBTRACTS_THE_SPEEDS: { id: 'Mengurangkan kecepatan', en: 'Subtracts the speeds' },
  SUBTRACTS_THE_TIMES: { id: 'Mengurangkan waktu', en: 'Subtracts the times' },
  SUBTRACTS_THE_WRONG_WAY_ROUND: {
    id: 'Mengurangkan dengan urutan terbalik',
    en: 'Subtracts the wrong way round',
  },
  SWAPS_RISE_AND_FALL: { id: 'Menukar kenaikan dan penurunan', en: 'Swaps the rise and the fall' },
  SWAPS_THE_GROUPS: { id: 'Menukar kedua kelompok', en: 'Swaps the two groups' },
  SWAPS_THE_OPERANDS: { id: 'Menukar kedua bilangan dalam operasi', en: 'Swaps the operands' },
  SWAPS_THE_TWO_MEANS: { id: 'Menukar kedua rata-rata', en: 'Swaps the two means' },
  TAKES_ANOTHER_PART: { id: 'Mengambil bagian orang lain', en: "Takes another person's part" },
  TAKES_THE_CONSTANT_FOR_THE_RADIUS: {
    id: 'Menganggap bilangan tetap sebagai jari-jari',
    en: 'Takes the constant for the radius',
  },
  TAKES_THE_DIAMETER: { id: 'Mengambil diameter', en: 'Takes the diameter' },
  TAKES_THE_DISCOUNT_FOR_THE_PRICE: {
    id: 'Menganggap besar diskon sebagai harga',
    en: 'Takes the discount for the price',
  },
  TAKES_THE_LAST_PART: { id: 'Mengambil bagian yang terakhir', en: 'Takes the last part' },
  TAKES_THE_LOWER_SPEED: { id: 'Mengambil kecepatan yang lebih rendah', en: 'Takes the lower speed' },
  TAKES_THE_MEAN_FOR_THE_VALUE: {
    id: 'Menganggap rata-rata sebagai datanya',
    en: 'Takes the mean for the value',
  },
  TAKES_THE_PERCENTAGE_FOR_THE_WHOLE: {
    id: 'Menganggap besar persentase sebagai seluruhnya',
    en: 'Takes the percentage for the whole',
  },
  TAKES_THE_PERCENTAGE_OF_THE_WRONG_BASE: {
    id: 'Menghitung persentase dari dasar yang salah',
    en: 'Takes the percentage of the wrong base',
  },
  TAKES_THE_PLACE_FOR_THE_VALUE: {
    id: 'Menganggap letak nilai terbesar sebagai nilainya',
    en: 'Takes the place of the maximum for its value',
  },
  USES_THE_OTHER_STEP: { id: 'Memakai beda barisan yang lain', en: 'Uses the step of the other series' },
} as const satisfies Record<string, Bilingual>

export type Misconception = keyof typeof misconceptions
