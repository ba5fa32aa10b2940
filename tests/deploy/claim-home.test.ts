import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { claimHome } from '../../deploy/claim-home.ts'

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'simpul-home-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

const address = 'http://127.0.0.1:4000/graphql'

test('the folder is made, is for its owner, and is free again after release', () => {
  const folder = join(parent, 'home')
  const home = claimHome({ folder, address })
  expect(statSync(folder).mode & 0o777).toBe(0o711)
  expect(statSync(join(folder, 'lock')).mode & 0o777).toBe(0o600)
  home.release()
  expect(existsSync(join(folder, 'lock'))).toBe(false)
  claimHome({ folder, address }).release()
})

test('while one has it, another is told which process, where it answers and what to do', () => {
  const home = claimHome({ folder: parent, address })
  expect(() => claimHome({ folder: parent, address: 'http://127.0.0.1:5000/graphql' })).toThrow(
    `Simpul is already running in ${parent}: process ${process.pid}, ${address}. Stop it first, or start a second one with another SIMPUL_HOME and PORT.`,
  )
  expect(() => claimHome({ folder: parent, address })).toThrow('already running')
  home.release()
})

test.each([
  ['of a process that is gone', { pid: 2 ** 22 - 1, birth: 'long ago' }],
  ['of a process whose number another has by now', { pid: process.pid, birth: 'long ago' }],
])('a claim %s does not count', (_case, claim) => {
  writeFileSync(join(parent, 'lock'), JSON.stringify({ ...claim, address }))
  claimHome({ folder: parent, address }).release()
})

test('half a claim does not count', () => {
  writeFileSync(join(parent, 'lock'), '{"pid":')
  claimHome({ folder: parent, address }).release()
})

test('a folder that cannot be written is said in one line that tells what to do', () => {
  const folder = join(parent, 'file', 'home')
  writeFileSync(join(parent, 'file'), '')
  expect(() => claimHome({ folder, address })).toThrow(
    `Cannot write to ${folder} (ENOTDIR): make it writable, or set SIMPUL_HOME to a folder that is.`,
  )
})
