import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { eventually } from '../jest/eventually.ts'
import { type Person, signIn } from './door.ts'
import { examIdOf, sitThrough, startExam } from './exam-operations.ts'
import { type RunningSystem, startRunningSystem } from './running-system.ts'

const root = join(import.meta.dirname, '../..')
const bank = join(root, '../shared/data/questions/utbk-snbt-2024.json')
// A real bank, which is not part of the project: reported as skipped where it does not lie beside it.
const withBank = existsSync(bank) ? test : test.skip

let folder: string
let system: RunningSystem
let siti: Person

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'utbk-'))
  system = await startRunningSystem({ topology: 'one process' })
  siti = await signIn(system.url, 'siti')
}, 60_000)
afterAll(async () => {
  await siti.leave()
  await system.stop()
  await rm(folder, { recursive: true })
})

withBank(
  'a real bank becomes the full UTBK-SNBT 2024, and a student sits all 155 questions of it',
  async () => {
    const file = join(folder, 'utbk.json')
    await run('convert-questions.ts', bank, file)
    expect(await run('import.ts', file, '--publish', '--url', system.url)).toContain(
      '140 created, 0 updated, 0 unchanged, 15 refused, 140 published.',
    )
    const built = await run('build-exam.ts', 'UTBK_SNBT_2024', '--publish', '--url', system.url)
    expect(built).toMatch(/total +155 questions +195 minutes/)

    const examId = await examIdOf(siti, 'UTBK_SNBT_2024')
    const sitting = await eventually(() => startExam(siti, { examId }))
    const progress = siti.listen<{ examSessionProgress: { kind: string; answeredCount: number } }>(
      `subscription { examSessionProgress(sessionId: "${sitting.id}") { kind answeredCount } }`,
    )
    expect(await sitThrough(siti, sitting)).toBe(155)
    await progress.ended
    expect(progress.results.at(-1)?.data?.examSessionProgress).toEqual({ kind: 'SCORED', answeredCount: 155 })

    const { examSession } = await siti.ask<{
      examSession: {
        report: { maxPoints: number; sections: { code: string; maxPoints: number }[] }
        review: unknown[]
      }
    }>(
      'query ($id: ID!) { examSession(id: $id) { report { maxPoints sections { code maxPoints } } review { explanation } } }',
      { id: sitting.id },
    )
    expect(examSession.review).toHaveLength(155)
    expect(examSession.report).toEqual({
      maxPoints: 155,
      sections: [
        { code: 'PU', maxPoints: 30 },
        { code: 'PPU', maxPoints: 20 },
        { code: 'PBM', maxPoints: 20 },
        { code: 'PK', maxPoints: 15 },
        { code: 'LBI', maxPoints: 30 },
        { code: 'LBE', maxPoints: 20 },
        { code: 'PM', maxPoints: 20 },
      ],
    })
  },
  120_000,
)

/** What one of the project's commands says. */
async function run(script: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join('scripts', script), ...args], {
    cwd: root,
  })
  return stdout
}
