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
  utbk('PU', null, 'Penalaran Umum', 'General Reasoning'),
  utbk('PU.INDUCTIVE', 'PU', 'Penalaran Induktif', 'Inductive Reasoning'),
  utbk('PU.DEDUCTIVE', 'PU', 'Penalaran Deduktif', 'Deductive Reasoning'),
  utbk('PU.QUANTITATIVE', 'PU', 'Penalaran Kuantitatif', 'Quantitative Reasoning'),
  utbk('PPU', null, 'Pengetahuan dan Pemahaman Umum', 'General Knowledge and Understanding'),
  utbk('PPU.WORD_MEANING', 'PPU', 'Makna Kata dalam Konteks', 'Word Meaning in Context'),
  utbk('PPU.WORD_RELATIONS', 'PPU', 'Hubungan Makna Kata', 'Relations between Words'),
  utbk('PPU.WORD_FORMATION', 'PPU', 'Pembentukan Kata', 'Word Formation'),
  utbk('PPU.IDIOMS', 'PPU', 'Idiom dan Ungkapan', 'Idioms and Expressions'),
  utbk('PPU.IDEA_RELATIONS', 'PPU', 'Hubungan Antargagasan', 'Relations between Ideas'),
  utbk('PPU.TEXT_COMPREHENSION', 'PPU', 'Pemahaman Teks', 'Text Comprehension'),
  utbk('PBM', null, 'Pemahaman Bacaan dan Menulis', 'Reading Comprehension and Writing'),
  utbk('PBM.SPELLING', 'PBM', 'Ejaan dan Tanda Baca', 'Spelling and Punctuation'),
  utbk('PBM.DICTION', 'PBM', 'Pilihan Kata', 'Diction'),
  utbk('PBM.EFFECTIVE_SENTENCES', 'PBM', 'Kalimat Efektif', 'Effective Sentences'),
  utbk('PBM.CONJUNCTIONS', 'PBM', 'Konjungsi', 'Conjunctions'),
  utbk('PBM.COHERENCE', 'PBM', 'Kepaduan Paragraf', 'Paragraph Coherence'),
  utbk('PBM.MAIN_IDEA', 'PBM', 'Gagasan Utama dan Judul', 'Main Idea and Title'),
  utbk('PK', null, 'Pengetahuan Kuantitatif', 'Quantitative Knowledge'),
  utbk('PK.NUMBERS', 'PK', 'Bilangan', 'Numbers'),
  utbk('PK.ALGEBRA', 'PK', 'Aljabar dan Fungsi', 'Algebra and Functions'),
  utbk('PK.GEOMETRY', 'PK', 'Geometri dan Pengukuran', 'Geometry and Measurement'),
  utbk('PK.STATISTICS', 'PK', 'Statistika', 'Statistics'),
  utbk('PK.PROBABILITY', 'PK', 'Peluang dan Pencacahan', 'Probability and Counting'),
  utbk('PK.SUFFICIENCY', 'PK', 'Kecukupan Data', 'Data Sufficiency'),
  utbk('PK.COMPARISON', 'PK', 'Perbandingan Kuantitas', 'Comparing Quantities'),
  utbk('LBI', null, 'Literasi dalam Bahasa Indonesia', 'Literacy in Indonesian'),
  utbk('LBI.RETRIEVE', 'LBI', 'Menemukan Informasi', 'Finding Information'),
  utbk('LBI.MAIN_IDEA', 'LBI', 'Gagasan Utama', 'Main Idea'),
  utbk('LBI.INFERENCE', 'LBI', 'Menyimpulkan', 'Drawing Inferences'),
  utbk('LBI.VOCABULARY', 'LBI', 'Makna Kata dalam Teks', 'Vocabulary in Context'),
  utbk('LBI.EVALUATE', 'LBI', 'Menilai dan Merefleksi', 'Evaluating and Reflecting'),
  utbk('LBI.COMPARE', 'LBI', 'Membandingkan Teks', 'Comparing Texts'),
  utbk('LBE', null, 'Literasi dalam Bahasa Inggris', 'Literacy in English'),
  utbk('LBE.RETRIEVE', 'LBE', 'Menemukan Informasi', 'Finding Information'),
  utbk('LBE.MAIN_IDEA', 'LBE', 'Gagasan Utama', 'Main Idea'),
  utbk('LBE.INFERENCE', 'LBE', 'Menyimpulkan', 'Drawing Inferences'),
  utbk('LBE.VOCABULARY', 'LBE', 'Makna Kata dalam Teks', 'Vocabulary in Context'),
  utbk('LBE.PURPOSE', 'LBE', 'Tujuan dan Sikap Penulis', 'Purpose and Attitude'),
  utbk('LBE.COMPARE', 'LBE', 'Membandingkan Teks', 'Comparing Texts'),
  utbk('PM', null, 'Penalaran Matematika', 'Mathematical Reasoning'),
  utbk('PM.NUMBERS', 'PM', 'Bilangan dan Perbandingan', 'Numbers and Ratios'),
  utbk('PM.ALGEBRA', 'PM', 'Aljabar dan Pemodelan', 'Algebra and Modelling'),
  utbk('PM.GEOMETRY', 'PM', 'Geometri dan Pengukuran', 'Geometry and Measurement'),
  utbk('PM.DATA', 'PM', 'Data dan Ketidakpastian', 'Data and Uncertainty'),
  sat('RW', null, 'Membaca dan Menulis', 'Reading and Writing'),
  sat('RW.INFORMATION', 'RW', 'Informasi dan Gagasan', 'Information and Ideas'),
  sat(
    'RW.INFORMATION.CENTRAL_IDEAS',
    'RW.INFORMATION',
    'Gagasan Utama dan Rincian',
    'Central Ideas and Details',
  ),
  sat('RW.INFORMATION.EVIDENCE_TEXTUAL', 'RW.INFORMATION', 'Bukti dari Teks', 'Command of Evidence: Textual'),
  sat(
    'RW.INFORMATION.EVIDENCE_QUANTITATIVE',
    'RW.INFORMATION',
    'Bukti dari Data',
    'Command of Evidence: Quantitative',
  ),
  sat('RW.INFORMATION.INFERENCES', 'RW.INFORMATION', 'Simpulan', 'Inferences'),
  sat('RW.CRAFT', 'RW', 'Cara dan Susunan', 'Craft and Structure'),
  sat('RW.CRAFT.WORDS', 'RW.CRAFT', 'Kata dalam Konteks', 'Words in Context'),
  sat('RW.CRAFT.STRUCTURE', 'RW.CRAFT', 'Susunan dan Tujuan Teks', 'Text Structure and Purpose'),
  sat('RW.CRAFT.CROSS_TEXT', 'RW.CRAFT', 'Hubungan Antarteks', 'Cross-Text Connections'),
  sat('RW.EXPRESSION', 'RW', 'Pengungkapan Gagasan', 'Expression of Ideas'),
  sat('RW.EXPRESSION.SYNTHESIS', 'RW.EXPRESSION', 'Sintesis Retoris', 'Rhetorical Synthesis'),
  sat('RW.EXPRESSION.TRANSITIONS', 'RW.EXPRESSION', 'Transisi', 'Transitions'),
  sat('RW.CONVENTIONS', 'RW', 'Kaidah Bahasa Inggris Baku', 'Standard English Conventions'),
  sat('RW.CONVENTIONS.BOUNDARIES', 'RW.CONVENTIONS', 'Batas Kalimat', 'Boundaries'),
  sat('RW.CONVENTIONS.FORM', 'RW.CONVENTIONS', 'Bentuk, Struktur, dan Makna', 'Form, Structure, and Sense'),
  sat('MATH', null, 'Matematika', 'Math'),
  sat('MATH.ALGEBRA', 'MATH', 'Aljabar', 'Algebra'),
  sat(
    'MATH.ALGEBRA.LINEAR_EQUATIONS_ONE',
    'MATH.ALGEBRA',
    'Persamaan Linear Satu Variabel',
    'Linear equations in one variable',
  ),
  sat('MATH.ALGEBRA.LINEAR_FUNCTIONS', 'MATH.ALGEBRA', 'Fungsi Linear', 'Linear functions'),
  sat(
    'MATH.ALGEBRA.LINEAR_EQUATIONS_TWO',
    'MATH.ALGEBRA',
    'Persamaan Linear Dua Variabel',
    'Linear equations in two variables',
  ),
  sat(
    'MATH.ALGEBRA.LINEAR_SYSTEMS',
    'MATH.ALGEBRA',
    'Sistem Dua Persamaan Linear Dua Variabel',
    'Systems of two linear equations in two variables',
  ),
  sat(
    'MATH.ALGEBRA.LINEAR_INEQUALITIES',
    'MATH.ALGEBRA',
    'Pertidaksamaan Linear Satu atau Dua Variabel',
    'Linear inequalities in one or two variables',
  ),
  sat('MATH.ADVANCED', 'MATH', 'Matematika Lanjut', 'Advanced Math'),
  sat('MATH.ADVANCED.EQUIVALENT', 'MATH.ADVANCED', 'Bentuk Ekuivalen', 'Equivalent expressions'),
  sat(
    'MATH.ADVANCED.NONLINEAR_EQUATIONS',
    'MATH.ADVANCED',
    'Persamaan Nonlinear Satu Variabel dan Sistem Dua Variabel',
    'Nonlinear equations in one variable and systems of equations in two variables',
  ),
  sat('MATH.ADVANCED.NONLINEAR_FUNCTIONS', 'MATH.ADVANCED', 'Fungsi Nonlinear', 'Nonlinear functions'),
  sat('MATH.DATA', 'MATH', 'Pemecahan Masalah dan Analisis Data', 'Problem-Solving and Data Analysis'),
  sat(
    'MATH.DATA.RATIOS',
    'MATH.DATA',
    'Rasio, Laju, Hubungan Sebanding, dan Satuan',
    'Ratios, rates, proportional relationships, and units',
  ),
  sat('MATH.DATA.PERCENTAGES', 'MATH.DATA', 'Persentase', 'Percentages'),
  sat(
    'MATH.DATA.ONE_VARIABLE',
    'MATH.DATA',
    'Data Satu Variabel: Distribusi, Ukuran Pemusatan dan Penyebaran',
    'One-variable data: Distributions and measures of center and spread',
  ),
  sat(
    'MATH.DATA.TWO_VARIABLE',
    'MATH.DATA',
    'Data Dua Variabel: Model dan Diagram Pencar',
    'Two-variable data: Models and scatterplots',
  ),
  sat(
    'MATH.DATA.PROBABILITY',
    'MATH.DATA',
    'Peluang dan Peluang Bersyarat',
    'Probability and conditional probability',
  ),
  sat(
    'MATH.DATA.SAMPLES',
    'MATH.DATA',
    'Inferensi dari Statistik Sampel dan Galat',
    'Inference from sample statistics and margin of error',
  ),
  sat(
    'MATH.DATA.CLAIMS',
    'MATH.DATA',
    'Menilai Klaim Statistik: Studi Observasional dan Eksperimen',
    'Evaluating statistical claims: Observational studies and experiments',
  ),
  sat('MATH.GEOMETRY', 'MATH', 'Geometri dan Trigonometri', 'Geometry and Trigonometry'),
  sat('MATH.GEOMETRY.AREA_VOLUME', 'MATH.GEOMETRY', 'Luas dan Volume', 'Area and volume'),
  sat(
    'MATH.GEOMETRY.LINES_ANGLES',
    'MATH.GEOMETRY',
    'Garis, Sudut, dan Segitiga',
    'Lines, angles, and triangles',
  ),
  sat(
    'MATH.GEOMETRY.RIGHT_TRIANGLES',
    'MATH.GEOMETRY',
    'Segitiga Siku-siku dan Trigonometri',
    'Right triangles and trigonometry',
  ),
  sat('MATH.GEOMETRY.CIRCLES', 'MATH.GEOMETRY', 'Lingkaran', 'Circles'),
]

function utbk(code: string, parent: string | null, id: string, en: string): SkillSeed {
  return { code, exam: 'UTBK_SNBT', section: sectionOf(code), parent, name: { id, en } }
}

function sat(code: string, parent: string | null, id: string, en: string): SkillSeed {
  return { code, exam: 'SAT', section: sectionOf(code), parent, name: { id, en } }
}

function sectionOf(code: string): string {
  return code.split('.', 1)[0] ?? code
}
