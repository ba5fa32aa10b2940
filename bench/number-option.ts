/**
 * Reads a number that was given on a command line.
 * @param options.whole whether it must be a whole one
 * @throws Error with one line that says which option is wrong
 */
export function numberOption(
  name: string,
  value: string,
  { least, most, whole = true }: { least: number; most: number; whole?: boolean },
): number {
  const number = Number(value)
  if ((Number.isInteger(number) || !whole) && number >= least && number <= most) return number
  throw new Error(`${name} must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}, not ${value}`)
}
