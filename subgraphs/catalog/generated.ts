import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Exam as ExamRow, ExamSection as ExamSectionRow } from './store/exam-reader.ts';
import type { Refusal } from './domain/question-file.ts';
import type { Question as QuestionRow, QuestionVersion as QuestionVersionRow, Stimulus as StimulusRow } from './store/question-reader.ts';
import type { Skill as SkillRow } from './store/skill-reader.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment in UTC, written as in RFC 3339, for example `2027-04-23T01:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A text in both languages of the platform. */
export type BilingualText = {
  __typename?: 'BilingualText';
  /** The English text. */
  en: Scalars['String']['output'];
  /** The Indonesian text. */
  id: Scalars['String']['output'];
};

/** A text in both languages of the platform. */
export type BilingualTextInput = {
  /** The English text. */
  en: Scalars['String']['input'];
  /** The Indonesian text. */
  id: Scalars['String']['input'];
};

/** The language that a question or a stimulus is written in. */
export type ContentLanguage =
  /** English. */
  | 'en'
  /** Indonesian. */
  | 'id';

/** What can go wrong in `createExam`. */
export type CreateExamError = InvalidInput;

/** The input of `createExam`: a format, or a title and sections. */
export type CreateExamInput = {
  /** What people shall name the exam by: capital letters, digits, `_` and `-`. The format's own name when omitted. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** A known format to take the sections from; give this or `sections`. */
  format?: InputMaybe<ExamFormat>;
  /** The sections, in the order in which they are sat; give this or `format`. */
  sections?: InputMaybe<Array<ExamSectionInput>>;
  /** The exam's title; the format's own when omitted. */
  title?: InputMaybe<BilingualTextInput>;
};

/** The result of `createExam`. */
export type CreateExamPayload = {
  __typename?: 'CreateExamPayload';
  /** Why the exam was not made. */
  errors: Array<CreateExamError>;
  /** The new exam; null when there are errors. */
  exam?: Maybe<Exam>;
};

/** What can go wrong in `createQuestion`. */
export type CreateQuestionError = InvalidInput;

/** The input of `createQuestion`. */
export type CreateQuestionInput = {
  /** What the question says. */
  question: QuestionInput;
};

/** The result of `createQuestion`. */
export type CreateQuestionPayload = {
  __typename?: 'CreateQuestionPayload';
  /** Why the question was not added. */
  errors: Array<CreateQuestionError>;
  /** The new question; null when there are errors. */
  question?: Maybe<Question>;
};

/** An exam that can be sat: its sections with their counts and minutes. What is asked in it is for tutors and authors. */
export type Exam = {
  __typename?: 'Exam';
  /** What people name it by, for example `UTBK_SNBT_2024`. */
  code: Scalars['String']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The format it was made from; null when its sections are its own. */
  format?: Maybe<ExamFormat>;
  /** The exam's id. */
  id: Scalars['ID']['output'];
  /** The minutes of all sections together. */
  minutes: Scalars['Float']['output'];
  /** When it was published; null before that. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many questions all sections ask together. */
  questionCount: Scalars['Int']['output'];
  /** The sections, in the order in which they are sat. */
  sections: Array<ExamSection>;
  /** Where the exam stands. */
  status: ExamStatus;
  /** The exam's title, in the reader's language. */
  title: Scalars['String']['output'];
  /** The exam's title in both languages. */
  titles: BilingualText;
};

/** A page of a list of exams. */
export type ExamConnection = {
  __typename?: 'ExamConnection';
  /** The exams of this page. */
  edges: Array<ExamEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
};

/** An exam in a list. */
export type ExamEdge = {
  __typename?: 'ExamEdge';
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
  /** The exam. */
  node: Exam;
};

/** The exams that questions are written for. */
export type ExamFamily =
  /** The digital SAT of the College Board. */
  | 'SAT'
  /** Indonesia's entrance test for public universities: Ujian Tulis Berbasis Komputer, Seleksi Nasional Berdasarkan Tes. */
  | 'UTBK_SNBT';

/** Exams whose sections, counts and minutes are known. */
export type ExamFormat =
  /** The digital SAT as a linear form: two modules of Reading and Writing and two of Math, 98 questions, 134 minutes. */
  | 'SAT_DIGITAL'
  /** UTBK-SNBT 2024: 7 subtests, 155 questions, 195 minutes. */
  | 'UTBK_SNBT_2024'
  /** UTBK-SNBT 2025: 7 subtests, 160 questions, 195 minutes. */
  | 'UTBK_SNBT_2025'
  /** UTBK-SNBT 2026: 7 subtests, 160 questions, 195 minutes. */
  | 'UTBK_SNBT_2026';

/** A part of an exam with its own time. */
export type ExamSection = {
  __typename?: 'ExamSection';
  /** The section's code within its exam, for example `PU`. */
  code: Scalars['String']['output'];
  /** How many questions it asks. */
  count: Scalars['Int']['output'];
  /** The exam that it is a part of. */
  exam?: Maybe<Exam>;
  /** The section's id. */
  id: Scalars['ID']['output'];
  /** How long it takes, in minutes; 42.5 is possible. */
  minutes: Scalars['Float']['output'];
  /** Where it stands in the exam, from 1. */
  position: Scalars['Int']['output'];
  /** The questions in their order; empty until the exam is filled. For tutors, authors and admins. */
  questions: Array<QuestionVersion>;
  /** The section's title, in the reader's language. */
  title: Scalars['String']['output'];
  /** The section's title in both languages. */
  titles: BilingualText;
};

/** A section of a new exam. */
export type ExamSectionInput = {
  /** The code of the bank's section to fill it from; `code` itself, when it is one, if omitted. */
  bankSection?: InputMaybe<Scalars['String']['input']>;
  /** The section's code within the exam, for example `PU`. */
  code: Scalars['String']['input'];
  /** How many questions it asks; the number of `questionIds` when omitted. */
  count?: InputMaybe<Scalars['Int']['input']>;
  /** How long it takes, in minutes; whole seconds, at most 300 minutes. */
  minutes: Scalars['Float']['input'];
  /** Published questions to ask, in this order; leave it out to have the section filled. */
  questionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The section's title. */
  title: BilingualTextInput;
};

/** Where an exam stands. */
export type ExamStatus =
  /** Being put together; students do not see it. */
  | 'DRAFT'
  /** Can be sat. Its sections and questions never change. */
  | 'PUBLISHED'
  /** Can no longer be started. */
  | 'RETIRED';

/** A picture that belongs to a question. */
export type Figure = {
  __typename?: 'Figure';
  /** What it shows, in words, for those who cannot see it. */
  alt: Scalars['String']['output'];
  /** Where it is: an `https:` or `data:image/` address. */
  url: Scalars['String']['output'];
};

/** A picture that belongs to a question. */
export type FigureInput = {
  /** What it shows, in words. */
  alt: Scalars['String']['input'];
  /** Where it is: an `https:` or `data:image/` address. */
  url: Scalars['String']['input'];
};

/** What can go wrong in `fillExam`. */
export type FillExamError = InsufficientQuestions | NotFound | WrongState;

/** The input of `fillExam`. */
export type FillExamInput = {
  /** The draft exam to be filled. */
  examId: Scalars['ID']['input'];
  /** Take questions from this source first, and others only when these do not suffice. */
  preferSource?: InputMaybe<Scalars['String']['input']>;
};

