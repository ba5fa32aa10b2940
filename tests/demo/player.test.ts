import { execFile } from 'node:child_process'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { drawsFor, guess, inWords } from '../../demo/guess.ts'
import type { Item, Progress } from '../../demo/operations.ts'
import { commandFor, readOptions } from '../../demo/options.ts'
import { createPaint } from '../../demo/paint.ts'
import { bar, progressEvent, progressLine, question } from '../../demo/render.ts'
import { asClock, asPlainText, lengthOf, shortened, wrapped } from '../../demo/text.ts'

const paint = createPaint(1)
const item: Item = {
  id: 'item',
  number: 3,
  type: 'MULTIPLE_CHOICE',
  stimulus: null,
  stem: 'Jika $x = 12$, berapakah $x - 5$?',
  options: ['A', 'B', 'C', 'D'].map((id) => ({ id, text: `pilihan ${id}` })),
  statements: [
    { id: '1', text: 'satu' },
    { id: '2', text: 'dua' },
  ],
  unit: 'cm',
  response: null,
}
const progress: Progress = {
  sequence: 7,
  kind: 'ANSWERED',
  status: 'IN_PROGRESS',
  answeredCount: 3,
  itemCount: 10,
  remainingSeconds: 95,
  currentSection: { code: 'PU', title: 'Penalaran Umum', position: 1 },
}

/** Runs the player and waits for its end. */
function play(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(import.meta.dirname, '../../demo/play.ts'), ...args],
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })
}

/** Listens on any free port of this machine; the address at which GraphQL would be. */
async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
}

describe('guessing', () => {
  test('the same seed guesses the same, in the form that the question wants', () => {
    expect(guess(item, 'one')).toEqual(guess({ ...item, id: 'in another session' }, 'one'))
    expect(Object.keys(guess({ ...item, type: 'TRUE_FALSE' }, 'one'))).toEqual(['statements'])
    expect(['17', '60', '7', '5']).toContain(
      (guess({ ...item, type: 'SHORT_ANSWER' }, 'one') as { text: string }).text,
    )
  })

  test('every option has its turn', () => {
    const chosen = Array.from(
      { length: 400 },
      (_, seed) => (guess(item, `seed ${seed}`) as { choice: string }).choice,
    )
    const counts = ['A', 'B', 'C', 'D'].map((id) => chosen.filter((choice) => choice === id).length)

    expect(Math.min(...counts)).toBeGreaterThan(60)
  })

  test('draws lie in [0, 1)', () => {
    const draw = drawsFor('any text')
    const drawn = Array.from({ length: 1000 }, draw)

    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...drawn)).toBeLessThan(1)
  })

  test('an answer reads in one line', () => {
    expect(inWords(item, { choice: 'B' })).toBe('B. pilihan B')
    expect(
      inWords(item, {
        statements: [
          { id: '1', value: true },
          { id: '2', value: false },
        ],
      }),
    ).toBe('1 true · 2 false')
    expect(inWords(item, { text: '7' })).toBe('7 cm')
  })
})

describe('text for a terminal', () => {
  test('Markdown and LaTeX become readable', () => {
    expect(
      asPlainText('**Jika** $x^2 \\leq \\frac{3}{4}$,\n\nmaka $\\sqrt{x} \\times 90^\\circ - 2^{-30}$'),
    ).toBe('Jika x² ≤ 3/4, maka √(x) × 90° - 2⁻³⁰')
  })

  test('lines break at spaces and end in an ellipsis when something is left out', () => {
    expect(wrapped('satu dua tiga empat lima', 10, 2)).toEqual(['satu dua', 'tiga empa…'])
    expect(wrapped('satu dua', 10, 2)).toEqual(['satu dua'])
    expect(shortened('simpulan', 8)).toBe('simpulan')
  })

  test('a clock has hours only when there are any', () => {
    expect([asClock(5), asClock(95), asClock(3725), asClock(-1)]).toEqual(['0:05', '1:35', '1:02:05', '0:00'])
  })
})

describe('the progress bar', () => {
  test('fills by eighths of a cell and keeps its width', () => {
    expect([bar(0, 4, paint), bar(0.28125, 4, paint), bar(1, 4, paint)]).toEqual(['░░░░', '█▏░░', '████'])
  })

  test.each([30, 46, 80, 100])('fits into %i columns', (width) => {
    const line = progressLine({ paint, width, plain: false }, progress, {
      share: 0.3,
      remaining: 95,
      spinner: '⠋',
    })

    expect(lengthOf(line)).toBeLessThan(width)
    expect(line).toContain('3/10')
  })

  test('is a plain line for each event where there is no terminal', () => {
    expect(progressEvent(progress)).toBe('progress: event 7 ANSWERED, 3 of 10 answered in PU, 1:35 left')
  })

  test('colours do not count as width', () => {
    const look = { paint: createPaint(8), width: 60, plain: false }

    expect(Math.max(...question(look, item, true).map(lengthOf))).toBeLessThan(60)
  })
})

describe('the command', () => {
  test('goes on with the options it was called with', () => {
    expect(commandFor(readOptions([]))).toBe('npm run demo')
    expect(commandFor(readOptions(['--exam', 'DEMO-SAT', '--fast']))).toBe(
      'npm run demo -- --exam DEMO-SAT --fast',
    )
  })

  test('names a wrong option', async () => {
    const { code, stdout, stderr } = await play('--url', 'nowhere')

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('--url must be an address that starts with http:// or https://, not nowhere')
  })

  test('says in one line that no system is running, and what to do', async () => {
    const server = createServer()
    const url = await listening(server)
    await new Promise((resolve) => server.close(resolve))

    expect(await play('--url', url)).toEqual({
      code: 1,
      stdout: '',
      stderr: `Simpul does not answer at ${url}. Start it with \`npm start\`, then run this again.\n`,
    })
  })

  test('says that something else answers', async () => {
    const server = createServer((_request, response) => response.end('<h1>It works!</h1>'))
    const url = await listening(server)
    try {
      expect(await play('--url', url)).toEqual({
        code: 1,
        stdout: '',
        stderr: `Something answers at ${url}, but it is not Simpul. Give its address with --url.\n`,
      })
    } finally {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  })
})
