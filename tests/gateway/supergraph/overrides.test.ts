import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Viewer } from '../../../kit/identity.ts'
import { decideOverrides } from '../../../gateway/supergraph/decide-overrides.ts'
import {
  followOverrideLabels,
  readOverrideLabels,
} from '../../../gateway/supergraph/follow-override-labels.ts'
import { type OverrideLabels, parseOverrideLabels } from '../../../gateway/supergraph/override-labels.ts'
import { createPart } from '../support/bookshop.ts'
import { type Callers, createCallers } from '../support/callers.ts'
import { openDoor, silent, until } from '../support/door.ts'

const viewer = (userId: string, ...roles: Viewer['roles']): Viewer => ({
  userId,
  roles,
  locale: 'id',
  sessionId: 's',
})
const people = Array.from({ length: 2_000 }, (_, n) => viewer(`person-${n}`, 'STUDENT'))

function isOn(label: string, who: Viewer | null, given: OverrideLabels = {}, traceId = 't'): boolean {
  return decideOverrides([label], { viewer: who, traceId }, given).get(label) === true
}

describe('who is served by the subgraph that takes over', () => {
  test('a share of people, always the same ones, and the more the larger the share', () => {
    const moved = (percent: number) => people.filter((who) => isOn(`percent(${percent})`, who))
    expect(moved(20).length).toBeGreaterThan(340)
    expect(moved(20).length).toBeLessThan(460)
    expect(moved(5).every((who) => moved(20).includes(who))).toBe(true)
    expect(moved(0)).toEqual([])
    expect(moved(100)).toEqual(people)
  })

  test('of who has not signed in, a share of requests', () => {
    const requests = Array.from({ length: 1_000 }, (_, n) => isOn('percent(50)', null, {}, `trace-${n}`))
    expect(requests.filter(Boolean).length).toBeGreaterThan(400)
    expect(requests.filter(Boolean).length).toBeLessThan(600)
  })

  test('for a label of a name: who is named, who has a role, and a share', () => {
    const given: OverrideLabels = { beta: { percent: 20, roles: ['ADMIN'], users: ['u7'] }, empty: {} }
    expect(people.filter((who) => isOn('beta', who, given))).toEqual(
      people.filter((who) => isOn('percent(20)', who)),
    )
    const late = people.find((who) => !isOn('percent(20)', who))
    expect(isOn('beta', viewer('u7'), given)).toBe(true)
    expect(isOn('beta', viewer(late?.userId ?? '', 'TUTOR', 'ADMIN'), given)).toBe(true)
    expect(isOn('beta', viewer(late?.userId ?? '', 'TUTOR'), given)).toBe(false)
    expect(isOn('empty', viewer('u7', 'ADMIN'), given)).toBe(false)
    expect(isOn('unknown', viewer('u7', 'ADMIN'), given)).toBe(false)
    expect(isOn('constructor', viewer('u7', 'ADMIN'), given)).toBe(false)
  })

  test('a percentage may be given another meaning', () => {
    expect(isOn('percent(0)', viewer('u7'), { 'percent(0)': { percent: 100 } })).toBe(true)
    expect(isOn('percent(100)', viewer('u7'), { 'percent(100)': {} })).toBe(false)
  })
})

