import { readFile } from 'node:fs/promises'
import type { CatalogSubgraph } from '../subgraphs/catalog/subgraph.ts'
import type { UsersSubgraph } from '../subgraphs/users/subgraph.ts'
import { DEMO_PASSWORD, demoAccounts } from './accounts.ts'

/** Opens the demo accounts and publishes the demo questions and exams, those that are not there yet. */
export async function seedDemo(subgraphs: { users: UsersSubgraph; catalog: CatalogSubgraph }): Promise<void> {
  const [files, exams] = await Promise.all([
    Promise.all(['utbk.json', 'sat.json'].map(async (name) => ({ name, text: await contentOf(name) }))),
    contentOf('exams.json').then(JSON.parse),
  ])
  await Promise.all([
    subgraphs.users.ensureUsers(
      demoAccounts.map(({ roles, ...account }) => ({
        ...account,
        roles: [...roles],
        password: DEMO_PASSWORD,
      })),
    ),
    subgraphs.catalog.ensureContent({ files, exams }),
  ])
}

function contentOf(file: string): Promise<string> {
  return readFile(new URL(`content/${file}`, import.meta.url), 'utf8')
}
