import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { multipleChoice, questionFile } from '../catalog/question-rows.ts'
import { type RunningSystem, startRunningSystem, topologies } from './running-system.ts'

const root = join(import.meta.dirname, '../..')

describe.each(topologies)('in %s', (topology) => {
  let system: RunningSystem
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'questions-'))
    system = await startRunningSystem({ topology })
  }, 60_000)
  afterAll(async () => {
    await system.stop()
    await rm(folder, { recursive: true })
  })

  /** Runs one of the project's commands as a user does, against the running system. */
  const run = (script: string, ...args: string[]) =>
    new Promise<{ code: number; lines: string[] }>((resolve) => {
      const command = [join('scripts', script), ...args, '--url', system.url]
      execFile(process.execPath, command, { cwd: root }, (error, stdout, stderr) => {
        const lines = (stdout + stderr).replaceAll(`${folder}/`, '').trim().split('\n')
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, lines })
      })
    })

  test('an author imports questions, is told what was refused, and builds an exam of them', async () => {
    const file = join(folder, 'rw.json')
    const rows = Array.from({ length: 45 }, (_value, index) =>
      multipleChoice(`rw-${index}`, { exam: 'SAT', section: 'RW', language: 'en' }),
    )
    await writeFile(file, questionFile([...rows, multipleChoice('bad', { key: 'Z' })]))
    const refused = 'rw.json: row 46, bad, key: the key Z is not among the options'

    expect(await run('import.ts', file, '--strict', '--publish')).toEqual({
      code: 1,
      lines: [
        refused,
        'rw.json: 0 created, 0 updated, 0 unchanged, 1 refused, 0 published.',
        'Nothing was imported: a row was refused, and --strict allows none.',
      ],
    })
    expect(await run('import.ts', file, '--publish')).toEqual({
      code: 0,
      lines: [refused, 'rw.json: 45 created, 0 updated, 0 unchanged, 1 refused, 45 published.'],
    })
    expect(await run('import.ts', file, '--publish')).toEqual({
      code: 0,
      lines: [
        refused,
        'rw.json: 0 created, 0 updated, 45 unchanged, 1 refused, 0 published.',
        'Nothing has changed.',
      ],
    })

    // The demo content brings 9 questions for each section of the SAT: enough for RW now, not for Math.
    expect(await run('build-exam.ts', 'SAT_DIGITAL', '--publish')).toEqual({
      code: 1,
      lines: [
        'Section MATH_1 needs 22 published questions; there are 9.',
        'Section MATH_2 needs 22 published questions; there are 0.',
        'Import more with `npm run import -- FILE --publish`.',
      ],
    })
    const math = join(folder, 'math.json')
    const ids = Array.from({ length: 35 }, (_value, index) => `math-${index}`)
    await writeFile(
      math,
      questionFile(ids.map((id) => multipleChoice(id, { exam: 'SAT', section: 'MATH', language: 'en' }))),
    )
    expect(await run('import.ts', math, '--publish', '--strict')).toMatchObject({ code: 0 })
    const table = [
      'RW_1     27 questions     32 minutes  Reading and Writing, module 1',
      'RW_2     27 questions     32 minutes  Reading and Writing, module 2',
      'MATH_1   22 questions     35 minutes  Math, module 1',
      'MATH_2   22 questions     35 minutes  Math, module 2',
      'total    98 questions    134 minutes',
    ]
    expect(await run('build-exam.ts', 'SAT_DIGITAL', '--publish')).toEqual({
      code: 0,
      lines: [...table, 'SAT_DIGITAL is published: students can sit it now.'],
    })
    expect(await run('build-exam.ts', 'SAT_DIGITAL', '--publish')).toEqual({
      code: 0,
      lines: [...table, 'SAT_DIGITAL is published already; nothing was changed.'],
    })
  }, 60_000)

  test('what cannot be done is one line that says what to do', async () => {
    const other = join(folder, 'other.json')
    await writeFile(other, '[]')
    expect(await run('import.ts', other)).toEqual({
      code: 1,
      lines: [
        'other.json: The file does not say that its format is "simpul-questions/1". `npm run convert` converts some other layouts.',
      ],
    })
    const valid = join(folder, 'valid.json')
    await writeFile(valid, questionFile([multipleChoice('q1')]))
    expect(await run('import.ts', valid, '--password', 'wrong password')).toEqual({
      code: 1,
      lines: [`ayu@demo.simpul.example cannot sign in at ${system.url}: INVALID_CREDENTIALS.`],
    })
    const asStudent = await run('import.ts', valid, '--email', 'siti@demo.simpul.example')
    expect(asStudent.code).toBe(1)
    expect(asStudent.lines[0]).toMatch(/^The system refused: .*FORBIDDEN/)
  })
})