describe('a field moves from one subgraph to another, in steps', () => {
  let callers: Callers
  beforeAll(async () => {
    callers = await createCallers()
  })

  const legacy = [
    [
      'of Federation 1',
      'type Query { user: User } type User @key(fields: "id") { id: ID!  badge: String  name: String }',
    ],
    [
      'of Federation 1 that extends',
      'extend type Query { user: User } type User @key(fields: "id") { id: ID!  badge: String  name: String }',
    ],
    ['of Federation 2', undefined],
  ] as const

  test.each(legacy)('from one %s', async (_, sdl) => {
    const asked: string[] = []
    const answer = (name: string) => (user: { id: string }) => {
      asked.push(name)
      return `${name} ${user.id}`
    }
    const resolvers = {
      Query: { user: () => ({ id: '1', name: 'Siti' }) },
      User: { __resolveReference: (user: object) => ({ ...user, name: 'Siti' }), badge: answer('old') },
    }
    const door = await openDoor(
      [
        sdl === undefined
          ? createPart({ name: 'old', sdl: legacy[0][1], resolvers })
          : createPart({ name: 'old', link: '', sdl, resolvers }),
        createPart({
          name: 'new',
          sdl: `
            type Query { newest: User }
            type User @key(fields: "id") { id: ID!  badge: String @override(from: "old", label: "badges") }`,
          resolvers: { Query: { newest: () => ({ id: '2' }) }, User: { badge: answer('new') } },
        }),
      ],
      'over HTTP',
      { ...callers.options, overrideLabels: { badges: { percent: 0 } } },
    )
    const early = people.find((who) => isOn('percent(20)', who))?.userId ?? ''
    const late = people.find((who) => !isOn('percent(20)', who))?.userId ?? ''
    async function badge(id: string, roles = ['STUDENT']) {
      const query = '{ user { name badge } newest { id badge } }'
      const { body } = await door.ask(query, {}, await callers.headers({ id, roles }))
      expect(body.errors).toBeUndefined()
      expect(body.data?.user).toMatchObject({ name: 'Siti' })
      return [body.data?.user, body.data?.newest].map((user) => (user as { badge: string }).badge)
    }
    try {
      expect([await badge(early), await badge(late)]).toEqual([
        ['old 1', 'old 2'],
        ['old 1', 'old 2'],
      ])
      door.gateway.setOverrideLabels({ badges: { percent: 20 } })
      expect([await badge(early), await badge(late), await badge(early)]).toEqual([
        ['new 1', 'new 2'],
        ['old 1', 'old 2'],
        ['new 1', 'new 2'],
      ])
      door.gateway.setOverrideLabels({ badges: { percent: 20, roles: ['ADMIN'] } })
      expect([await badge(late), await badge(late, ['ADMIN'])]).toEqual([
        ['old 1', 'old 2'],
        ['new 1', 'new 2'],
      ])
      door.gateway.setOverrideLabels({ badges: { percent: 100 } })
      asked.length = 0
      expect([await badge(early), await badge(late)]).toEqual([
        ['new 1', 'new 2'],
        ['new 1', 'new 2'],
      ])
      expect(asked).not.toContain('old')
    } finally {
      await door.stop()
    }
  })

  test('a root field, from a subgraph that knows nothing of federation', async () => {
    const door = await openDoor(
      [
        createPart({
          name: 'plain',
          link: '',
          sdl: 'type Query { rate: Int  other: Int }',
          resolvers: { Query: { rate: () => 1, other: () => 5 } },
        }),
        createPart({
          name: 'new',
          sdl: 'type Query { rate: Int @override(from: "plain", label: "percent(100)") }',
          resolvers: { Query: { rate: () => 2 } },
        }),
      ],
      'in process',
      { overrideLabels: { 'percent(100)': { percent: 0 } } },
    )
    try {
      expect((await door.ask('{ rate other }')).body).toEqual({ data: { rate: 1, other: 5 } })
      door.gateway.setOverrideLabels({})
      expect((await door.ask('{ rate other }')).body).toEqual({ data: { rate: 2, other: 5 } })
    } finally {
      await door.stop()
    }
  })
})

describe('labels in a file', () => {
  test.each([
    ['{', 'The override labels are not JSON.'],
    ['[]', /^The override labels are not as they must be. all of it: /],
    ['{"a": {"percent": 101}}', /a\.percent: /],
    ['{"a": {"roles": ["KING"]}}', /a\.roles\.0: /],
    ['{"a": {"everyone": true}}', /a: Unrecognized key: "everyone"/],
  ])('%s is refused, with the reason', (text, reason) => {
    expect(() => parseOverrideLabels(text)).toThrow(reason)
  })

  test('are read again when the file changes; what cannot be read changes nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'labels-'))
    const file = join(folder, 'labels.json')
    await expect(readOverrideLabels(file)).rejects.toThrow(
      `The override labels in ${file} cannot be read: ENOENT.`,
    )
    await writeFile(file, '{"a": {"percent": 1}}')
    expect(await readOverrideLabels(file)).toEqual({ a: { percent: 1 } })
    const given: OverrideLabels[] = []
    const refused: string[] = []
    const log = silent.child({})
    log.error = ((about: { reason: string }) => refused.push(about.reason)) as never
    const following = followOverrideLabels({
      file,
      gateway: { setOverrideLabels: (labels) => given.push(labels) },
      log,
    })
    try {
      await until(() => given.length === 1)
      await writeFile(file, '{"a": {"percent": 200}}')
      await until(() => refused.length === 1)
      await writeFile(`${file}.new`, '{"a": {"percent": 2}}')
      await rename(`${file}.new`, file)
      await until(() => given.length === 2)
      expect(given).toEqual([{ a: { percent: 1 } }, { a: { percent: 2 } }])
    } finally {
      await following.stop()
      await rm(folder, { recursive: true })
    }
  })
})
