import { SDL } from './ticks.ts'

/** The one subgraph of the bench. Its ticks are the same for all who come, so they may share them. */
export const SUBGRAPH = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag"])
  ${SDL.replace('): Tick!', '): Tick! @tag(name: "broadcast")')}
`
