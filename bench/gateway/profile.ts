import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { BodyName } from './bodies.ts'
import { ROOT } from './contestants.ts'
import { measure } from './measure.ts'
import type { Stage } from './stage.ts'

type Profile = {
  nodes: {
    id: number
    callFrame: { functionName: string; url: string; lineNumber: number }
    children?: number[]
  }[]
  samples: number[]
  timeDeltas: number[]
}

const SHOWN = 30
const WARMUP_MS = 3_000

/** Where ours spends its time under a load: functions by their own time, files by that of all they call. */
export async function profileOurs(
  stage: Stage,
  body: BodyName,
  { seconds, connections }: { seconds: number; connections: number },
): Promise<string[]> {
  const file = join(stage.folder, `${body}.cpuprofile`)
  const gateway = await stage.startGateway('ours', {
    nodeFlags: ['--import', join(import.meta.dirname, 'profiler.ts')],
    env: { BENCH_PROFILE: file },
  })
  const order = { body, connections, warmupMs: 0 }
  await measure(stage, gateway, { ...order, measureMs: WARMUP_MS })
  gateway.process.child.kill('SIGUSR2')
  const measured = await measure(stage, gateway, { ...order, measureMs: seconds * 1000 })
  gateway.process.child.kill('SIGUSR2')
  while (!existsSync(file)) await wait(50)
  await gateway.process.stop()
  return [
    '',
    `${body}: ${measured.perSecond.toFixed(0)} a second under the profiler, ${measured.errors} errors`,
    ...summarise(JSON.parse(readFileSync(file, 'utf8')) as Profile),
  ]
}

function summarise({ nodes, samples, timeDeltas }: Profile): string[] {
  const own = new Map<number, number>()
  samples.forEach((id, index) => own.set(id, (own.get(id) ?? 0) + (timeDeltas[index] ?? 0)))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const functions = new Map<string, number>()
  const owners = new Map<string, number>()
  const files = new Map<string, number>()
  let busy = 0

  const visit = (id: number, owner: string, above: ReadonlySet<string>): void => {
    const node = byId.get(id)
    if (!node || node.callFrame.functionName === '(idle)' || node.callFrame.url === 'node:inspector') return
    const { functionName, url, lineNumber } = node.callFrame
    const place = placeOf(url)
    const time = own.get(id) ?? 0
    const isNodes = place === '' || place.startsWith('node:') || place.startsWith('wasm:')
    const ownedBy = isNodes ? owner : place
    // Each file counts once for a stack, however often it stands in it.
    const within = isNodes || above.has(place) ? above : new Set([...above, place])
    const name = `${functionName || '(anonymous)'} ${place === '' ? '' : `${place}:${lineNumber + 1}`}`
    busy += time
    add(functions, name, time)
    add(owners, functionName === '(garbage collector)' ? functionName : ownedBy, time)
    for (const each of within) add(files, each, time)
    for (const child of node.children ?? []) visit(child, ownedBy, within)
  }
  const [root] = nodes
  if (root) visit(root.id, '(nobody: sockets, timers, promises)', new Set())

  const shares = (times: Map<string, number>) =>
    [...times]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, SHOWN)
      .map(([name, time]) => `${((100 * time) / busy).toFixed(1).padStart(6)} %  ${name}`)
  return [
    'functions, their own time',
    ...shares(functions),
    'files and packages, with what Node does for them',
    ...shares(owners),
    'files and packages, with all that they call',
    ...shares(files),
  ]
}

function add(times: Map<string, number>, name: string, time: number): void {
  times.set(name, (times.get(name) ?? 0) + time)
}

/** A file of ours by its path, a package by its name, Node's own by its module. */
function placeOf(url: string): string {
  const [, inPackage] = /\/node_modules\/(?!.*\/node_modules\/)((?:@[^/]+\/)?[^/]+)/.exec(url) ?? []
  return inPackage ?? url.replace('file://', '').replace(`${ROOT}/`, '')
}
