import type { Person } from './door.ts'

type Errors = { errors: { code: string; message: string }[] }

/** Makes and publishes an exam of the demo's questions: a section of `count` questions for each entry of `sections`. */
export async function publishExam(
  author: Person,
  code: string,
  sections: { code: string; seconds: number; count: number }[],
): Promise<string> {
  const { createExam } = await author.ask<{ createExam: { exam: { id: string } | null } & Errors }>(
    'mutation ($input: CreateExamInput!) { createExam(input: $input) { exam { id } errors { ... on UserError { code message } } } }',
    {
      input: {
        code,
        title: { id: `Ujian ${code}`, en: `Exam ${code}` },
        sections: sections.map(({ code, seconds, count }) => ({
          code,
          title: { id: `Bagian ${code}`, en: `Section ${code}` },
          minutes: seconds / 60,
          count,
          bankSection: code,
        })),
      },
    },
  )
  const examId = createExam.exam?.id
  if (!examId) throw new Error(JSON.stringify(createExam.errors))
  for (const mutation of ['fillExam', 'publishExam']) {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`
    const answer = await author.ask<Record<string, { exam: { id: string } | null } & Errors>>(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { exam { id } errors { ... on UserError { code message } } } }`,
      { input: { examId } },
    )
    if (answer[mutation]?.errors.length) throw new Error(JSON.stringify(answer))
  }
  return examId
}
