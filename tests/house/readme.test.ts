import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { variables } from '../../kit/config.ts'
import { readQuestionFile } from '../../subgraphs/catalog/domain/question-file.ts'
import { ROOT, SUBGRAPHS } from './files.ts'

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')

test('every variable has its place in the table, and the table names no other', () => {
  const rows = readme.slice(readme.indexOf('\n## Variables')).matchAll(/^\| (`[A-Z<].*?) \|/gm)
  const listed = [...rows]
    .flatMap(([, names = '']) => [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
    .flatMap((name) =>
      name.startsWith('<SUBGRAPH>')
        ? SUBGRAPHS.map((subgraph) => name.replace('<SUBGRAPH>', subgraph.toUpperCase()))
        : [name],
    )
  expect(listed.toSorted()).toEqual(Object.keys(variables.shape).toSorted())
})

test('the commands that it gives are there', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }
  const named = [...readme.matchAll(/npm run ([a-z:-]+)/g)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test('its example of a question file is one', () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? []
  expect(readQuestionFile(example)).toMatchObject({
    rows: [{ row: 1 }, { row: 2 }, { row: 3 }],
    refusals: [],
  })
})
