import { createRequire } from 'node:module'
import type * as Middleware from 'graphql-middleware'
import type * as Shield from 'graphql-shield'
import type { Logger } from './log.ts'
import { maskError } from './mask-error.ts'

// graphql-shield's ES build does not load on Node 23 and later: it imports `isUndefined` from `util`, which is gone
// (https://github.com/maticzav/graphql-shield/issues/1561). Its CommonJS build loads, and calls it only in `chain` and
// `race`, which are therefore left out here. graphql-middleware must come from the same side, so that its classes are one.
const require = createRequire(import.meta.url)

const { rule: shieldRule, ...rest } = require('graphql-shield') as typeof Shield
export const { allow, and, deny, or, shield } = rest
export const { applyMiddleware } = require('graphql-middleware') as typeof Middleware
export type { IRules } from 'graphql-shield'

type Judge = Parameters<ReturnType<typeof Shield.rule>>[0]

/**
 * A rule, as graphql-shield makes it, but that one which fails says so. graphql-shield takes a failure for a no: a student
 * whose database is away for a moment would be told that the exam is another's, and not try again.
 */
export function rule(name: string, options: { cache: 'no_cache' | 'contextual' }) {
  return (judge: Judge) =>
    shieldRule(
      name,
      options,
    )(async (parent, args, context: { log: Logger }, info) => {
      try {
        return await judge(parent, args, context, info)
      } catch (error) {
        return maskError(error, `the rule ${name}`, context.log)
      }
    })
}