/** The result of `fillExam`. */
export type FillExamPayload = {
  __typename?: 'FillExamPayload';
  /** Why the exam was not filled. */
  errors: Array<FillExamError>;
  /** The exam; null when there are errors, and then nothing was changed. */
  exam?: Maybe<Exam>;
};

/** What can go wrong in `importQuestions`. */
export type ImportQuestionsError = InvalidInput;

/** The input of `importQuestions`. */
export type ImportQuestionsInput = {
  /** The text of the file: JSON in the format `simpul-questions/1`. */
  file: Scalars['String']['input'];
  /** Whether to publish what is imported. */
  publish: Scalars['Boolean']['input'];
  /** Whether one refused row is reason enough to import nothing. */
  strict: Scalars['Boolean']['input'];
};

/** The result of `importQuestions`. */
export type ImportQuestionsPayload = {
  __typename?: 'ImportQuestionsPayload';
  /** Why the file could not be read. */
  errors: Array<ImportQuestionsError>;
  /** What became of each row; null when the file could not be read at all. */
  report?: Maybe<ImportReport>;
};

/** Why a row of an imported file was refused. */
export type ImportRefusal = {
  __typename?: 'ImportRefusal';
  /** A stable code for programs, for example `KEY_NOT_AMONG_OPTIONS`. */
  code: Scalars['String']['output'];
  /** The field that is wrong, for example `options[2].text`. */
  field: Scalars['String']['output'];
  /** The question's id in the file, if it could be read. */
  questionId?: Maybe<Scalars['String']['output']>;
  /** What is wrong, in words that follow the field's name. */
  reason: Scalars['String']['output'];
  /** The row's number in `questions`, from 1. */
  row: Scalars['Int']['output'];
};


/** Why a row of an imported file was refused. */
export type ImportRefusalReasonArgs = {
  language?: InputMaybe<ContentLanguage>;
};

/** What became of the rows of an imported file. */
export type ImportReport = {
  __typename?: 'ImportReport';
  /** Whether the valid rows stand in the bank now; false when `strict` was asked for and a row was refused. */
  applied: Scalars['Boolean']['output'];
  /** How many questions were added. */
  created: Scalars['Int']['output'];
  /** How many versions were published. */
  published: Scalars['Int']['output'];
  /** Why, a refusal for each field that is wrong; at most 1,000 are given. */
  refusals: Array<ImportRefusal>;
  /** How many rows were refused. */
  refusedRows: Scalars['Int']['output'];
  /** How many questions already said exactly this. */
  unchanged: Scalars['Int']['output'];
  /** How many questions got a new version. */
  updated: Scalars['Int']['output'];
};

/** A section that needs more questions than there are. */
export type InsufficientQuestions = UserError & {
  __typename?: 'InsufficientQuestions';
  /** How many there are for it. */
  available: Scalars['Int']['output'];
  /** Always `INSUFFICIENT_QUESTIONS`. */
  code: Scalars['String']['output'];
  /** The path of the field that named the exam. */
  field?: Maybe<Scalars['String']['output']>;
  /** What is missing, in the reader's language. */
  message: Scalars['String']['output'];
  /** How many questions the section asks. */
  needed: Scalars['Int']['output'];
  /** The code of the section that is short. */
  section: Scalars['String']['output'];
};

/** An input field that does not hold what it must. */
export type InvalidInput = UserError & {
  __typename?: 'InvalidInput';
  /** Always `INVALID_INPUT`. */
  code: Scalars['String']['output'];
  /** The path of the field, for example `input.email`. */
  field?: Maybe<Scalars['String']['output']>;
  /** What was wrong, in the reader's language. */
  message: Scalars['String']['output'];
};

/** The parameters of the three-parameter logistic model. */
export type IrtParameters = {
  __typename?: 'IrtParameters';
  /** Discrimination: how steeply the chance of a right answer rises with ability. */
  a: Scalars['Float']['output'];
  /** Difficulty: the ability at which the curve is steepest. */
  b: Scalars['Float']['output'];
  /** Guessing: the chance of a right answer at very low ability. */
  c: Scalars['Float']['output'];
  /** Whether these are an author's estimates, not yet calibrated from real responses. */
  provisional: Scalars['Boolean']['output'];
};

/** The parameters of the three-parameter logistic model. */
export type IrtParametersInput = {
  /** Discrimination, above 0 and at most 10. */
  a: Scalars['Float']['input'];
  /** Difficulty, from -10 to 10. */
  b: Scalars['Float']['input'];
  /** Guessing, from 0 and below 1. */
  c: Scalars['Float']['input'];
  /** Whether these are estimates, not yet calibrated from real responses. */
  provisional: Scalars['Boolean']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Makes an exam, as a draft, from sections of its own or from a known format. */
  createExam: CreateExamPayload;
  /** Adds a question to the bank, as the first draft of its content. */
  createQuestion: CreateQuestionPayload;
  /**
   * Fills the sections of a draft exam with published questions of the bank, in place of what they held: the same bank
   * gives the same exam, questions of one stimulus stay together where the counts allow it, and no question comes twice.
   */
  fillExam: FillExamPayload;
  /** Imports a file of questions in one transaction. Importing the same file again changes nothing. */
  importQuestions: ImportQuestionsPayload;
  /** Publishes an exam whose sections are full. From then on it never changes. */
  publishExam: PublishExamPayload;
  /** Publishes a question's latest version, in place of the version that was published before. */
  publishQuestion: PublishQuestionPayload;
  /** Takes an exam out of use: nobody can start it any more. */
  retireExam: RetireExamPayload;
  /** Takes a question out of use. Exams that already hold it keep it. */
  retireQuestion: RetireQuestionPayload;
  /** Gives a question new content, as a new draft version. What is published stays as it is until the new version is. */
  reviseQuestion: ReviseQuestionPayload;
  /** Asks for the review of a question's latest draft. */
  submitQuestionForReview: SubmitQuestionForReviewPayload;
};


export type MutationCreateExamArgs = {
  input: CreateExamInput;
};


export type MutationCreateQuestionArgs = {
  input: CreateQuestionInput;
};


export type MutationFillExamArgs = {
  input: FillExamInput;
};


export type MutationImportQuestionsArgs = {
  input: ImportQuestionsInput;
};


export type MutationPublishExamArgs = {
  input: PublishExamInput;
};


export type MutationPublishQuestionArgs = {
  input: PublishQuestionInput;
};


export type MutationRetireExamArgs = {
  input: RetireExamInput;
};


export type MutationRetireQuestionArgs = {
  input: RetireQuestionInput;
};


export type MutationReviseQuestionArgs = {
  input: ReviseQuestionInput;
};


export type MutationSubmitQuestionForReviewArgs = {
  input: SubmitQuestionForReviewInput;
};

/** Something that does not exist, or that the viewer may not know to exist. */
export type NotFound = UserError & {
  __typename?: 'NotFound';
  /** Always `NOT_FOUND`. */
  code: Scalars['String']['output'];
  /** The path of the field that named it. */
  field?: Maybe<Scalars['String']['output']>;
  /** What was not found, in the reader's language. */
  message: Scalars['String']['output'];
};

/** One of the answers that a multiple-choice question offers. */
export type Option = {
  __typename?: 'Option';
  /** The option's id within its question, for example `A`. */
  id: Scalars['ID']['output'];
  /** The mistake that leads to this option; null for the key, and where nobody has named one. */
  misconception?: Maybe<Scalars['String']['output']>;
  /** The option's text: Markdown with LaTeX between dollar signs. */
  text: Scalars['String']['output'];
};

