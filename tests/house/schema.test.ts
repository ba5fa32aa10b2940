import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DocumentNode, Kind, parse, visit } from 'graphql'
import { ROOT, SUBGRAPHS } from './files.ts'

const ROOTS = ['Query', 'Mutation', 'Subscription']

test('the supergraph and the clients’ API are composed from what stands in schema/, without a silent drop', () => {
  expect(run('scripts/compose.ts', '--check')).toContain('up to date')
})

test('the resolver types are generated from what stands in schema/', () => {
  expect(() =>
    run('node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.yml', '--check'),
  ).not.toThrow()
})

/** Each part of the supergraph with the room that holds its policy; the gateway serves one itself. */
const PARTS = [
  ...SUBGRAPHS.map((name) => [name, `subgraphs/${name}`] as const),
  ['gateway', 'gateway/persisted'] as const,
]

describe.each(PARTS)('%s', (name, room) => {
  const sdl = parse(readFileSync(join(ROOT, `schema/${name}.graphql`), 'utf8'))

  test('every element of its schema is described', () => {
    expect(undescribed(sdl)).toEqual([])
  })

  test('every root field and every object type has a rule in its policy', async () => {
    const { policy } = (await import(`../../${room}/policy.ts`)) as {
      policy: Record<string, Record<string, unknown> | undefined>
    }
    const withoutRule: string[] = []
    for (const definition of sdl.definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION)
        continue
      const type = definition.name.value
      const rules = policy[type]
      const isRule = rules !== undefined && !isFieldMap(rules)
      if (isRule && !ROOTS.includes(type)) continue
      for (const field of definition.fields ?? []) {
        if (!rules || isRule || (!(field.name.value in rules) && !('*' in rules && !ROOTS.includes(type)))) {
          withoutRule.push(`${type}.${field.name.value}`)
        }
      }
    }
    expect(withoutRule).toEqual([])
  })

  test('its policy names nothing that the schema does not have', async () => {
    const { policy } = (await import(`../../${room}/policy.ts`)) as {
      policy: Record<string, object>
    }
    const shared = parse(readFileSync(join(ROOT, 'schema/shared.graphql'), 'utf8'))
    const known = new Set(
      [...sdl.definitions, ...shared.definitions].flatMap((definition) =>
        definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION
          ? [definition.name.value]
          : [],
      ),
    )
    expect(Object.keys(policy).filter((type) => !known.has(type))).toEqual([])
  })
})

/** graphql-shield's rules are objects of classes; a map of fields is a plain one. */
function isFieldMap(rules: object): boolean {
  return Object.getPrototypeOf(rules) === Object.prototype
}

function undescribed(document: DocumentNode): string[] {
  const missing: string[] = []
  const path: string[] = []
  const check = {
    enter(node: { name: { value: string }; description?: unknown }) {
      path.push(node.name.value)
      if (!node.description && !ROOTS.includes(path.join('.'))) missing.push(path.join('.'))
    },
    leave() {
      path.pop()
    },
  }
  const extension = {
    enter(node: { name: { value: string } }) {
      path.push(node.name.value)
    },
    leave() {
      path.pop()
    },
  }
  visit(document, {
    ObjectTypeDefinition: check,
    ObjectTypeExtension: extension,
    InterfaceTypeDefinition: check,
    UnionTypeDefinition: check,
    EnumTypeDefinition: check,
    EnumValueDefinition: check,
    InputObjectTypeDefinition: check,
    InputValueDefinition: check,
    FieldDefinition: check,
    ScalarTypeDefinition: check,
  })
  return missing
}

function run(script: string, ...args: string[]): string {
  return execFileSync('node', [script, ...args], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' })
}
