import type { SkillResolvers } from '../generated.ts'

export const Skill: SkillResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.skill.load(id),
  name: ({ nameId, nameEn }, _args, { locale }) => (locale === 'id' ? nameId : nameEn),
  parent: ({ parentId }, _args, { loaders }) => (parentId ? loaders.skill.load(parentId) : null),
  children: ({ id }, _args, { loaders }) => loaders.skillsBelow.load(id),
}