/** One of the answers that a multiple-choice question offers. */
export type OptionInput = {
  /** The option's id within its question, for example `A`. */
  id: Scalars['ID']['input'];
  /** The mistake that leads to this option. */
  misconception?: InputMaybe<Scalars['String']['input']>;
  /** The option's text: Markdown with LaTeX between dollar signs. */
  text: Scalars['String']['input'];
};

/** Where a page of a connection stands in the whole list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last edge, to be passed as `after` for the next page; null when the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more edges follow the last one of this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether edges stand before the first one of this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge, or null when the page is empty. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** What can go wrong in `publishExam`. */
export type PublishExamError = InsufficientQuestions | NotFound | WrongState;

/** The input of `publishExam`. */
export type PublishExamInput = {
  /** The draft exam to be published. */
  examId: Scalars['ID']['input'];
};

/** The result of `publishExam`. */
export type PublishExamPayload = {
  __typename?: 'PublishExamPayload';
  /** Why the exam was not published. */
  errors: Array<PublishExamError>;
  /** The exam; null when there are errors. */
  exam?: Maybe<Exam>;
};

/** What can go wrong in `publishQuestion`. */
export type PublishQuestionError = NotFound | WrongState;

/** The input of `publishQuestion`. */
export type PublishQuestionInput = {
  /** The question whose latest version is to be published. */
  questionId: Scalars['ID']['input'];
};

/** The result of `publishQuestion`. */
export type PublishQuestionPayload = {
  __typename?: 'PublishQuestionPayload';
  /** Why the question was not published. */
  errors: Array<PublishQuestionError>;
  /** The question; null when there are errors. */
  question?: Maybe<Question>;
};

export type Query = {
  __typename?: 'Query';
  /** An exam by its id; null when there is none that the viewer may see. Students see published exams. */
  exam?: Maybe<Exam>;
  /** An exam by its code, for example `UTBK_SNBT_2024`; null when there is none that the viewer may see. */
  examByCode?: Maybe<Exam>;
  /** The exams, the newest first. Students see published exams, whatever `status` says. */
  exams: ExamConnection;
  /** A question by its id; null when there is none that the viewer may read. For tutors, authors and admins. */
  question?: Maybe<Question>;
  /** The question bank, in the order in which questions were added. For tutors (published questions), authors and admins. */
  questions: QuestionConnection;
  /** A skill by its code, for example `PU.DEDUCTIVE`. */
  skill?: Maybe<Skill>;
  /** All skills, parents before children, in the order of the exam's sections. */
  skills: Array<Skill>;
  /** A stimulus by its id. For tutors, authors and admins. */
  stimulus?: Maybe<Stimulus>;
};


export type QueryExamArgs = {
  id: Scalars['ID']['input'];
};


export type QueryExamByCodeArgs = {
  code: Scalars['String']['input'];
};


export type QueryExamsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<ExamStatus>;
};


export type QueryQuestionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryQuestionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<QuestionFilter>;
  first: Scalars['Int']['input'];
};


export type QuerySkillArgs = {
  code: Scalars['String']['input'];
};


export type QuerySkillsArgs = {
  exam?: InputMaybe<ExamFamily>;
};


export type QueryStimulusArgs = {
  id: Scalars['ID']['input'];
};

/** A question of the bank, over all its versions. For tutors (published questions), authors and admins. */
export type Question = {
  __typename?: 'Question';
  /** When the question was added to the bank. */
  createdAt: Scalars['DateTime']['output'];
  /** Its name at its source. */
  externalId?: Maybe<Scalars['String']['output']>;
  /** The question's id. */
  id: Scalars['ID']['output'];
  /** The newest version, published or not. For tutors the published one. */
  latestVersion?: Maybe<QuestionVersion>;
  /** The version in use; null when none is published. */
  publishedVersion?: Maybe<QuestionVersion>;
  /** Where the question comes from; together with `externalId` it names the question in import files. */
  source?: Maybe<Scalars['String']['output']>;
  /** Published if any version is; otherwise the state of its latest version. */
  state: QuestionState;
  /** All versions, the newest first. For authors and admins. */
  versions: Array<QuestionVersion>;
};

/** A page of the question bank. */
export type QuestionConnection = {
  __typename?: 'QuestionConnection';
  /** The questions of this page. */
  edges: Array<QuestionEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
};

/** A question in a list. */
export type QuestionEdge = {
  __typename?: 'QuestionEdge';
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
  /** The question. */
  node: Question;
};

/** Which questions of the bank to list. */
export type QuestionFilter = {
  /** Only questions whose latest version is written for this exam. */
  exam?: InputMaybe<ExamFamily>;
  /** Only questions with this name at their source. */
  externalId?: InputMaybe<Scalars['String']['input']>;
  /** Only questions whose latest version is written for the section with this code. */
  section?: InputMaybe<Scalars['String']['input']>;
  /** Only questions whose latest version tests the skill with this code, or a part of it. */
  skill?: InputMaybe<Scalars['String']['input']>;
  /** Only questions that come from here. */
  source?: InputMaybe<Scalars['String']['input']>;
  /** Only questions in this state. */
  state?: InputMaybe<QuestionState>;
};

/** What a question says. */
export type QuestionInput = {
  /** The right answer of a short-answer question. */
  answer?: InputMaybe<ShortAnswerInput>;
  /** The exam it is written for. */
  exam: ExamFamily;
  /** Why the right answer is right. */
  explanation: Scalars['String']['input'];
  /** The picture that belongs to it. */
  figure?: InputMaybe<FigureInput>;
  /** How the question behaves, as far as it is known. */
  irt?: InputMaybe<IrtParametersInput>;
  /** The id of the right option of a multiple-choice question. */
  key?: InputMaybe<Scalars['ID']['input']>;
  /** The language it is written in. */
  language: ContentLanguage;
  /** The licence it is used under. */
  license?: InputMaybe<Scalars['String']['input']>;
  /** The options of a multiple-choice question: four or five. */
  options?: InputMaybe<Array<OptionInput>>;
  /** Whether it cannot be answered without its figure. */
  requiresFigure: Scalars['Boolean']['input'];
  /** The code of the section it is written for, for example `PU`. */
  section: Scalars['String']['input'];
  /** The code of the skill it tests; the section's own skill when omitted. */
  skill?: InputMaybe<Scalars['String']['input']>;
  /** The statements of a true/false question: two to eight. */
  statements?: InputMaybe<Array<StatementInput>>;
  /** The question itself: Markdown with LaTeX between dollar signs. */
  stem: Scalars['String']['input'];
  /** A new stimulus that it asks about; give this or `stimulusId`. */
  stimulus?: InputMaybe<StimulusInput>;
  /** The stimulus it asks about, which other questions already use; give this or `stimulus`. */
  stimulusId?: InputMaybe<Scalars['ID']['input']>;
  /** How it is answered. */
  type: QuestionType;
};

/** Where a question, or one version of it, stands. */
export type QuestionState =
  /** Being written. */
  | 'DRAFT'
  /** Waiting for a review. */
  | 'IN_REVIEW'
  /** In use: exams can be filled with it. */
  | 'PUBLISHED'
  /** No longer in use. A version is also retired when a newer one takes its place. */
  | 'RETIRED';

/** How a question is answered. */
export type QuestionType =
  /** One of four or five options is right. */
  | 'MULTIPLE_CHOICE'
  /** A number, compared by its value. */
  | 'SHORT_ANSWER'
  /** Each of several statements is true or false. */
  | 'TRUE_FALSE';

