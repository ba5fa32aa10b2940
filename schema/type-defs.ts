import { readFileSync } from 'node:fs'

/** The SDL of a subgraph: what all of them share, and then its own. */
export function readTypeDefs(subgraph: string): string {
  return ['shared', subgraph]
    .map((name) => readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8'))
    .join('\n')
}
