import type { Pair } from './stack-machine.ts'

/**
 * The number that a reader sees in an option such as `$-\frac{2}{3}$ jam`, `Rp12.500` or `2,430.5`; undefined when it is
 * not exactly one number. Written without the code that writes options, so that a fault there cannot hide a wrong key.
 */
export function readShown(text: string, language: 'id' | 'en'): Pair | undefined {
  const bare = text.replaceAll('$', ' ').trim()
  const fraction = /^(-?)\\frac\{(\d+)\}\{(\d+)\}(?:\s+\D*)?$/.exec(bare)
  if (fraction?.[2] && fraction[3]) return [BigInt(`${fraction[1]}${fraction[2]}`), BigInt(fraction[3])]
  const number = /^(?:Rp\s*)?(-?\d[\d.,]*)(?:\s+\D*)?$/.exec(bare)?.[1]
  if (!number) return undefined
  const [group, point] = language === 'id' ? ['.', ','] : [',', '.']
  const [whole = '', places = '', ...rest] = number.split(point)
  if (rest.length > 0 || !isGrouped(whole, group)) return undefined
  return [BigInt(whole.replaceAll(group, '') + places), 10n ** BigInt(places.length)]
}

/** Either without separators or with one before every three digits from the end. */
function isGrouped(whole: string, separator: string): boolean {
  const [first = '', ...groups] = whole.replace('-', '').split(separator)
  return (
    groups.length === 0 || (first.length <= 3 && first !== '' && groups.every((group) => group.length === 3))
  )
}
