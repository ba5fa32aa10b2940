import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SCRIPT = join(import.meta.dirname, '../../scripts/plan.ts')
const folder = mkdtempSync(join(tmpdir(), 'plan-'))
afterAll(() => rmSync(folder, { recursive: true }))

const files = {
  'home.graphql': 'query Home { me { name unreadNotificationCount } }',
  'two.graphql': 'query First { me { name } }\nquery Second { me { id } }',
  'wrong.graphql': 'query {\n  me { nam }\n  you\n}',
  'broken.graphql': 'query {',
  'parts.graphql': `{ me { name ... @defer(label: "count") { unreadNotificationCount } ... @defer { id } } }`,
  'live.graphql': 'subscription ($on: Boolean!) { notificationReceived @include(if: $on) { title } }',
}
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)

function plan(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, out: stdout, err: stderr.trim() }
}

/** Runs that end with exit code 1, nothing on standard output, and the reason. */
function failureOf(...args: string[]): string {
  const { status, out, err } = plan(...args)
  expect([status, out]).toEqual([1, ''])
  return err
}

test('prints the plan of Simpul’s own graph, and draws it', () => {
  const { status, out, err } = plan('home.graphql', '--svg', 'home.svg')
  expect([status, err]).toEqual([0, 'The picture is in home.svg.'])
  expect(out).toBe(`query Home
2 fetches from 2 subgraphs, at most 2 one after another.

└─ one after another
   ├─ 1. users
   │     query Home__users__0 {
   │       me {
   │         __typename
   │         id
   │         name
   │       }
   │     }
   │
   └─ 2. notification, at me
         given User { __typename id }
         query Home__notification__1($representations: [_Any!]!) {
           _entities(representations: $representations) {
             ... on User {
               unreadNotificationCount
             }
           }
         }
`)
  expect(readFileSync(join(folder, 'home.svg'), 'utf8')).toMatch(/^<svg [\s\S]*<\/svg>\n$/)
})

test('tells what comes first, and what later', () => {
  const { out } = plan('parts.graphql', '--svg', 'parts.svg')
  expect(out).toBe(`query
2 fetches from 2 subgraphs, at most 2 one after another.

├─ comes first
│  └─ 1. users
│        {
│          me {
│            __typename
│            name
│            id
│          }
│        }
│
├─ comes later, with nothing more to ask
│
└─ comes later (count), after 1
   └─ 2. notification, at me
         given User { __typename id }
         query ($representations: [_Any!]!) {
           _entities(representations: $representations) {
             ... on User {
               unreadNotificationCount
             }
           }
         }
`)
  expect(readFileSync(join(folder, 'parts.svg'), 'utf8')).toContain('>the answer, in parts</text>')
})

test('gives it to programs as JSON, for the operation that is chosen', () => {
  const { status, out } = plan('two.graphql', '--operation', 'Second', '--json')
  expect(status).toBe(0)
  expect(JSON.parse(out)).toEqual({
    operation: { type: 'query', name: 'Second' },
    fetches: 1,
    requests: 1,
    depth: 1,
    subgraphs: ['users'],
    parts: [
      {
        kind: 'fetch',
        number: 1,
        subgraph: 'users',
        variables: [],
        operation: 'query Second__users__0 {\n  me {\n    id\n  }\n}',
        asks: 'me {\n  id\n}',
      },
    ],
    introspection: false,
  })
})

test('says what is wrong with an operation, all of it, and where', () => {
  expect(failureOf('none.graphql')).toBe('The operation none.graphql cannot be read: ENOENT.')
  expect(failureOf('broken.graphql')).toBe('broken.graphql:1:8: Syntax Error: Expected Name, found <EOF>.')
  expect(failureOf('wrong.graphql').split('\n')).toEqual([
    'wrong.graphql:2:8: Cannot query field "nam" on type "User". Did you mean "name"?',
    'wrong.graphql:3:3: Cannot query field "you" on type "Query".',
  ])
  expect(failureOf('two.graphql')).toBe(
    'two.graphql: Must provide operation name if query contains multiple operations. Choose one with --operation: First, Second.',
  )
  expect(failureOf('two.graphql', '--operation', 'Third')).toBe(
    'two.graphql: Unknown operation named "Third". Choose one with --operation: First, Second.',
  )
})

test('asks for the variables that a plan depends on, and takes no others', () => {
  expect(failureOf('live.graphql')).toBe('The plan depends on $on: give --variables.')
  expect(failureOf('live.graphql', '--variables', '{"on":1}')).toBe(
    'live.graphql:1:15: Variable "$on" got invalid value 1; Boolean cannot represent a non boolean value: 1',
  )
  expect(failureOf('live.graphql', '--variables', 'on')).toBe(
    '--variables must be a JSON object, such as \'{"id": "1"}\'.',
  )
  expect(plan('live.graphql', '--variables', '{"on":true}').out).toContain('1. subscribes: notification')
})

test('says what is wrong with its flags', () => {
  expect(failureOf()).toMatch(/^Usage: npm run plan -- FILE\.graphql /)
  expect(failureOf('home.graphql', '--pdf')).toMatch(/^Unknown option '--pdf'.*\nUsage: /)
  expect(failureOf('home.graphql', '--override', 'percent(5)')).toBe(
    'The supergraph has no @override with the label percent(5).',
  )
  expect(failureOf('home.graphql', '--supergraph', 'home.graphql')).toMatch(
    /^The supergraph cannot be served: /,
  )
  expect(failureOf('home.graphql', '--svg', 'nowhere/home.svg')).toBe(
    'The picture nowhere/home.svg cannot be written: ENOENT.',
  )
})
