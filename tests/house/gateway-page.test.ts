import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { variables } from '../../kit/config.ts'
import { DEFAULT_LIMITS } from '../../gateway/operation/limits.ts'
import { createMetrics } from '../../gateway/metrics.ts'
import { GUARD_DEFAULTS } from '../../gateway/reach/guard.ts'
import { ROOT, sourceFiles } from './files.ts'

const FILE = 'docs/gateway.md'
const page = readFileSync(join(ROOT, FILE), 'utf8')

/** What stands under a heading, up to the next one. */
function section(heading: string): string {
  const start = page.indexOf(`\n${heading}\n`)
  expect(start).toBeGreaterThan(0)
  const body = page.slice(start + heading.length + 2)
  const end = body.search(/\n##? /)
  return end === -1 ? body : body.slice(0, end)
}

const firstCells = (text: string) => [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, cell = '']) => cell)

test('every code of the gateway has its row, and no row names another', () => {
  const [, union = ''] =
    /export type GatewayErrorCode =([\s\S]*?)\n\n/.exec(
      readFileSync(join(ROOT, 'gateway/errors.ts'), 'utf8'),
    ) ?? []
  const codes = [...union.matchAll(/'([A-Z_]+)'/g)].map(([, code = '']) => code)
  expect(codes.length).toBeGreaterThan(20)
  expect(firstCells(section('## Codes')).toSorted()).toEqual([...new Set(codes)].toSorted())
})

test('every room has its row', () => {
  const rooms = sourceFiles('gateway').flatMap((file) => /^gateway\/([^/]+\/)/.exec(file)?.[1] ?? [])
  expect(firstCells(section('## The rooms')).toSorted()).toEqual([...new Set(rooms)].toSorted())
})

test('every correction of the planner is told', () => {
  const corrections = readdirSync(join(ROOT, 'gateway/plan/corrections'))
  expect(corrections.filter((file) => !section('### Corrected').includes(`corrections/${file})`))).toEqual([])
})

test('every metric is named, and no other', async () => {
  const metrics = (await createMetrics({ process: false }).registry.getMetricsAsJSON()).map(
    ({ name }) => name,
  )
  const named = [...page.matchAll(/`(gateway_[a-z_]+)`/g)].map(([, name = '']) => name)
  expect([...new Set(named)].toSorted()).toEqual(metrics.toSorted())
})

test('its limits are those that hold', () => {
  const limits = section('## Limits').replaceAll(',', '')
  for (const [name, limit] of Object.entries(DEFAULT_LIMITS)) {
    expect([name, new RegExp(`[ |]${limit}[ ;]`).test(limits)]).toEqual([name, true])
  }
  const failing = section('## When a subgraph fails').replaceAll(',', '')
  const { atOnce, waiting, retries } = GUARD_DEFAULTS
  for (const value of [atOnce, waiting, retries.attempts, retries.firstDelayMs, retries.atOnce]) {
    expect([value, new RegExp(`[ |(]${value}[ ;.]`).test(failing)]).toEqual([value, true])
  }
})

test('what it links to, and what it has one run, is there', () => {
  const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link)
  expect(links.length).toBeGreaterThan(8)
  expect(links.filter((link) => !existsSync(join(ROOT, dirname(FILE), link)))).toEqual([])
  const anchors = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor)
  const headings = [...page.matchAll(/^##+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-'),
  )
  expect(anchors.filter((anchor) => !headings.includes(anchor))).toEqual([])
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }
  const named = [...page.matchAll(/npm run ([a-z:-]+)/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
  const settings = [...page.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name = '']) => name)
  const known = new Set([
    ...Object.keys(variables.shape),
    ...firstCells(section('## Codes')),
    'ADMIN',
    'SIGHUP',
    'FORBIDDEN',
    'POST',
  ])
  expect(settings.filter((name) => !known.has(name))).toEqual([])
})
