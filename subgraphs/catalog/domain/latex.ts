/**
 * Whether the dollar signs that open and close LaTeX come in pairs. A dollar sign that is meant is written `\$`, inside
 * LaTeX as well: `costs $\$ 6.50$` is balanced, `costs $5` is not.
 */
export function hasBalancedDollars(text: string): boolean {
  const delimiters = text.replace(/\\[^]/g, '').match(/\$/g) ?? []
  return delimiters.length % 2 === 0
}
