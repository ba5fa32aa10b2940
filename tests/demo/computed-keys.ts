/**
 * The answers to the demo questions that can be computed, found again without looking at their keys: by enumeration
 * where the question allows it, otherwise from the definition. A short answer comes back as a number or a fraction, the
 * key of a multiple-choice question as the text of its option, a block of statements as its truth values.
 *
 * `rows` are the cells of the table in the question's stimulus or stem, without the heading.
 */
export const computedKeys: Record<string, (rows: string[][]) => string | boolean[]> = {
  'demo-pu-003': () => String(extended([3, 5, 9, 17, 33], (difference) => difference * 2)),
  'demo-pu-004': () => {
    const shelves = permutations(['A', 'B', 'C', 'D', 'E']).filter(
      (shelf) =>
        shelf[0] === 'C' &&
        shelf.indexOf('B') === shelf.indexOf('A') + 1 &&
        Math.abs(shelf.indexOf('D') - shelf.indexOf('E')) > 1,
    )
    return [
      shelves.every((shelf) => shelf[2] === 'A'),
      shelves.every((shelf) => Math.abs(shelf.indexOf('C') - shelf.indexOf('A')) === 1),
      shelves.every((shelf) => shelf[4] === 'D' || shelf[4] === 'E'),
      shelves.length === 4,
    ]
  },
  'demo-pu-005': (plots) => {
    const high = (plot: string[]) => plot[4] === 'tinggi'
    const conditions: Record<string, (plot: string[]) => boolean> = {
      'pemakaian mulsa': (plot) => plot[2] === 'ya',
      'pemakaian pupuk kompos': (plot) => plot[1] === 'kompos',
      'penyiraman pada sore hari': (plot) => plot[3] === 'sore',
      'gabungan kompos dan penyiraman pagi': (plot) => plot[1] === 'kompos' && plot[3] === 'pagi',
      'gabungan urea dan penyiraman sore': (plot) => plot[1] === 'urea' && plot[3] === 'sore',
    }
    return only(
      Object.keys(conditions).filter((name) => plots.every((p) => conditions[name]?.(p) === high(p))),
    )
  },
  'demo-pu-006': (plots) => {
    const highShare = (column: number, value: string) => {
      const chosen = plots.filter((plot) => plot[column] === value)
      return chosen.filter((plot) => plot[4] === 'tinggi').length / chosen.length
    }
    const aboutAllPlants = false // six plots of one plant prove nothing about every plant
    return [
      highShare(1, 'kompos') < 1,
      highShare(3, 'sore') > highShare(3, 'pagi'),
      highShare(1, 'urea') === 0,
      aboutAllPlants,
    ]
  },
  'demo-pu-008': () => {
    const letter = (start: string, step: number) => String.fromCharCode(start.charCodeAt(0) + step)
    return letter('A', 4 * 2) + letter('Z', 4 * -2)
  },
  'demo-pu-010': () => {
    const code = (word: string) => `${word.length}-${word.replace(/[^AIUEO]/g, '').length}`
    expect([code('PADI'), code('MELATI'), code('ANGGREK')]).toEqual(['4-2', '6-3', '7-2'])
    return code('TERATAI')
  },
  'demo-pu-013': () =>
    only([
      ...new Set(
        rosters()
          .filter(on('Gita', 3))
          .map((roster) => roster[0]),
      ),
    ]) ?? '',
  'demo-pu-014': () => {
    const days = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu']
    return days.filter((_, day) => rosters().some(on('Joko', day))).join(' atau ')
  },
  'demo-pu-015': () => [
    rosters().filter(on('Indra', 5)).every(on('Gita', 0)),
    rosters().some(on('Kirana', 1)),
    rosters().filter(on('Kirana', 4)).every(on('Joko', 1)),
    rosters().length === 6,
  ],
  'demo-pu-017': () => {
    const box = only(
      ['merah', 'biru', 'hijau'].filter((prize) => {
        const claims = [prize === 'merah', prize !== 'biru', prize !== 'merah']
        return claims.filter(Boolean).length === 1
      }),
    )
    return `di kotak ${box}`
  },
  'demo-pu-018': () => String(extended([20, 13, 7, 2, -2], (difference) => difference + 1)),
  'demo-pu-019': () =>
    `${extended([50, 45, 40], (difference) => difference)} dan ${extended([4, 7, 11, 16], (difference) => difference + 1)}`,
  'demo-pu-020': (months) => {
    const incomes = months.map(income)
    return rupiah(Math.max(...incomes) - Math.min(...incomes))
  },
  'demo-pu-021': ([january, , march]) => {
    const [before, after] = [Number(january?.[1]), Number(march?.[1])]
    return String(((after - before) / before) * 100)
  },
  'demo-pu-022': (months) => {
    const packs = months.map((month) => Number(month[1]))
    const prices = months.map((month) => whole(month[2]))
    const incomes = months.map(income)
    const rises = prices.flatMap((price, i) => (i > 0 && price > (prices[i - 1] ?? 0) ? [i] : []))
    return [
      rises.length > 0 && rises.every((i) => (packs[i] ?? 0) < (packs[i - 1] ?? 0)),
      (incomes[1] ?? 0) > (incomes[3] ?? 0),
      sum(packs) / packs.length > 50,
      54 * 30_000 === incomes[2],
    ]
  },
  'demo-pu-023': () => {
    const operate = (a: number, b: number) => a ** 2 - 2 * b
    return math(operate(operate(4, 3), 5))
  },
  'demo-pu-024': () => {
    const families = range(1, 60).flatMap((sari) => range(1, 120).map((mother) => ({ sari, mother })))
    const fits = families.filter(
      ({ sari, mother }) => sari * 5 === mother * 2 && (sari + 6) * 2 === mother + 6,
    )
    return math(only(fits).sari)
  },
  'demo-pk-001': () => String(only(range(-100, 100).filter((x) => 3 * x - 7 === 2 * (x + 4)))),
  'demo-pk-002': () => {
    const faces = range(1, 6)
    const throws = faces.flatMap((first) => faces.map((second) => first + second))
    return fraction(throws.filter((total) => total === 9).length, throws.length)
  },
  'demo-pk-003': () => {
    const sides = range(1, 17).filter(
      (length) => length > 17 - length && length ** 2 + (17 - length) ** 2 === 13 ** 2,
    )
    const length = only(sides)
    return math(length * (17 - length))
  },
  'demo-pk-004': () => {
    const [numerator, denominator] = [2 * 5 * 2 - 3 * 4, 3 * 4 * 2] // (2/3)(5/4) - 1/2 over the denominator 24
    return `${numerator}/${denominator}`
  },
  'demo-pk-005': () => math(9 * 77 - 8 * 75),
  'demo-pk-006': () => {
    const [p, q] = [2n ** 30n, 3n ** 20n]
    return p === q ? '$P = Q$' : p < q ? '$P < Q$' : '$P > Q$'
  },
  'demo-pk-007': () => {
    const squares = range(1, 100)
    const sides = [squares.filter((s) => 4 * s === 24), squares.filter((s) => 2 * s ** 2 === 6 ** 2 * 2)]
    expect(sides).toEqual([[6], [6]])
    return 'Pernyataan (1) saja cukup, pernyataan (2) saja cukup.'
  },
  'demo-pk-008': () => String(Math.min(...range(-50, 50).map((x) => x ** 2 - 6 * x + 2))),
  'demo-pk-009': () => {
    const pairs = range(-9, 9).flatMap((a) => range(-9, 9).map((b) => ({ a, b })))
    const fitting = pairs.filter(({ a, b }) => a % 2 !== 0 && b % 2 === 0)
    return [
      fitting.every(({ a, b }) => (a ** 2 + b) % 2 !== 0),
      fitting.every(({ a, b }) => (a * b) % 2 !== 0),
      fitting.every(({ a, b }) => (3 * a + b) % 2 === 0),
      fitting.every(({ a, b }) => ((a + 1) * b) % 4 === 0),
    ]
  },
  'demo-pm-001': (tiers) => String(bill(tiers, 120)),
  'demo-pm-002': (tiers) => math(only(range(0, 1000).filter((used) => bill(tiers, used) === 255_000))),
  'demo-pm-003': (tiers) => [
    bill(tiers, 160) - bill(tiers, 140) === 27_000,
    bill(tiers, 300) === 2 * bill(tiers, 150),
    (bill(tiers, 150) - 20_000) / 150 < 1_100,
    bill(tiers, 50) + 10_000 === 1.5 * bill(tiers, 50),
  ],
  'demo-pm-004': () => String(pathArea()),
  'demo-pm-005': () => math(Math.ceil((pathArea() * 12) / 50)),
  'demo-pm-006': () => fraction(35 + 30 - (60 - 8), 60),
  'demo-pm-007': () => String((4.5 * 3) / (3 + 7)),
  'demo-pm-008': () => {
    const income = (rises: number) => (40_000 + 2_000 * rises) * (200 - 5 * rises)
    const best = Math.max(...range(0, 40).map(income))
    return rupiah(40_000 + 2_000 * only(range(0, 40).filter((rises) => income(rises) === best)))
  },
  'demo-pm-009': () => {
    const left = (120 * 75) / 100
    return left < 100 ? `turun ${100 - left}%` : `naik ${left - 100}%`
  },
  'demo-rw-004': (gardens) => {
    const of = (color: string) => gardens.filter((garden) => garden[1] === color)
    const moths = (color: string) => of(color).map((garden) => Number(garden[2]))
    const species = (color: string) => sum(of(color).map((garden) => Number(garden[3]))) / of(color).length
    expect(Math.max(...moths('amber'))).toBeLessThan(Math.min(...moths('white')))
    expect(species('amber')).toBeGreaterThan(species('white'))
    return 'Both amber gardens had fewer moths than either white garden, and on average they had more species.'
  },
  'demo-math-001': () => {
    let left = 180
    const drained = [left, ...range(1, 15).map(() => (left -= 12))]
    expect(drained).toEqual(range(0, 15).map((t) => 180 - 12 * t))
    return '$V(t) = 180 - 12t$'
  },
  'demo-math-002': () => {
    const points = range(-20, 20).flatMap((x) => range(-20, 20).map((y) => ({ x, y })))
    return String(only(points.filter(({ x, y }) => 3 * x + 2 * y === 7 && x - 4 * y === 7)).y)
  },
  'demo-math-003': () => {
    const halves = range(-20, 20).filter((half) => half ** 2 + 5 * half - 6 === 0) // 2x² + 5x - 3, times 2, at x = half/2
    expect(halves).toHaveLength(2)
    return `${only(halves.filter((half) => half > 0))}/2`
  },
  'demo-math-004': () => {
    const value = (x: number) => (x + 3) ** 2 - (x - 2) ** 2
    const [constant, slope] = [value(0), value(1) - value(0)]
    expect(range(-10, 10).map(value)).toEqual(range(-10, 10).map((x) => slope * x + constant))
    return `$${slope}x + ${constant}$`
  },
  'demo-math-005': () => math(only(range(1, 500).filter((price) => price * 85 === 68 * 100))),
  'demo-math-006': (grades) => fraction(Number(grades[0]?.[2]), Number(grades[2]?.[2])),
  'demo-math-007': () => {
    const [opposite, hypotenuse] = [5, 13]
    const otherAngle = Math.PI / 2 - Math.asin(opposite / hypotenuse)
    expect(Math.cos(otherAngle)).toBeCloseTo(opposite / hypotenuse, 12)
    return `$\\frac{${opposite}}{${hypotenuse}}$`
  },
  'demo-math-008': () => {
    const points = range(-20, 20).flatMap((x) => range(-20, 20).map((y) => [x, y] as const))
    const circle = points.filter(([x, y]) => x ** 2 + y ** 2 - 6 * x + 8 * y === 0)
    return String(Math.max(...circle.flatMap(([x, y]) => circle.map(([u, v]) => Math.hypot(x - u, y - v)))))
  },
  'demo-math-009': () => {
    let bacteria = 500
    for (let hour = 4; hour <= 12; hour += 4) bacteria *= 3
    return math(bacteria.toLocaleString('en-US').replaceAll(',', '{,}'))
  },
}

