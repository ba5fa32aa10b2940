/** The operations of the player, written as a client app would, and the shapes of what they answer. */

export type UserError = { code: string; message: string; field: string | null }

export const SIGN_IN = /* GraphQL */ `
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      session {
        accessToken
      }
      errors {
        ... on UserError {
          code
          message
          field
        }
      }
    }
  }
`
export const REGISTER = /* GraphQL */ `
  mutation Register($input: RegisterInput!) {
    register(input: $input) {
      session {
        accessToken
      }
      errors {
        ... on UserError {
          code
          message
          field
        }
      }
    }
  }
`
export type Entrance = { session: { accessToken: string } | null; errors: UserError[] }

export const HOME = /* GraphQL */ `
  query Home($exam: String!) {
    me {
      id
      name
      email
      unreadNotificationCount
      notifications(first: 1) {
        edges {
          node {
            sequence
          }
        }
      }
      examSessions(first: 100, status: IN_PROGRESS) {
        edges {
          node {
            id
          }
        }
      }
    }
    examByCode(code: $exam) {
      id
      code
      title
      minutes
      questionCount
      sections {
        id
        code
        title
        minutes
        count
      }
    }
  }
`
export type Home = {
  me: {
    id: string
    name: string
    email: string
    unreadNotificationCount: number | null
    notifications: { edges: { node: { sequence: number } }[] } | null
    examSessions: { edges: { node: { id: string } }[] } | null
  } | null
  examByCode: Exam | null
}
export type Exam = {
  id: string
  code: string
  title: string
  minutes: number
  questionCount: number
  sections: { id: string; code: string; title: string; minutes: number; count: number }[]
}

const SESSION = /* GraphQL */ `
  fragment Sitting on ExamSession {
    id
    status
    answeredCount
    itemCount
    lastClientSequence
    deadlineAt
    sections {
      id
      position
    }
    currentSection {
      id
      position
      code
      title
      durationSeconds
      items {
        id
        number
        type
        stimulus {
          id
          title
          text
        }
        stem
        options {
          id
          text
        }
        statements {
          id
          text
        }
        unit
        response {
          choice
        }
      }
    }
  }
`
export type Item = {
  id: string
  number: number
  type: 'MULTIPLE_CHOICE' | 'TRUE_FALSE' | 'SHORT_ANSWER'
  stimulus: { id: string; title: string | null; text: string } | null
  stem: string
  options: { id: string; text: string }[]
  statements: { id: string; text: string }[]
  unit: string | null
  response: object | null
}
export type Section = {
  id: string
  position: number
  code: string
  title: string
  durationSeconds: number
  items: Item[]
}
export type Sitting = {
  id: string
  status: 'IN_PROGRESS' | 'FINISHED'
  answeredCount: number
  itemCount: number
  lastClientSequence: number
  deadlineAt: string | null
  sections: { id: string; position: number }[]
  currentSection: Section | null
}
export type SessionPayload = { session: Sitting | null; errors: UserError[] }

export const START = /* GraphQL */ `
  mutation Start($input: StartExamSessionInput!) {
    startExamSession(input: $input) {
      session {
        ...Sitting
      }
      errors {
        ... on UserError {
          code
          message
          field
        }
      }
    }
  }
  ${SESSION}
`
export const SITTING = /* GraphQL */ `
  query Sitting($id: ID!) {
    examSession(id: $id) {
      ...Sitting
    }
  }
  ${SESSION}
`
export const ANSWER = /* GraphQL */ `
  mutation Answer($input: SubmitAnswerInput!) {
    submitAnswer(input: $input) {
      acknowledgement {
        sequence
      }
      errors {
        ... on UserError {
          code
          message
          field
        }
      }
    }
  }
`
export type AnswerPayload = { acknowledgement: { sequence: number } | null; errors: UserError[] }

export type Response =
  { choice: string } | { statements: { id: string; value: boolean }[] } | { text: string }

export const MOVE_ON = /* GraphQL */ `
  mutation MoveOn($input: SubmitSectionInput!) {
    submitSection(input: $input) {
      session {
        ...Sitting
      }
      errors {
        ... on UserError {
          code
          message
          field
        }
      }
    }
  }
  ${SESSION}
`
export const FINISH = /* GraphQL */ `
  mutation Finish($input: FinishExamSessionInput!) {
    finishExamSession(input: $input) {
      session {
        id
      }
      errors {
        ... on UserError {
          code
          message
          field
        }
      }
    }
  }
`

export const PROGRESS = /* GraphQL */ `
  subscription Progress($sessionId: ID!) {
    examSessionProgress(sessionId: $sessionId) {
      sequence
      kind
      status
      answeredCount
      itemCount
      remainingSeconds
      currentSection {
        code
        title
        position
      }
    }
  }
`
export type Progress = {
  sequence: number
  kind: string
  status: 'IN_PROGRESS' | 'FINISHED'
  answeredCount: number
  itemCount: number
  remainingSeconds: number
  currentSection: { code: string; title: string; position: number } | null
}

export const NOTIFICATIONS = /* GraphQL */ `
  subscription Notifications($after: Int) {
    notificationReceived(afterSequence: $after) {
      sequence
      kind
      title
      body
      link
    }
  }
`
export type Notification = {
  sequence: number
  kind: string
  title: string
  body: string
  link: string | null
}

export const REPORT = /* GraphQL */ `
  query Report($id: ID!) {
    examSession(id: $id) {
      startedAt
      finishedAt
      report {
        points
        maxPoints
        answeredCount
        correctCount
        practiceScore {
          label
          score
          standardError
          provisional
        }
        sections {
          code
          title
          points
          maxPoints
          practiceScore {
            score
            standardError
          }
        }
        skills {
          code
          name
          points
          maxPoints
        }
      }
    }
  }
`
export type Report = {
  points: number
  maxPoints: number
  answeredCount: number
  correctCount: number
  practiceScore: { label: string; score: number; standardError: number; provisional: boolean }
  sections: {
    code: string
    title: string
    points: number
    maxPoints: number
    practiceScore: { score: number; standardError: number }
  }[]
  skills: { code: string; name: string; points: number; maxPoints: number }[]
}
export type ReportAnswer = {
  examSession: { startedAt: string; finishedAt: string | null; report: Report | null } | null
}

export const MASTERY = /* GraphQL */ `
  query Mastery($sectionCodes: [String!]!) {
    me {
      mastery(first: 200, sectionCodes: $sectionCodes) {
        skill {
          code
          name
        }
        probability
        standardError
        evidenceCount
        updatedAt
      }
    }
  }
`
export type Mastery = {
  skill: { code: string; name: string } | null
  probability: number
  standardError: number
  evidenceCount: number
  updatedAt: string
}