/** What a question says in one version. It never changes. */
export type QuestionVersion = {
  __typename?: 'QuestionVersion';
  /** The right answer of a short-answer question; null otherwise. */
  answer?: Maybe<ShortAnswer>;
  /** Who wrote it; null for what was imported on the system's own account. */
  author?: Maybe<User>;
  /** When this version was written. */
  createdAt: Scalars['DateTime']['output'];
  /** The exam it is written for. */
  exam: ExamFamily;
  /** Why the right answer is right. */
  explanation: Scalars['String']['output'];
  /** The picture that belongs to it. */
  figure?: Maybe<Figure>;
  /** The version's id. */
  id: Scalars['ID']['output'];
  /** How the question behaves; null when nobody has said. */
  irt?: Maybe<IrtParameters>;
  /** The id of the right option; null unless it is a multiple-choice question. */
  key?: Maybe<Scalars['ID']['output']>;
  /** The language it is written in. */
  language: ContentLanguage;
  /** The licence it is used under. */
  license?: Maybe<Scalars['String']['output']>;
  /** The options of a multiple-choice question; empty otherwise. */
  options: Array<Option>;
  /** When this version was published; null before that. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The question that this is a version of. */
  question?: Maybe<Question>;
  /** The code of the section it is written for, for example `PU`. */
  section: Scalars['String']['output'];
  /** What it tests. */
  skill: Skill;
  /** Where this version stands. */
  state: QuestionState;
  /** The statements of a true/false question; empty otherwise. */
  statements: Array<Statement>;
  /** The question itself: Markdown with LaTeX between dollar signs. */
  stem: Scalars['String']['output'];
  /** What it asks about; null when it stands alone. */
  stimulus?: Maybe<Stimulus>;
  /** How it is answered. */
  type: QuestionType;
  /** 1 for the first version, and so on. */
  version: Scalars['Int']['output'];
};

/** What can go wrong in `retireExam`. */
export type RetireExamError = NotFound | WrongState;

/** The input of `retireExam`. */
export type RetireExamInput = {
  /** The exam to be retired. */
  examId: Scalars['ID']['input'];
};

/** The result of `retireExam`. */
export type RetireExamPayload = {
  __typename?: 'RetireExamPayload';
  /** Why the exam was not retired. */
  errors: Array<RetireExamError>;
  /** The exam; null when there are errors. */
  exam?: Maybe<Exam>;
};

/** What can go wrong in `retireQuestion`. */
export type RetireQuestionError = NotFound | WrongState;

/** The input of `retireQuestion`. */
export type RetireQuestionInput = {
  /** The question to be retired. */
  questionId: Scalars['ID']['input'];
};

/** The result of `retireQuestion`. */
export type RetireQuestionPayload = {
  __typename?: 'RetireQuestionPayload';
  /** Why the question was not retired. */
  errors: Array<RetireQuestionError>;
  /** The question; null when there are errors. */
  question?: Maybe<Question>;
};

/** What can go wrong in `reviseQuestion`. */
export type ReviseQuestionError = InvalidInput | NotFound;

/** The input of `reviseQuestion`. */
export type ReviseQuestionInput = {
  /** What the question shall say. */
  question: QuestionInput;
  /** The question to be revised. */
  questionId: Scalars['ID']['input'];
};

/** The result of `reviseQuestion`. */
export type ReviseQuestionPayload = {
  __typename?: 'ReviseQuestionPayload';
  /** Why the question was not revised. */
  errors: Array<ReviseQuestionError>;
  /** The question with its new version; null when there are errors. */
  question?: Maybe<Question>;
};

/** The right answer of a short-answer question. */
export type ShortAnswer = {
  __typename?: 'ShortAnswer';
  /** How far an answer may be from the value; 0 when it must be equal. */
  tolerance: Scalars['Float']['output'];
  /** The unit that the answer is in, shown beside the field. */
  unit?: Maybe<Scalars['String']['output']>;
  /** An integer, a decimal number or a fraction `a/b`. */
  value: Scalars['String']['output'];
};

/** The right answer of a short-answer question. */
export type ShortAnswerInput = {
  /** How far an answer may be from the value. */
  tolerance: Scalars['Float']['input'];
  /** The unit that the answer is in. */
  unit?: InputMaybe<Scalars['String']['input']>;
  /** An integer, a decimal number (with a point or a comma) or a fraction `a/b`. */
  value: Scalars['String']['input'];
};

/** What a question tests. Skills form a tree below each section. */
export type Skill = {
  __typename?: 'Skill';
  /** The skills that are its parts. */
  children: Array<Skill>;
  /** The skill's code: a path from its section, for example `PU.DEDUCTIVE`. */
  code: Scalars['String']['output'];
  /** The exam it belongs to. */
  exam: ExamFamily;
  /** The skill's id. */
  id: Scalars['ID']['output'];
  /** The skill's name, in the reader's language. */
  name: Scalars['String']['output'];
  /** The skill it is a part of; null for a section's own skill. */
  parent?: Maybe<Skill>;
  /** The code of the section it belongs to, for example `PU`. */
  section: Scalars['String']['output'];
};

/** A statement that is true or false. */
export type Statement = {
  __typename?: 'Statement';
  /** The statement's id within its question. */
  id: Scalars['ID']['output'];
  /** Whether it is true. */
  key: Scalars['Boolean']['output'];
  /** The statement's text: Markdown with LaTeX between dollar signs. */
  text: Scalars['String']['output'];
};

/** A statement that is true or false. */
export type StatementInput = {
  /** The statement's id within its question. */
  id: Scalars['ID']['input'];
  /** Whether it is true. */
  key: Scalars['Boolean']['input'];
  /** The statement's text: Markdown with LaTeX between dollar signs. */
  text: Scalars['String']['input'];
};

/** A text, table or dialogue that one or several questions ask about. */
export type Stimulus = {
  __typename?: 'Stimulus';
  /** Its name in the file that it came from. */
  externalId?: Maybe<Scalars['String']['output']>;
  /** The stimulus's id. */
  id: Scalars['ID']['output'];
  /** The language it is written in. */
  language: ContentLanguage;
  /** Where the text comes from, as readers shall see it. */
  source?: Maybe<Scalars['String']['output']>;
  /** The text: Markdown with LaTeX between dollar signs. */
  text: Scalars['String']['output'];
  /** Its title, if it has one. */
  title?: Maybe<Scalars['String']['output']>;
};

