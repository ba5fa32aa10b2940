import { randomUUIDv7 } from 'node:crypto'
import type { SkillSeed } from '../domain/skills.ts'
import { type Tx, takeTurn } from './transaction.ts'

/** Stores skills that are new and renames those whose name has changed. Parents stand before their children. */
export async function seedSkills(tx: Tx, seeds: readonly SkillSeed[]): Promise<void> {
  await takeTurn(tx, 'seed-skills')
  const stored = new Map((await tx.skill.findMany()).map((skill) => [skill.code, skill]))
  const ids = new Map(seeds.map(({ code }) => [code, stored.get(code)?.id ?? randomUUIDv7()]))
  const rows = seeds.map(({ code, exam, section, parent, name }, position) => ({
    id: ids.get(code) ?? '',
    code,
    exam,
    section,
    parentId: parent === null ? null : (ids.get(parent) ?? null),
    nameId: name.id,
    nameEn: name.en,
    position,
  }))
  await tx.skill.createMany({ data: rows.filter((row) => !stored.has(row.code)) })
  for (const { id, ...row } of rows) {
    const before = stored.get(row.code)
    if (before && !isSame(before, row)) await tx.skill.update({ where: { id }, data: row })
  }
}

function isSame<Row extends object>(stored: Row, row: Partial<Row>): boolean {
  return (Object.keys(row) as (keyof Row)[]).every((name) => stored[name] === row[name])
}
