/** A skill as it is first stored; `parent` is the code of the skill it belongs to, `null` for a section's own skill. */
export type SkillSeed = {
  code: string
  exam: 'UTBK_SNBT' | 'SAT'
  section: string
  parent: string | null
  name: { id: string; en: string }
}

/**
 * The skills that questions are written for, parents before children.
 *
 * A code is a path: its first part is the section (`PU`, `MATH`), which is also the code of that section's own skill,
 * the one given to questions that name none. The SAT's domains and skills are those of the College Board's
 * specifications for the digital SAT; SNPMB publishes only the subtests and the three kinds of reasoning in `PU`, so the
 * other divisions of the UTBK are ours.
 */
export const skills: readonly SkillSeed[] = [
  utbk('PU', 'Penalaran Umum', 'General Reasoning'),
  utbk('PU.INDUCTIVE', 'Penalaran Induktif', 'Inductive Reasoning'),
  utbk('PU.DEDUCTIVE', 'Penalaran Deduktif', 'Deductive Reasoning'),
  utbk('PU.QUANTITATIVE', 'Penalaran Kuantitatif', 'Quantitative Reasoning'),
  utbk('PPU', 'Pengetahuan dan Pemahaman Umum', 'General Knowledge and Understanding'),
  utbk('PPU.WORD_MEANING', 'Makna Kata dalam Konteks', 'Word Meaning in Context'),
  utbk('PPU.WORD_RELATIONS', 'Hubungan Makna Kata', 'Relations between Words'),
  utbk('PPU.WORD_FORMATION', 'Pembentukan Kata', 'Word Formation'),
  utbk('PPU.IDIOMS', 'Idiom dan Ungkapan', 'Idioms and Expressions'),
  utbk('PPU.IDEA_RELATIONS', 'Hubungan Antargagasan', 'Relations between Ideas'),
  utbk('PPU.TEXT_COMPREHENSION', 'Pemahaman Teks', 'Text Comprehension'),
  utbk('PBM', 'Pemahaman Bacaan dan Menulis', 'Reading Comprehension and Writing'),
  utbk('PBM.SPELLING', 'Ejaan dan Tanda Baca', 'Spelling and Punctuation'),
  utbk('PBM.DICTION', 'Pilihan Kata', 'Diction'),
  utbk('PBM.EFFECTIVE_SENTENCES', 'Kalimat Efektif', 'Effective Sentences'),
  utbk('PBM.CONJUNCTIONS', 'Konjungsi', 'Conjunctions'),
  utbk('PBM.COHERENCE', 'Kepaduan Paragraf', 'Paragraph Coherence'),
  utbk('PBM.MAIN_IDEA', 'Gagasan Utama dan Judul', 'Main Idea and Title'),
  utbk('PK', 'Pengetahuan Kuantitatif', 'Quantitative Knowledge'),
  utbk('PK.NUMBERS', 'Bilangan', 'Numbers'),
  utbk('PK.ALGEBRA', 'Aljabar dan Fungsi', 'Algebra and Functions'),
  utbk('PK.GEOMETRY', 'Geometri dan Pengukuran', 'Geometry and Measurement'),
  utbk('PK.STATISTICS', 'Statistika', 'Statistics'),
  utbk('PK.PROBABILITY', 'Peluang dan Pencacahan', 'Probability and Counting'),
  utbk('PK.SUFFICIENCY', 'Kecukupan Data', 'Data Sufficiency'),
  utbk('PK.COMPARISON', 'Perbandingan Kuantitas', 'Comparing Quantities'),
  utbk('LBI', 'Literasi dalam Bahasa Indonesia', 'Literacy in Indonesian'),
  utbk('LBI.RETRIEVE', 'Menemukan Informasi', 'Finding Information'),
  utbk('LBI.MAIN_IDEA', 'Gagasan Utama', 'Main Idea'),
  utbk('LBI.INFERENCE', 'Menyimpulkan', 'Drawing Inferences'),
  utbk('LBI.VOCABULARY', 'Makna Kata dalam Teks', 'Vocabulary in Context'),
  utbk('LBI.EVALUATE', 'Menilai dan Merefleksi', 'Evaluating and Reflecting'),
  utbk('LBI.COMPARE', 'Membandingkan Teks', 'Comparing Texts'),
  utbk('LBE', 'Literasi dalam Bahasa Inggris', 'Literacy in English'),
  utbk('LBE.RETRIEVE', 'Menemukan Informasi', 'Finding Information'),
  utbk('LBE.MAIN_IDEA', 'Gagasan Utama', 'Main Idea'),
  utbk('LBE.INFERENCE', 'Menyimpulkan', 'Drawing Inferences'),
  utbk('LBE.VOCABULARY', 'Makna Kata dalam Teks', 'Vocabulary in Context'),
  utbk('LBE.PURPOSE', 'Tujuan dan Sikap Penulis', 'Purpose and Attitude'),
  utbk('LBE.COMPARE', 'Membandingkan Teks', 'Comparing Texts'),
  utbk('PM', 'Penalaran Matematika', 'Mathematical Reasoning'),
  utbk('PM.NUMBERS', 'Bilangan dan Perbandingan', 'Numbers and Ratios'),
  utbk('PM.ALGEBRA', 'Aljabar dan Pemodelan', 'Algebra and Modelling'),
  utbk('PM.GEOMETRY', 'Geometri dan Pengukuran', 'Geometry and Measurement'),
  utbk('PM.DATA', 'Data dan Ketidakpastian', 'Data and Uncertainty'),
  sat('RW', 'Membaca dan Menulis', 'Reading and Writing'),
  sat('RW.INFORMATION', 'Informasi dan Gagasan', 'Information and Ideas'),
  sat('RW.INFORMATION.CENTRAL_IDEAS', 'Gagasan Utama dan Rincian', 'Central Ideas and Details'),
  sat('RW.INFORMATION.EVIDENCE_TEXTUAL', 'Bukti dari Teks', 'Command of Evidence: Textual'),
  sat('RW.INFORMATION.EVIDENCE_QUANTITATIVE', 'Bukti dari Data', 'Command of Evidence: Quantitative'),
  sat('RW.INFORMATION.INFERENCES', 'Simpulan', 'Inferences'),
  sat('RW.CRAFT', 'Cara dan Susunan', 'Craft and Structure'),
  sat('RW.CRAFT.WORDS', 'Kata dalam Konteks', 'Words in Context'),
  sat('RW.CRAFT.STRUCTURE', 'Susunan dan Tujuan Teks', 'Text Structure and Purpose'),
  sat('RW.CRAFT.CROSS_TEXT', 'Hubungan Antarteks', 'Cross-Text Connections'),
  sat('RW.EXPRESSION', 'Pengungkapan Gagasan', 'Expression of Ideas'),
  sat('RW.EXPRESSION.SYNTHESIS', 'Sintesis Retoris', 'Rhetorical Synthesis'),
  sat('RW.EXPRESSION.TRANSITIONS', 'Transisi', 'Transitions'),
  sat('RW.CONVENTIONS', 'Kaidah Bahasa Inggris Baku', 'Standard English Conventions'),
  sat('RW.CONVENTIONS.BOUNDARIES', 'Batas Kalimat', 'Boundaries'),
  sat('RW.CONVENTIONS.FORM', 'Bentuk, Struktur, dan Makna', 'Form, Structure, and Sense'),
  sat('MATH', 'Matematika', 'Math'),
  sat('MATH.ALGEBRA', 'Aljabar', 'Algebra'),
  sat(
    'MATH.ALGEBRA.LINEAR_EQUATIONS_ONE',
    'Persamaan Linear Satu Variabel',
    'Linear equations in one variable',
  ),
  sat('MATH.ALGEBRA.LINEAR_FUNCTIONS', 'Fungsi Linear', 'Linear functions'),
  sat(
    'MATH.ALGEBRA.LINEAR_EQUATIONS_TWO',
    'Persamaan Linear Dua Variabel',
    'Linear equations in two variables',
  ),
  sat(
    'MATH.ALGEBRA.LINEAR_SYSTEMS',
    'Sistem Dua Persamaan Linear Dua Variabel',
    'Systems of two linear equations in two variables',
  ),
  sat(
    'MATH.ALGEBRA.LINEAR_INEQUALITIES',
    'Pertidaksamaan Linear Satu atau Dua Variabel',
    'Linear inequalities in one or two variables',
  ),
  sat('MATH.ADVANCED', 'Matematika Lanjut', 'Advanced Math'),
  sat('MATH.ADVANCED.EQUIVALENT', 'Bentuk Ekuivalen', 'Equivalent expressions'),
  sat(
    'MATH.ADVANCED.NONLINEAR_EQUATIONS',
    'Persamaan Nonlinear Satu Variabel dan Sistem Dua Variabel',
    'Nonlinear equations in one variable and systems of equations in two variables',
  ),
  sat('MATH.ADVANCED.NONLINEAR_FUNCTIONS', 'Fungsi Nonlinear', 'Nonlinear functions'),
  sat('MATH.DATA', 'Pemecahan Masalah dan Analisis Data', 'Problem-Solving and Data Analysis'),
  sat(
    'MATH.DATA.RATIOS',
    'Rasio, Laju, Hubungan Sebanding, dan Satuan',
    'Ratios, rates, proportional relationships, and units',
  ),
  sat('MATH.DATA.PERCENTAGES', 'Persentase', 'Percentages'),
  sat(
    'MATH.DATA.ONE_VARIABLE',
    'Data Satu Variabel: Distribusi, Ukuran Pemusatan dan Penyebaran',
    'One-variable data: Distributions and measures of center and spread',
  ),
  sat(
    'MATH.DATA.TWO_VARIABLE',
    'Data Dua Variabel: Model dan Diagram Pencar',
    'Two-variable data: Models and scatterplots',
  ),
  sat('MATH.DATA.PROBABILITY', 'Peluang dan Peluang Bersyarat', 'Probability and conditional probability'),
  sat(
    'MATH.DATA.SAMPLES',
    'Inferensi dari Statistik Sampel dan Galat',
    'Inference from sample statistics and margin of error',
  ),
  sat(
    'MATH.DATA.CLAIMS',
    'Menilai Klaim Statistik: Studi Observasional dan Eksperimen',
    'Evaluating statistical claims: Observational studies and experiments',
  ),
  sat('MATH.GEOMETRY', 'Geometri dan Trigonometri', 'Geometry and Trigonometry'),
  sat('MATH.GEOMETRY.AREA_VOLUME', 'Luas dan Volume', 'Area and volume'),
  sat('MATH.GEOMETRY.LINES_ANGLES', 'Garis, Sudut, dan Segitiga', 'Lines, angles, and triangles'),
  sat(
    'MATH.GEOMETRY.RIGHT_TRIANGLES',
    'Segitiga Siku-siku dan Trigonometri',
    'Right triangles and trigonometry',
  ),
  sat('MATH.GEOMETRY.CIRCLES', 'Lingkaran', 'Circles'),
]

function utbk(code: string, id: string, en: string): SkillSeed {
  return { code, exam: 'UTBK_SNBT', ...placeOf(code), name: { id, en } }
}

function sat(code: string, id: string, en: string): SkillSeed {
  return { code, exam: 'SAT', ...placeOf(code), name: { id, en } }
}

function placeOf(code: string): { section: string; parent: string | null } {
  const path = code.split('.')
  return { section: path[0] ?? code, parent: path.slice(0, -1).join('.') || null }
}
