/**
 * Writes a question bank of another layout in Simpul's own:
 *
 *     npm run convert -- FILE OUT
 *
 * Without OUT the result goes to standard output.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { convertQuestions } from './converters/convert-questions.ts'

const [file, out] = process.argv.slice(2)

try {
  if (!file) throw new Error('Usage: npm run convert -- FILE [OUT]')
  const { format, stimuli, questions } = convertQuestions(JSON.parse(await readFile(file, 'utf8')))
  const text = `${JSON.stringify({ format, stimuli, questions }, null, 2)}\n`
  if (out) await writeFile(out, text)
  else process.stdout.write(text)
  console.error(`${file}: ${questions.length} questions and ${stimuli.length} stimuli.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