/** The next term of a sequence whose differences follow `rule`; fails when the given terms do not. */
function extended(terms: number[], rule: (difference: number) => number): number {
  const differences = terms.slice(1).map((term, i) => term - (terms[i] ?? 0))
  expect(differences.slice(1)).toEqual(differences.slice(0, -1).map(rule))
  return (terms.at(-1) ?? 0) + rule(differences.at(-1) ?? 0)
}

/** Every roster that the rules of `demo-stimulus-piket` allow; the index is the day, Monday first. */
function rosters(): string[][] {
  return permutations(['Fajar', 'Gita', 'Hana', 'Indra', 'Joko', 'Kirana']).filter((roster) => {
    const day = (name: string) => roster.indexOf(name)
    return (
      day('Gita') === day('Joko') - 1 &&
      day('Hana') === 2 &&
      day('Indra') > day('Joko') &&
      day('Kirana') !== 0 &&
      day('Kirana') !== 5
    )
  })
}

function on(name: string, day: number): (roster: string[]) => boolean {
  return (roster) => roster[day] === name
}

function income(month: string[]): number {
  return Number(month[1]) * whole(month[2])
}

/** A month's bill in rupiah under the tiers of `demo-stimulus-listrik`, counted one kWh at a time. */
function bill(tiers: string[][], used: number): number {
  const [first = 0, second = 0, rest = 0] = tiers.map((tier) => whole(tier[1]))
  return 20_000 + sum(range(1, used).map((kwh) => (kwh <= 50 ? first : kwh <= 150 ? second : rest)))
}

/** The path's area in m², counted in squares of half a metre whose distance to an edge is under 1.5 m. */
function pathArea(): number {
  const squares = range(0, 47).flatMap((x) => range(0, 35).map((y) => Math.min(x, y, 47 - x, 35 - y)))
  return squares.filter((squaresToEdge) => squaresToEdge < 3).length / 4
}

function permutations(items: string[]): string[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  )
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** The single member; fails when the question would have no answer, or several. */
function only<T>(candidates: T[]): T {
  expect(candidates).toHaveLength(1)
  return candidates[0] as T
}

function whole(text = ''): number {
  return Number(text.replace(/\D/g, ''))
}

function rupiah(amount: number): string {
  return `Rp${amount.toLocaleString('id-ID')}`
}

function math(value: number | string): string {
  return `$${value}$`
}

function fraction(numerator: number, denominator: number): string {
  const divisor = only(
    range(1, denominator)
      .filter((d) => numerator % d === 0 && denominator % d === 0)
      .slice(-1),
  )
  return `$\\frac{${numerator / divisor}}{${denominator / divisor}}$`
}
