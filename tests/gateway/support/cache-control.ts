/** What a subgraph's schema needs for `@cacheControl` to reach the supergraph. */
export const CACHE_CONTROL = `
  extend schema
    @link(url: "https://example.org/cacheControl/v1.0", import: ["@cacheControl"])
    @federation__composeDirective(name: "@cacheControl")
  directive @cacheControl(maxAge: Int, scope: cacheControl__Scope, inheritMaxAge: Boolean)
    on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  enum cacheControl__Scope { PUBLIC PRIVATE }
`
