import type { DescribedFetch, DescribedLater, DescribedNode, PlanDescription } from './describe-plan.ts'

/** A plan for someone who reads it: what is asked of which subgraph, in which order, and how often at most. */
export function planText(plan: PlanDescription): string {
  const { operation, subscribes, parts, later, introspection } = plan
  const title = [operation.type, operation.name].filter(Boolean).join(' ')
  const branches: Branch[] = [
    ...(subscribes ? [fetchBranch(subscribes, 'subscribes: ')] : []),
    ...parts.map((part, index) => {
      const branch = nodeBranch(part)
      if (subscribes) return under('for each event', branch)
      if (later) return under('comes first', branch)
      return parts.length > 1 ? under(`part ${index + 1} of ${parts.length}`, branch) : branch
    }),
    ...(later ?? []).map(laterBranch),
    ...(introspection
      ? [{ lines: ['the gateway itself answers what is asked about the schema'], branches: [] }]
      : []),
  ]
  const tree = branches.length > 0 ? ['', ...draw(branches)] : []
  return [title, summary(plan), ...tree, ''].join('\n')
}

/** How much a plan costs, in one line. */
export function summary({ fetches, requests, depth, subgraphs, parts }: PlanDescription): string {
  if (fetches === 0) return 'No subgraph is asked.'
  const joined = requests < fetches ? ` in ${count(requests, 'request', 'requests')}` : ''
  const asked = `${count(fetches, 'fetch', 'fetches')}${joined} from ${count(subgraphs.length, 'subgraph', 'subgraphs')}`
  const order =
    fetches === 1 ? '' : depth === 1 ? ', all at the same time' : `, at most ${depth} one after another`
  const split =
    parts.length > 1 ? ` Split in ${parts.length}: one plan would mix what its fields ask for.` : ''
  return `${asked}${order}.${split}`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

/** A thing in the tree: its lines, and what hangs below it. */
type Branch = { lines: readonly string[]; branches: readonly Branch[] }

function nodeBranch(node: DescribedNode): Branch {
  switch (node.kind) {
    case 'fetch':
      return fetchBranch(node)
    case 'sequence':
      return { lines: ['one after another'], branches: node.nodes.map(nodeBranch) }
    case 'parallel':
      return { lines: ['at the same time'], branches: node.nodes.map(nodeBranch) }
    case 'condition':
      return {
        lines: [`depending on $${node.variable}`],
        branches: [
          ...(node.then ? [under('if true', nodeBranch(node.then))] : []),
          ...(node.otherwise ? [under('if false', nodeBranch(node.otherwise))] : []),
        ],
      }
  }
}

function fetchBranch(fetch: DescribedFetch, does = ''): Branch {
  return {
    lines: [
      `${fetch.number}. ${does}${fetch.subgraph}${fetch.at ? `, at ${fetch.at}` : ''}`,
      ...(fetch.with ? [`   ${together(fetch.with)}`] : []),
      ...(fetch.needs ? [`   given ${fetch.needs}`] : []),
      ...(fetch.takes ?? []).map((source) => `   taking ${source}`),
      ...fetch.operation.split('\n').map((line) => `   ${line}`),
    ],
    branches: [],
  }
}

function laterBranch(later: DescribedLater): Branch {
  return {
    lines: [laterWords(later)],
    branches: [...(later.node ? [nodeBranch(later.node)] : []), ...later.later.map(laterBranch)],
  }
}

/** When something comes that may come later. */
export function laterWords({ label, after, node }: DescribedLater): string {
  const name = label === undefined ? '' : ` (${label})`
  const when = after.length > 0 ? `, after ${after.join(' and ')}` : ''
  return `comes later${name}${when}${node ? '' : ', with nothing more to ask'}`
}

/** That some go as one. */
export function together(numbers: readonly number[]): string {
  return `in one request with ${numbers.join(', ')}`
}

function under(label: string, branch: Branch): Branch {
  return { lines: [label], branches: [branch] }
}

function draw(branches: readonly Branch[]): string[] {
  return branches.flatMap(({ lines, branches: below }, index) => {
    const last = index === branches.length - 1
    const [first = '', ...others] = lines
    return [
      `${last ? '└─' : '├─'} ${first}`,
      ...[...others, ...draw(below)].map((line) => `${last ? '   ' : '│  '}${line}`.trimEnd()),
      ...(last ? [] : ['│']),
    ]
  })
}
