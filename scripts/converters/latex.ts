/**
 * LaTeX between `\[` and `\]` as LaTeX between dollar signs. Where the delimiters were written with two backslashes,
 * as text that was escaped twice has them, so were all others, and each pair of them becomes one.
 */
export function withDollars(text: string): string {
  const single = text.includes('\\\\[') || text.includes('\\\\(') ? text.replaceAll('\\\\', '\\') : text
  return single.replace(/\\\[|\\\]/g, '$$$$').replace(/\\\(|\\\)/g, '$$')
}

/** Lines that were joined with full stops, told apart again where LaTeX shows that a line ended there. */
export function withLines(text: string): string {
  return text
    .replace(/(\$\$|\\\\|\\hline|\\(?:begin|end)\{\w+\}(?:\{[^}]*\})?)\.(?=\S)/g, '$1\n')
    .replace(/\.(?=\\(?:begin|end)\{|\$\$)/g, '\n')
}