/** A text that questions ask about. */
export type StimulusInput = {
  /** The language it is written in. */
  language: ContentLanguage;
  /** Where the text comes from, as readers shall see it. */
  source?: InputMaybe<Scalars['String']['input']>;
  /** The text: Markdown with LaTeX between dollar signs. */
  text: Scalars['String']['input'];
  /** Its title. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** What can go wrong in `submitQuestionForReview`. */
export type SubmitQuestionForReviewError = NotFound | WrongState;

/** The input of `submitQuestionForReview`. */
export type SubmitQuestionForReviewInput = {
  /** The question whose draft is ready. */
  questionId: Scalars['ID']['input'];
};

/** The result of `submitQuestionForReview`. */
export type SubmitQuestionForReviewPayload = {
  __typename?: 'SubmitQuestionForReviewPayload';
  /** Why the question was not submitted. */
  errors: Array<SubmitQuestionForReviewError>;
  /** The question; null when there are errors. */
  question?: Maybe<Question>;
};

export type User = {
  __typename?: 'User';
  /** The person's id. */
  id: Scalars['ID']['output'];
};

/** A failure that a person can cause and understand. It is data, not an exception. */
export type UserError = {
  /** A stable code for programs, in UPPER_SNAKE_CASE. */
  code: Scalars['String']['output'];
  /** The path of the input field that was wrong, for example `input.email`; null when no single field is at fault. */
  field?: Maybe<Scalars['String']['output']>;
  /** What was wrong, in the reader's language. */
  message: Scalars['String']['output'];
};

/** An action that the thing's present state does not allow, for example an answer after the deadline. */
export type WrongState = UserError & {
  __typename?: 'WrongState';
  /** Which rule of the state was broken, for example `SECTION_CLOSED`. */
  code: Scalars['String']['output'];
  /** The path of the field that named the thing. */
  field?: Maybe<Scalars['String']['output']>;
  /** What the state is and what it would have to be, in the reader's language. */
  message: Scalars['String']['output'];
};

/** Who may keep an answer. */
export type CacheControl__Scope =
  /** Whoever asked, and nobody else. */
  | 'PRIVATE'
  /** Anyone on its way, since it is the same for all who ask. */
  | 'PUBLIC';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Exam: Exam;
  ExamSection: ExamSection;
  Question: Question;
  QuestionVersion: QuestionVersion;
  Skill: Skill;
  Stimulus: Stimulus;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Exam:
    ( { __typename: 'Exam' }
    & GraphQLRecursivePick<FederationTypes['Exam'], {"id":true}> );
  ExamSection:
    ( { __typename: 'ExamSection' }
    & GraphQLRecursivePick<FederationTypes['ExamSection'], {"id":true}> );
  Question:
    ( { __typename: 'Question' }
    & GraphQLRecursivePick<FederationTypes['Question'], {"id":true}> );
  QuestionVersion:
    ( { __typename: 'QuestionVersion' }
    & GraphQLRecursivePick<FederationTypes['QuestionVersion'], {"id":true}> );
  Skill:
    ( { __typename: 'Skill' }
    & GraphQLRecursivePick<FederationTypes['Skill'], {"id":true}> );
  Stimulus:
    ( { __typename: 'Stimulus' }
    & GraphQLRecursivePick<FederationTypes['Stimulus'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CreateExamError: ( InvalidInput );
  CreateQuestionError: ( InvalidInput );
  FillExamError:
    | ( InsufficientQuestions )
    | ( NotFound )
    | ( WrongState )
  ;
  ImportQuestionsError: ( InvalidInput );
  PublishExamError:
    | ( InsufficientQuestions )
    | ( NotFound )
    | ( WrongState )
  ;
  PublishQuestionError:
    | ( NotFound )
    | ( WrongState )
  ;
  RetireExamError:
    | ( NotFound )
    | ( WrongState )
  ;
  RetireQuestionError:
    | ( NotFound )
    | ( WrongState )
  ;
  ReviseQuestionError:
    | ( InvalidInput )
    | ( NotFound )
  ;
  SubmitQuestionForReviewError:
    | ( NotFound )
    | ( WrongState )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( InsufficientQuestions )
    | ( InvalidInput )
    | ( NotFound )
    | ( WrongState )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  BilingualText: ResolverTypeWrapper<BilingualText>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  BilingualTextInput: BilingualTextInput;
  ContentLanguage: null;
  CreateExamError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateExamError']>;
  CreateExamInput: CreateExamInput;
  CreateExamPayload: ResolverTypeWrapper<Omit<CreateExamPayload, 'errors' | 'exam'> & { errors: Array<ResolversTypes['CreateExamError']>, exam?: Maybe<ResolversTypes['Exam']> }>;
  CreateQuestionError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateQuestionError']>;
  CreateQuestionInput: CreateQuestionInput;
  CreateQuestionPayload: ResolverTypeWrapper<Omit<CreateQuestionPayload, 'errors' | 'question'> & { errors: Array<ResolversTypes['CreateQuestionError']>, question?: Maybe<ResolversTypes['Question']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Exam: ResolverTypeWrapper<ExamRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ExamConnection: ResolverTypeWrapper<Omit<ExamConnection, 'edges'> & { edges: Array<ResolversTypes['ExamEdge']> }>;
  ExamEdge: ResolverTypeWrapper<Omit<ExamEdge, 'node'> & { node: ResolversTypes['Exam'] }>;
  ExamFamily: ExamFamily;
  ExamFormat: ExamFormat;
  ExamSection: ResolverTypeWrapper<ExamSectionRow>;
  ExamSectionInput: ExamSectionInput;
  ExamStatus: ExamStatus;
  Figure: ResolverTypeWrapper<Figure>;
  FigureInput: FigureInput;
  FillExamError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['FillExamError']>;
  FillExamInput: FillExamInput;
  FillExamPayload: ResolverTypeWrapper<Omit<FillExamPayload, 'errors' | 'exam'> & { errors: Array<ResolversTypes['FillExamError']>, exam?: Maybe<ResolversTypes['Exam']> }>;
  ImportQuestionsError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ImportQuestionsError']>;
  ImportQuestionsInput: ImportQuestionsInput;
  ImportQuestionsPayload: ResolverTypeWrapper<Omit<ImportQuestionsPayload, 'errors' | 'report'> & { errors: Array<ResolversTypes['ImportQuestionsError']>, report?: Maybe<ResolversTypes['ImportReport']> }>;
  ImportRefusal: ResolverTypeWrapper<Refusal>;
  ImportReport: ResolverTypeWrapper<Omit<ImportReport, 'refusals'> & { refusals: Array<ResolversTypes['ImportRefusal']> }>;
  InsufficientQuestions: ResolverTypeWrapper<InsufficientQuestions>;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  IrtParameters: ResolverTypeWrapper<IrtParameters>;
  IrtParametersInput: IrtParametersInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFound: ResolverTypeWrapper<NotFound>;
  Option: ResolverTypeWrapper<Option>;
  OptionInput: OptionInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PublishExamError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PublishExamError']>;
  PublishExamInput: PublishExamInput;
  PublishExamPayload: ResolverTypeWrapper<Omit<PublishExamPayload, 'errors' | 'exam'> & { errors: Array<ResolversTypes['PublishExamError']>, exam?: Maybe<ResolversTypes['Exam']> }>;
  PublishQuestionError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PublishQuestionError']>;
  PublishQuestionInput: PublishQuestionInput;
  PublishQuestionPayload: ResolverTypeWrapper<Omit<PublishQuestionPayload, 'errors' | 'question'> & { errors: Array<ResolversTypes['PublishQuestionError']>, question?: Maybe<ResolversTypes['Question']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Question: ResolverTypeWrapper<QuestionRow>;
  QuestionConnection: ResolverTypeWrapper<Omit<QuestionConnection, 'edges'> & { edges: Array<ResolversTypes['QuestionEdge']> }>;
  QuestionEdge: ResolverTypeWrapper<Omit<QuestionEdge, 'node'> & { node: ResolversTypes['Question'] }>;
  QuestionFilter: QuestionFilter;
  QuestionInput: QuestionInput;
  QuestionState: QuestionState;
  QuestionType: QuestionType;
  QuestionVersion: ResolverTypeWrapper<QuestionVersionRow>;
  RetireExamError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RetireExamError']>;
  RetireExamInput: RetireExamInput;
  RetireExamPayload: ResolverTypeWrapper<Omit<RetireExamPayload, 'errors' | 'exam'> & { errors: Array<ResolversTypes['RetireExamError']>, exam?: Maybe<ResolversTypes['Exam']> }>;
  RetireQuestionError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RetireQuestionError']>;
  RetireQuestionInput: RetireQuestionInput;
  RetireQuestionPayload: ResolverTypeWrapper<Omit<RetireQuestionPayload, 'errors' | 'question'> & { errors: Array<ResolversTypes['RetireQuestionError']>, question?: Maybe<ResolversTypes['Question']> }>;
  ReviseQuestionError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReviseQuestionError']>;
  ReviseQuestionInput: ReviseQuestionInput;
  ReviseQuestionPayload: ResolverTypeWrapper<Omit<ReviseQuestionPayload, 'errors' | 'question'> & { errors: Array<ResolversTypes['ReviseQuestionError']>, question?: Maybe<ResolversTypes['Question']> }>;
  ShortAnswer: ResolverTypeWrapper<ShortAnswer>;
  ShortAnswerInput: ShortAnswerInput;
  Skill: ResolverTypeWrapper<SkillRow>;
  Statement: ResolverTypeWrapper<Statement>;
  StatementInput: StatementInput;
  Stimulus: ResolverTypeWrapper<StimulusRow>;
  StimulusInput: StimulusInput;
  SubmitQuestionForReviewError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SubmitQuestionForReviewError']>;
  SubmitQuestionForReviewInput: SubmitQuestionForReviewInput;
  SubmitQuestionForReviewPayload: ResolverTypeWrapper<Omit<SubmitQuestionForReviewPayload, 'errors' | 'question'> & { errors: Array<ResolversTypes['SubmitQuestionForReviewError']>, question?: Maybe<ResolversTypes['Question']> }>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  WrongState: ResolverTypeWrapper<WrongState>;
  cacheControl__Scope: CacheControl__Scope;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  BilingualText: BilingualText;
  String: Scalars['String']['output'];
  BilingualTextInput: BilingualTextInput;
  CreateExamError: ResolversUnionTypes<ResolversParentTypes>['CreateExamError'];
  CreateExamInput: CreateExamInput;
  CreateExamPayload: Omit<CreateExamPayload, 'errors' | 'exam'> & { errors: Array<ResolversParentTypes['CreateExamError']>, exam?: Maybe<ResolversParentTypes['Exam']> };
  CreateQuestionError: ResolversUnionTypes<ResolversParentTypes>['CreateQuestionError'];
  CreateQuestionInput: CreateQuestionInput;
  CreateQuestionPayload: Omit<CreateQuestionPayload, 'errors' | 'question'> & { errors: Array<ResolversParentTypes['CreateQuestionError']>, question?: Maybe<ResolversParentTypes['Question']> };
  DateTime: Scalars['DateTime']['output'];
  Exam: ExamRow;
  ID: Scalars['ID']['output'];
  Float: Scalars['Float']['output'];
  ExamConnection: Omit<ExamConnection, 'edges'> & { edges: Array<ResolversParentTypes['ExamEdge']> };
  ExamEdge: Omit<ExamEdge, 'node'> & { node: ResolversParentTypes['Exam'] };
  ExamSection: ExamSectionRow;
  ExamSectionInput: ExamSectionInput;
  Figure: Figure;
  FigureInput: FigureInput;
  FillExamError: ResolversUnionTypes<ResolversParentTypes>['FillExamError'];
  FillExamInput: FillExamInput;
  FillExamPayload: Omit<FillExamPayload, 'errors' | 'exam'> & { errors: Array<ResolversParentTypes['FillExamError']>, exam?: Maybe<ResolversParentTypes['Exam']> };
  ImportQuestionsError: ResolversUnionTypes<ResolversParentTypes>['ImportQuestionsError'];
  ImportQuestionsInput: ImportQuestionsInput;
  ImportQuestionsPayload: Omit<ImportQuestionsPayload, 'errors' | 'report'> & { errors: Array<ResolversParentTypes['ImportQuestionsError']>, report?: Maybe<ResolversParentTypes['ImportReport']> };
  ImportRefusal: Refusal;
  ImportReport: Omit<ImportReport, 'refusals'> & { refusals: Array<ResolversParentTypes['ImportRefusal']> };
  InsufficientQuestions: InsufficientQuestions;
  InvalidInput: InvalidInput;
  IrtParameters: IrtParameters;
  IrtParametersInput: IrtParametersInput;
  Mutation: Record<PropertyKey, never>;
  NotFound: NotFound;
  Option: Option;
  OptionInput: OptionInput;
  PageInfo: PageInfo;
  PublishExamError: ResolversUnionTypes<ResolversParentTypes>['PublishExamError'];
  PublishExamInput: PublishExamInput;
  PublishExamPayload: Omit<PublishExamPayload, 'errors' | 'exam'> & { errors: Array<ResolversParentTypes['PublishExamError']>, exam?: Maybe<ResolversParentTypes['Exam']> };
  PublishQuestionError: ResolversUnionTypes<ResolversParentTypes>['PublishQuestionError'];
  PublishQuestionInput: PublishQuestionInput;
  PublishQuestionPayload: Omit<PublishQuestionPayload, 'errors' | 'question'> & { errors: Array<ResolversParentTypes['PublishQuestionError']>, question?: Maybe<ResolversParentTypes['Question']> };
  Query: Record<PropertyKey, never>;
  Question: QuestionRow;
  QuestionConnection: Omit<QuestionConnection, 'edges'> & { edges: Array<ResolversParentTypes['QuestionEdge']> };
  QuestionEdge: Omit<QuestionEdge, 'node'> & { node: ResolversParentTypes['Question'] };
  QuestionFilter: QuestionFilter;
  QuestionInput: QuestionInput;
  QuestionVersion: QuestionVersionRow;
  RetireExamError: ResolversUnionTypes<ResolversParentTypes>['RetireExamError'];
  RetireExamInput: RetireExamInput;
  RetireExamPayload: Omit<RetireExamPayload, 'errors' | 'exam'> & { errors: Array<ResolversParentTypes['RetireExamError']>, exam?: Maybe<ResolversParentTypes['Exam']> };
  RetireQuestionError: ResolversUnionTypes<ResolversParentTypes>['RetireQuestionError'];
  RetireQuestionInput: RetireQuestionInput;
  RetireQuestionPayload: Omit<RetireQuestionPayload, 'errors' | 'question'> & { errors: Array<ResolversParentTypes['RetireQuestionError']>, question?: Maybe<ResolversParentTypes['Question']> };
  ReviseQuestionError: ResolversUnionTypes<ResolversParentTypes>['ReviseQuestionError'];
  ReviseQuestionInput: ReviseQuestionInput;
  ReviseQuestionPayload: Omit<ReviseQuestionPayload, 'errors' | 'question'> & { errors: Array<ResolversParentTypes['ReviseQuestionError']>, question?: Maybe<ResolversParentTypes['Question']> };
  ShortAnswer: ShortAnswer;
  ShortAnswerInput: ShortAnswerInput;
  Skill: SkillRow;
  Statement: Statement;
  StatementInput: StatementInput;
  Stimulus: StimulusRow;
  StimulusInput: StimulusInput;
  SubmitQuestionForReviewError: ResolversUnionTypes<ResolversParentTypes>['SubmitQuestionForReviewError'];
  SubmitQuestionForReviewInput: SubmitQuestionForReviewInput;
  SubmitQuestionForReviewPayload: Omit<SubmitQuestionForReviewPayload, 'errors' | 'question'> & { errors: Array<ResolversParentTypes['SubmitQuestionForReviewError']>, question?: Maybe<ResolversParentTypes['Question']> };
  User: User;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  WrongState: WrongState;
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
  scope?: Maybe<CacheControl__Scope>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type BilingualTextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BilingualText'] = ResolversParentTypes['BilingualText']> = {
  en?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ContentLanguageResolvers = { EN: 'en', ID: 'id' };

export type CreateExamErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateExamError'] = ResolversParentTypes['CreateExamError']> = {
  __resolveType: TypeResolveFn<'InvalidInput', ParentType, ContextType>;
};

export type CreateExamPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateExamPayload'] = ResolversParentTypes['CreateExamPayload']> = {
  errors?: Resolver<Array<ResolversTypes['CreateExamError']>, ParentType, ContextType>;
  exam?: Resolver<Maybe<ResolversTypes['Exam']>, ParentType, ContextType>;
};

export type CreateQuestionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateQuestionError'] = ResolversParentTypes['CreateQuestionError']> = {
  __resolveType: TypeResolveFn<'InvalidInput', ParentType, ContextType>;
};

export type CreateQuestionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateQuestionPayload'] = ResolversParentTypes['CreateQuestionPayload']> = {
  errors?: Resolver<Array<ResolversTypes['CreateQuestionError']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['Question']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ExamResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Exam'] = ResolversParentTypes['Exam'], FederationReferenceType extends FederationReferenceTypes['Exam'] = FederationReferenceTypes['Exam']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Exam']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  format?: Resolver<Maybe<ResolversTypes['ExamFormat']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  questionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sections?: Resolver<Array<ResolversTypes['ExamSection']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ExamStatus'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  titles?: Resolver<ResolversTypes['BilingualText'], ParentType, ContextType>;
};

