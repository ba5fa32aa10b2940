import { createRequire } from 'node:module'
import type * as Middleware from 'graphql-middleware'
import type * as Shield from 'graphql-shield'

// graphql-shield's ES build does not load on Node 23 and later: it imports `isUndefined` from `util`, which is gone
// (https://github.com/maticzav/graphql-shield/issues/1561). Its CommonJS build loads, and calls it only in `chain` and
// `race`, which are therefore left out here. graphql-middleware must come from the same side, so that its classes are one.
const require = createRequire(import.meta.url)

export const { allow, and, deny, not, or, rule, shield } = require('graphql-shield') as typeof Shield
export const { applyMiddleware } = require('graphql-middleware') as typeof Middleware
export type { IRules } from 'graphql-shield'
