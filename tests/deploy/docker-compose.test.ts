import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

type Service = {
  image?: string
  build?: { dockerfile: string }
  command?: string[]
  environment?: Record<string, string>
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { test: string[] }
  deploy?: { resources: { limits: { cpus: string; memory: string } } }
  restart?: string
  ports?: string[]
  networks?: string[]
  volumes?: string[]
}

const root = join(import.meta.dirname, '..', '..')
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8')
const file = parse(text, { merge: true }) as {
  services: Record<string, Service>
  volumes: Record<string, unknown>
  networks: Record<string, { internal?: boolean } | null>
}
const services = Object.entries(file.services)
const ours = services.filter(([, service]) => service.build)

test('the gateway, the six subgraphs and what they stand on are there', () => {
  expect(services.map(([name]) => name).sort()).toEqual([
    ...['agent', 'analytics', 'assessment', 'catalog', 'files', 'gateway', 'mail', 'nats', 'notification'],
    ...['postgres', 'redis', 'users', 'weaviate'],
  ])
})

test.each(services)(
  '%s has an image, a health check, limits and comes back after a failure',
  (_name, service) => {
    expect(service.image).toMatch(service.build ? /^simpul$/ : /:v?\d|:RELEASE/)
    expect(service.healthcheck?.test[0]).toMatch(/^CMD(-SHELL)?$/)
    for (const word of service.healthcheck?.test ?? []) expect(typeof word).toBe('string')
    expect(Number(service.deploy?.resources.limits.cpus)).toBeGreaterThan(0)
    expect(service.deploy?.resources.limits.memory).toMatch(/^\d+[MG]$/)
    expect(service.restart).toBe('unless-stopped')
  },
)

test('what is referred to exists: services that are waited for, networks, volumes, programs', () => {
  for (const [, service] of services) {
    for (const [needed, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(Object.keys(file.services)).toContain(needed)
      expect(condition).toBe('service_healthy')
    }
    for (const network of service.networks ?? []) expect(Object.keys(file.networks)).toContain(network)
    for (const volume of service.volumes ?? []) {
      expect(Object.keys(file.volumes)).toContain(volume.split(':')[0])
    }
  }
  for (const [name, service] of ours) {
    expect(existsSync(join(root, service.build?.dockerfile ?? ''))).toBe(true)
    expect([name, service.command?.at(-1), existsSync(join(root, service.command?.at(-1) ?? ''))]).toEqual([
      name,
      name === 'gateway' ? 'gateway/main.ts' : `subgraphs/${name}/main.ts`,
      true,
    ])
  }
})

test('only the gateway is published, and on this machine alone unless told otherwise', () => {
  expect(services.filter(([, service]) => service.ports).map(([name]) => name)).toEqual(['gateway'])
  expect(file.services['gateway']?.ports).toEqual(['${BIND:-127.0.0.1}:${PORT:-4000}:4000'])
  expect(file.networks['inside']).toEqual({ internal: true })
})

test('no secret stands in the file: without those that npm run secrets writes, nothing starts', () => {
  for (const [name, service] of services) {
    for (const [variable, value] of Object.entries(service.environment ?? {})) {
      if (!/PASSWORD|SECRET|TOKEN|AUTH|_USER$/.test(variable) || /ANONYMOUS|POSTGRES_USER/.test(variable))
        continue
      expect(`${name} ${variable} ${value}`).toMatch(/\$\{[A-Z0-9_]+:\?run npm run secrets\}$/)
    }
    for (const value of Object.values(service.environment ?? {})) {
      expect(value).not.toMatch(/:\/\/[^/$]*:[^/$]+@/)
    }
  }
})

test('the containers are given only variables that the configuration knows', () => {
  const known = new Set(
    [...readFileSync(join(root, 'kit/config.ts'), 'utf8').matchAll(/^ {2}([A-Z0-9_]+): /gm)].map(
      ([, name]) => name,
    ),
  )
  for (const [, service] of ours) {
    for (const variable of Object.keys(service.environment ?? {})) expect([...known]).toContain(variable)
  }
})