export type ExamConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamConnection'] = ResolversParentTypes['ExamConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ExamEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ExamEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamEdge'] = ResolversParentTypes['ExamEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Exam'], ParentType, ContextType>;
};

export type ExamSectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamSection'] = ResolversParentTypes['ExamSection'], FederationReferenceType extends FederationReferenceTypes['ExamSection'] = FederationReferenceTypes['ExamSection']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ExamSection']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exam?: Resolver<Maybe<ResolversTypes['Exam']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  questions?: Resolver<Array<ResolversTypes['QuestionVersion']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  titles?: Resolver<ResolversTypes['BilingualText'], ParentType, ContextType>;
};

export type FigureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Figure'] = ResolversParentTypes['Figure']> = {
  alt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FillExamErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FillExamError'] = ResolversParentTypes['FillExamError']> = {
  __resolveType: TypeResolveFn<'InsufficientQuestions' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type FillExamPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FillExamPayload'] = ResolversParentTypes['FillExamPayload']> = {
  errors?: Resolver<Array<ResolversTypes['FillExamError']>, ParentType, ContextType>;
  exam?: Resolver<Maybe<ResolversTypes['Exam']>, ParentType, ContextType>;
};

export type ImportQuestionsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportQuestionsError'] = ResolversParentTypes['ImportQuestionsError']> = {
  __resolveType: TypeResolveFn<'InvalidInput', ParentType, ContextType>;
};

export type ImportQuestionsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportQuestionsPayload'] = ResolversParentTypes['ImportQuestionsPayload']> = {
  errors?: Resolver<Array<ResolversTypes['ImportQuestionsError']>, ParentType, ContextType>;
  report?: Resolver<Maybe<ResolversTypes['ImportReport']>, ParentType, ContextType>;
};

export type ImportRefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportRefusal'] = ResolversParentTypes['ImportRefusal']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  questionId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ImportRefusalReasonArgs>>;
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImportReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportReport'] = ResolversParentTypes['ImportReport']> = {
  applied?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  created?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  published?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refusals?: Resolver<Array<ResolversTypes['ImportRefusal']>, ParentType, ContextType>;
  refusedRows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InsufficientQuestionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsufficientQuestions'] = ResolversParentTypes['InsufficientQuestions']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  needed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  section?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IrtParametersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IrtParameters'] = ResolversParentTypes['IrtParameters']> = {
  a?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  b?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  c?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  provisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createExam?: Resolver<ResolversTypes['CreateExamPayload'], ParentType, ContextType, RequireFields<MutationCreateExamArgs, 'input'>>;
  createQuestion?: Resolver<ResolversTypes['CreateQuestionPayload'], ParentType, ContextType, RequireFields<MutationCreateQuestionArgs, 'input'>>;
  fillExam?: Resolver<ResolversTypes['FillExamPayload'], ParentType, ContextType, RequireFields<MutationFillExamArgs, 'input'>>;
  importQuestions?: Resolver<ResolversTypes['ImportQuestionsPayload'], ParentType, ContextType, RequireFields<MutationImportQuestionsArgs, 'input'>>;
  publishExam?: Resolver<ResolversTypes['PublishExamPayload'], ParentType, ContextType, RequireFields<MutationPublishExamArgs, 'input'>>;
  publishQuestion?: Resolver<ResolversTypes['PublishQuestionPayload'], ParentType, ContextType, RequireFields<MutationPublishQuestionArgs, 'input'>>;
  retireExam?: Resolver<ResolversTypes['RetireExamPayload'], ParentType, ContextType, RequireFields<MutationRetireExamArgs, 'input'>>;
  retireQuestion?: Resolver<ResolversTypes['RetireQuestionPayload'], ParentType, ContextType, RequireFields<MutationRetireQuestionArgs, 'input'>>;
  reviseQuestion?: Resolver<ResolversTypes['ReviseQuestionPayload'], ParentType, ContextType, RequireFields<MutationReviseQuestionArgs, 'input'>>;
  submitQuestionForReview?: Resolver<ResolversTypes['SubmitQuestionForReviewPayload'], ParentType, ContextType, RequireFields<MutationSubmitQuestionForReviewArgs, 'input'>>;
};

export type NotFoundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFound'] = ResolversParentTypes['NotFound']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Option'] = ResolversParentTypes['Option']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  misconception?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PublishExamErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishExamError'] = ResolversParentTypes['PublishExamError']> = {
  __resolveType: TypeResolveFn<'InsufficientQuestions' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type PublishExamPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishExamPayload'] = ResolversParentTypes['PublishExamPayload']> = {
  errors?: Resolver<Array<ResolversTypes['PublishExamError']>, ParentType, ContextType>;
  exam?: Resolver<Maybe<ResolversTypes['Exam']>, ParentType, ContextType>;
};

export type PublishQuestionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishQuestionError'] = ResolversParentTypes['PublishQuestionError']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type PublishQuestionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishQuestionPayload'] = ResolversParentTypes['PublishQuestionPayload']> = {
  errors?: Resolver<Array<ResolversTypes['PublishQuestionError']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['Question']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  exam?: Resolver<Maybe<ResolversTypes['Exam']>, ParentType, ContextType, RequireFields<QueryExamArgs, 'id'>>;
  examByCode?: Resolver<Maybe<ResolversTypes['Exam']>, ParentType, ContextType, RequireFields<QueryExamByCodeArgs, 'code'>>;
  exams?: Resolver<ResolversTypes['ExamConnection'], ParentType, ContextType, RequireFields<QueryExamsArgs, 'first'>>;
  question?: Resolver<Maybe<ResolversTypes['Question']>, ParentType, ContextType, RequireFields<QueryQuestionArgs, 'id'>>;
  questions?: Resolver<ResolversTypes['QuestionConnection'], ParentType, ContextType, RequireFields<QueryQuestionsArgs, 'first'>>;
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType, RequireFields<QuerySkillArgs, 'code'>>;
  skills?: Resolver<Array<ResolversTypes['Skill']>, ParentType, ContextType, Partial<QuerySkillsArgs>>;
  stimulus?: Resolver<Maybe<ResolversTypes['Stimulus']>, ParentType, ContextType, RequireFields<QueryStimulusArgs, 'id'>>;
};

export type QuestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Question'] = ResolversParentTypes['Question'], FederationReferenceType extends FederationReferenceTypes['Question'] = FederationReferenceTypes['Question']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Question']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  latestVersion?: Resolver<Maybe<ResolversTypes['QuestionVersion']>, ParentType, ContextType>;
  publishedVersion?: Resolver<Maybe<ResolversTypes['QuestionVersion']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['QuestionState'], ParentType, ContextType>;
  versions?: Resolver<Array<ResolversTypes['QuestionVersion']>, ParentType, ContextType>;
};

export type QuestionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuestionConnection'] = ResolversParentTypes['QuestionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['QuestionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type QuestionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuestionEdge'] = ResolversParentTypes['QuestionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Question'], ParentType, ContextType>;
};

export type QuestionVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuestionVersion'] = ResolversParentTypes['QuestionVersion'], FederationReferenceType extends FederationReferenceTypes['QuestionVersion'] = FederationReferenceTypes['QuestionVersion']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['QuestionVersion']> | FederationReferenceType, FederationReferenceType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['ShortAnswer']>, ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  exam?: Resolver<ResolversTypes['ExamFamily'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  figure?: Resolver<Maybe<ResolversTypes['Figure']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  irt?: Resolver<Maybe<ResolversTypes['IrtParameters']>, ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  language?: Resolver<ResolversTypes['ContentLanguage'], ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['Option']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['Question']>, ParentType, ContextType>;
  section?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  skill?: Resolver<ResolversTypes['Skill'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['QuestionState'], ParentType, ContextType>;
  statements?: Resolver<Array<ResolversTypes['Statement']>, ParentType, ContextType>;
  stem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stimulus?: Resolver<Maybe<ResolversTypes['Stimulus']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['QuestionType'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RetireExamErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetireExamError'] = ResolversParentTypes['RetireExamError']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type RetireExamPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetireExamPayload'] = ResolversParentTypes['RetireExamPayload']> = {
  errors?: Resolver<Array<ResolversTypes['RetireExamError']>, ParentType, ContextType>;
  exam?: Resolver<Maybe<ResolversTypes['Exam']>, ParentType, ContextType>;
};

export type RetireQuestionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetireQuestionError'] = ResolversParentTypes['RetireQuestionError']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type RetireQuestionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetireQuestionPayload'] = ResolversParentTypes['RetireQuestionPayload']> = {
  errors?: Resolver<Array<ResolversTypes['RetireQuestionError']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['Question']>, ParentType, ContextType>;
};

export type ReviseQuestionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviseQuestionError'] = ResolversParentTypes['ReviseQuestionError']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotFound', ParentType, ContextType>;
};

export type ReviseQuestionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviseQuestionPayload'] = ResolversParentTypes['ReviseQuestionPayload']> = {
  errors?: Resolver<Array<ResolversTypes['ReviseQuestionError']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['Question']>, ParentType, ContextType>;
};

export type ShortAnswerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShortAnswer'] = ResolversParentTypes['ShortAnswer']> = {
  tolerance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SkillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Skill'] = ResolversParentTypes['Skill'], FederationReferenceType extends FederationReferenceTypes['Skill'] = FederationReferenceTypes['Skill']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Skill']> | FederationReferenceType, FederationReferenceType, ContextType>;
  children?: Resolver<Array<ResolversTypes['Skill']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  exam?: Resolver<ResolversTypes['ExamFamily'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  section?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StatementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Statement'] = ResolversParentTypes['Statement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StimulusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Stimulus'] = ResolversParentTypes['Stimulus'], FederationReferenceType extends FederationReferenceTypes['Stimulus'] = FederationReferenceTypes['Stimulus']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Stimulus']> | FederationReferenceType, FederationReferenceType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['ContentLanguage'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubmitQuestionForReviewErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitQuestionForReviewError'] = ResolversParentTypes['SubmitQuestionForReviewError']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type SubmitQuestionForReviewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitQuestionForReviewPayload'] = ResolversParentTypes['SubmitQuestionForReviewPayload']> = {
  errors?: Resolver<Array<ResolversTypes['SubmitQuestionForReviewError']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['Question']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'InsufficientQuestions' | 'InvalidInput' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type WrongStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WrongState'] = ResolversParentTypes['WrongState']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  BilingualText?: BilingualTextResolvers<ContextType>;
  ContentLanguage?: ContentLanguageResolvers;
  CreateExamError?: CreateExamErrorResolvers<ContextType>;
  CreateExamPayload?: CreateExamPayloadResolvers<ContextType>;
  CreateQuestionError?: CreateQuestionErrorResolvers<ContextType>;
  CreateQuestionPayload?: CreateQuestionPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Exam?: ExamResolvers<ContextType>;
  ExamConnection?: ExamConnectionResolvers<ContextType>;
  ExamEdge?: ExamEdgeResolvers<ContextType>;
  ExamSection?: ExamSectionResolvers<ContextType>;
  Figure?: FigureResolvers<ContextType>;
  FillExamError?: FillExamErrorResolvers<ContextType>;
  FillExamPayload?: FillExamPayloadResolvers<ContextType>;
  ImportQuestionsError?: ImportQuestionsErrorResolvers<ContextType>;
  ImportQuestionsPayload?: ImportQuestionsPayloadResolvers<ContextType>;
  ImportRefusal?: ImportRefusalResolvers<ContextType>;
  ImportReport?: ImportReportResolvers<ContextType>;
  InsufficientQuestions?: InsufficientQuestionsResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  IrtParameters?: IrtParametersResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  Option?: OptionResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PublishExamError?: PublishExamErrorResolvers<ContextType>;
  PublishExamPayload?: PublishExamPayloadResolvers<ContextType>;
  PublishQuestionError?: PublishQuestionErrorResolvers<ContextType>;
  PublishQuestionPayload?: PublishQuestionPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Question?: QuestionResolvers<ContextType>;
  QuestionConnection?: QuestionConnectionResolvers<ContextType>;
  QuestionEdge?: QuestionEdgeResolvers<ContextType>;
  QuestionVersion?: QuestionVersionResolvers<ContextType>;
  RetireExamError?: RetireExamErrorResolvers<ContextType>;
  RetireExamPayload?: RetireExamPayloadResolvers<ContextType>;
  RetireQuestionError?: RetireQuestionErrorResolvers<ContextType>;
  RetireQuestionPayload?: RetireQuestionPayloadResolvers<ContextType>;
  ReviseQuestionError?: ReviseQuestionErrorResolvers<ContextType>;
  ReviseQuestionPayload?: ReviseQuestionPayloadResolvers<ContextType>;
  ShortAnswer?: ShortAnswerResolvers<ContextType>;
  Skill?: SkillResolvers<ContextType>;
  Statement?: StatementResolvers<ContextType>;
  Stimulus?: StimulusResolvers<ContextType>;
  SubmitQuestionForReviewError?: SubmitQuestionForReviewErrorResolvers<ContextType>;
  SubmitQuestionForReviewPayload?: SubmitQuestionForReviewPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WrongState?: WrongStateResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
