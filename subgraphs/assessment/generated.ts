import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Reference, SectionModel, ItemModel, ReportModel } from './resolvers/models.ts';
import type { Session } from './active-sessions.ts';
import type { Response } from './domain/response.ts';
import type { SectionResult, SkillResult, Result } from './domain/score-report.ts';
import type { RoomRow, ParticipantRow } from './store/index.ts';
import type { SessionProgress, RoomActivity } from './progress.ts';
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

/** The word that an answer is stored: it survives whatever happens to the server from now on. */
export type AnswerAcknowledgement = {
  __typename?: 'AnswerAcknowledgement';
  /** The client's number for the answer. */
  clientSequence: Scalars['Int']['output'];
  /** The question's id in this session. */
  itemId: Scalars['ID']['output'];
  /** When the server received it. */
  receivedAt: Scalars['DateTime']['output'];
  /** The answer's place among the session's events. */
  sequence: Scalars['Int']['output'];
  /** Whether an answer with a higher number had come first, so that this one was kept but does not stand. */
  superseded: Scalars['Boolean']['output'];
};

/** Why a room could not be closed. */
export type CloseExamRoomError = NotFound;

/** A room to close. */
export type CloseExamRoomInput = {
  /** The room. One that is closed already is no error: nothing happens again. */
  roomId: Scalars['ID']['input'];
};

/** The room after closing. */
export type CloseExamRoomPayload = {
  __typename?: 'CloseExamRoomPayload';
  /** Why it was not closed. */
  errors: Array<CloseExamRoomError>;
  /** The room; null when there are errors. */
  room?: Maybe<ExamRoom>;
};

/** Why a room could not be opened. */
export type CreateExamRoomError = InvalidInput | NotFound;

/** A room to open. */
export type CreateExamRoomInput = {
  /** The exam that is sat in it. It must be published. */
  examId: Scalars['ID']['input'];
  /** What to call it, from 1 to 100 characters. */
  name: Scalars['String']['input'];
};

/** The room that was opened. */
export type CreateExamRoomPayload = {
  __typename?: 'CreateExamRoomPayload';
  /** Why it was not opened. */
  errors: Array<CreateExamRoomError>;
  /** The room; null when there are errors. */
  room?: Maybe<ExamRoom>;
};

export type Exam = {
  __typename?: 'Exam';
  /** The exam's id. */
  id: Scalars['ID']['output'];
};

/**
 * A sitting that a tutor watches: students join it with its code when they start the exam, and the tutor follows all of
 * them live.
 */
export type ExamRoom = {
  __typename?: 'ExamRoom';
  /** When it was closed; null while it is open. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What students type to join: six letters and digits, upper or lower case. */
  code: Scalars['String']['output'];
  /** When it was opened. */
  createdAt: Scalars['DateTime']['output'];
  /** The exam that is sat in it. */
  exam?: Maybe<Exam>;
  /** The room's id. */
  id: Scalars['ID']['output'];
  /** What the tutor calls it. */
  name: Scalars['String']['output'];
  /** Who sits the exam in this room, in the order of joining. */
  participants: RoomParticipantConnection;
  /** The number of the last event in this room. Events count from 1 without gaps. */
  sequence: Scalars['Int']['output'];
  /** Whether it takes new participants. */
  status: ExamRoomStatus;
  /** The tutor it belongs to. */
  tutor?: Maybe<User>;
};


/**
 * A sitting that a tutor watches: students join it with its code when they start the exam, and the tutor follows all of
 * them live.
 */
export type ExamRoomParticipantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A change in a room, and where the student's session stood after it. */
export type ExamRoomActivity = {
  __typename?: 'ExamRoomActivity';
  /** How many questions had an answer. */
  answeredCount: Scalars['Int']['output'];
  /** When it happened; for a snapshot, when something happened last. */
  at: Scalars['DateTime']['output'];
  /** How many questions there are. */
  itemCount: Scalars['Int']['output'];
  /** The number, within its section, of the question that was answered or flagged; null when it was none. */
  itemNumber?: Maybe<Scalars['Int']['output']>;
  /** What happened: `SNAPSHOT` once for each participant after subscribing, then as in the students' sessions. */
  kind: ExamSessionEventKind;
  /** The section that was open; null when the session had ended and in the snapshot of an empty room. */
  section?: Maybe<ExamSection>;
  /** The event's place among the room's events: what to pass as `afterSequence` to go on from here. Never falls. */
  sequence: Scalars['Int']['output'];
  /** The student's session; null in the snapshot of an empty room. */
  session?: Maybe<ExamSession>;
  /** Where the session stood; null in the snapshot of an empty room. */
  status?: Maybe<ExamSessionStatus>;
  /** The student; null in the snapshot of an empty room. */
  student?: Maybe<User>;
};

/** One page of a list of rooms. */
export type ExamRoomConnection = {
  __typename?: 'ExamRoomConnection';
  /** The rooms of this page, in order. */
  edges: Array<ExamRoomEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
};

/** A room's place in a list. */
export type ExamRoomEdge = {
  __typename?: 'ExamRoomEdge';
  /** The cursor of this place, to be passed as `after`. */
  cursor: Scalars['String']['output'];
  /** The room. */
  node: ExamRoom;
};

/** Whether a room takes new participants. */
export type ExamRoomStatus =
  /** Nobody can join any more. Sessions that run go on. */
  | 'CLOSED'
  /** Students can join with its code. */
  | 'OPEN';

export type ExamSection = {
  __typename?: 'ExamSection';
  /** The section's id. */
  id: Scalars['ID']['output'];
};

/**
 * One student sitting one exam. Its questions are frozen when it starts: later edits never change it. Its sections open
 * one after the other, each with its own time, by the server's clock alone.
 */
export type ExamSession = {
  __typename?: 'ExamSession';
  /** How many questions have an answer. */
  answeredCount: Scalars['Int']['output'];
  /** The open section; null when the session has ended. */
  currentSection?: Maybe<SessionSection>;
  /** When the open section is handed in by itself; null when the session has ended. */
  deadlineAt?: Maybe<Scalars['DateTime']['output']>;
  /** The exam that is sat. */
  exam?: Maybe<Exam>;
  /** When it ended; null while it runs. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The session's id. */
  id: Scalars['ID']['output'];
  /** One question of the open section by its id; null for any other. */
  item?: Maybe<SessionItem>;
  /** How many questions there are in all sections. */
  itemCount: Scalars['Int']['output'];
  /** The highest `clientSequence` that has been acknowledged, 0 before the first: a client that resumes goes on from here. */
  lastClientSequence: Scalars['Int']['output'];
  /** The whole seconds left in the open section, by the server's clock; 0 when the session has ended. */
  remainingSeconds: Scalars['Int']['output'];
  /** The score; null until the session has ended. */
  report?: Maybe<ScoreReport>;
  /**
   * Every question with the student's answer, its key and its explanation; null until the session has ended, and for the
   * student also while sitting the same exam again.
   */
  review?: Maybe<Array<ItemReview>>;
  /** The room it is sat in; null when it is sat alone, and for all but the room's tutor and administrators. */
  room?: Maybe<ExamRoom>;
  /** All sections, in the order in which they are sat. */
  sections: Array<SessionSection>;
  /** The number of the last event of this session. Events count from 1 without gaps. */
  sequence: Scalars['Int']['output'];
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** Where the session stands. */
  status: ExamSessionStatus;
  /** Who sits it. */
  student?: Maybe<User>;
  /** The exam's title at the time of starting, in the reader's language. */
  title: Scalars['String']['output'];
};


/**
 * One student sitting one exam. Its questions are frozen when it starts: later edits never change it. Its sections open
 * one after the other, each with its own time, by the server's clock alone.
 */
export type ExamSessionItemArgs = {
  id: Scalars['ID']['input'];
};

/** One page of a list of sessions. */
export type ExamSessionConnection = {
  __typename?: 'ExamSessionConnection';
  /** The sessions of this page, in order. */
  edges: Array<ExamSessionEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
};

/** A session's place in a list. */
export type ExamSessionEdge = {
  __typename?: 'ExamSessionEdge';
  /** The cursor of this place, to be passed as `after`. */
  cursor: Scalars['String']['output'];
  /** The session. */
  node: ExamSession;
};

/** What happened in a session. */
export type ExamSessionEventKind =
  /** A question was answered, or its answer changed or withdrawn. */
  | 'ANSWERED'
  /** The session ended. */
  | 'FINISHED'
  /** A question was flagged, or its flag taken off. */
  | 'FLAGGED'
  /** The session was scored: its report can be read. The last event of a session. */
  | 'SCORED'
  /** A section opened and its clock began. */
  | 'SECTION_OPENED'
  /** A section was handed in. */
  | 'SECTION_SUBMITTED'
  /** Nothing new: the state at the moment of subscribing. */
  | 'SNAPSHOT'
  /** The session began. */
  | 'STARTED';

/** A change in a session, and where the session stood after it. */
export type ExamSessionProgress = {
  __typename?: 'ExamSessionProgress';
  /** How many questions had an answer. */
  answeredCount: Scalars['Int']['output'];
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** The section that was open; null when the session had ended. */
  currentSection?: Maybe<ExamSection>;
  /** When the open section is handed in by itself; null when the session had ended. */
  deadlineAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many questions there are in all sections. */
  itemCount: Scalars['Int']['output'];
  /** The question it happened to, by its id in this session; null when it was none. */
  itemId?: Maybe<Scalars['ID']['output']>;
  /** What happened. */
  kind: ExamSessionEventKind;
  /** The whole seconds left in the open section at the time of sending; 0 when the session had ended. */
  remainingSeconds: Scalars['Int']['output'];
  /** The event's place among the session's events: what to pass as `afterSequence` to go on from here. */
  sequence: Scalars['Int']['output'];
  /** The session. */
  session: ExamSession;
  /** Where the session stood. */
  status: ExamSessionStatus;
};

/** Where a session stands. */
export type ExamSessionStatus =
  /** It has ended, by the student or by the clock, and has been scored. */
  | 'FINISHED'
  /** The clock is running. */
  | 'IN_PROGRESS';

/** Why a session could not be ended. */
export type FinishExamSessionError = NotFound;

/** A session to end. */
export type FinishExamSessionInput = {
  /** The session. One that has ended already is no error: nothing happens again. */
  sessionId: Scalars['ID']['input'];
};

/** The session after its end. */
export type FinishExamSessionPayload = {
  __typename?: 'FinishExamSessionPayload';
  /** Why nothing was changed. */
  errors: Array<FinishExamSessionError>;
  /** The session; null when there are errors. */
  session?: Maybe<ExamSession>;
};

/** Why a flag could not be changed. */
export type FlagItemError = NotFound | WrongState;

/** A question to flag. */
export type FlagItemInput = {
  /** Whether it shall be flagged. */
  flagged: Scalars['Boolean']['input'];
  /** The question's id in this session. */
  itemId: Scalars['ID']['input'];
  /** The session. */
  sessionId: Scalars['ID']['input'];
};

/** The session with the flag set or taken off. */
export type FlagItemPayload = {
  __typename?: 'FlagItemPayload';
  /** Why nothing was changed. */
  errors: Array<FlagItemError>;
  /** The session; null when there are errors. */
  session?: Maybe<ExamSession>;
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

/** A picture. */
export type ItemFigure = {
  __typename?: 'ItemFigure';
  /** What it shows, for those who cannot see it. */
  alt: Scalars['String']['output'];
  /** Its address, or the picture itself as a `data:` address. */
  url: Scalars['String']['output'];
};

/** Something that can be chosen. */
export type ItemOption = {
  __typename?: 'ItemOption';
  /** Its id within the question, for example `A`. */
  id: Scalars['ID']['output'];
  /** What it says, in Markdown with LaTeX in `$…$`. */
  text: Scalars['String']['output'];
};

/** An answer. One of its three forms is filled, by the question's type. */
export type ItemResponse = {
  __typename?: 'ItemResponse';
  /** The chosen option of a multiple choice. */
  choice?: Maybe<Scalars['ID']['output']>;
  /** The judged statements of a block; those not judged are missing. */
  statements?: Maybe<Array<StatementResponse>>;
  /** What was written as a short answer. */
  text?: Maybe<Scalars['String']['output']>;
};

/** One answer. The one form is filled that the question's type wants. */
export type ItemResponseInput = {
  /** For a multiple choice: the id of the chosen option. */
  choice?: InputMaybe<Scalars['ID']['input']>;
  /** For a block of statements: those judged so far, each once, at least one. */
  statements?: InputMaybe<Array<StatementResponseInput>>;
  /** For a short answer: what the student wrote, at most 64 characters, for example `3/4`, `0,75` or `12 cm`. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** A question after the end: what was asked, what was answered, and what is right. */
export type ItemReview = {
  __typename?: 'ItemReview';
  /** Whether the answer was fully right. */
  correct: Scalars['Boolean']['output'];
  /** Why the key is right, in Markdown with LaTeX in `$…$`. */
  explanation: Scalars['String']['output'];
  /** A picture that belongs to the stem. */
  figure?: Maybe<ItemFigure>;
  /** Whether the student had flagged it. */
  flagged: Scalars['Boolean']['output'];
  /** The question's id in this session. */
  id: Scalars['ID']['output'];
  /** The right answer. */
  key: ItemResponse;
  /** The language it is written in: `id` or `en`. */
  language: Scalars['String']['output'];
  /** What the chosen wrong option gives away about the thinking behind it, where its author named it. */
  misconception?: Maybe<Scalars['String']['output']>;
  /** Its number within its section, from 1. */
  number: Scalars['Int']['output'];
  /** What could be chosen; empty unless it is a multiple choice. */
  options: Array<ItemOption>;
  /** The points: 1, 0, or a share for a block of statements. */
  points: Scalars['Float']['output'];
  /** The question in the catalog. */
  question?: Maybe<Question>;
  /** The student's answer; null when there was none. */
  response?: Maybe<ItemResponse>;
  /** The section it stood in. */
  section?: Maybe<ExamSection>;
  /** The short name of its section. */
  sectionCode: Scalars['String']['output'];
  /** What it tests. */
  skill?: Maybe<Skill>;
  /** What was to be judged; empty unless it is a block of statements. */
  statements: Array<ItemStatement>;
  /** The question, in Markdown with LaTeX in `$…$`. */
  stem: Scalars['String']['output'];
  /** The text it is about. */
  stimulus?: Maybe<SessionStimulus>;
  /** The milliseconds spent on it, as the client counted them; null when it did not. */
  timeSpentMs?: Maybe<Scalars['Int']['output']>;
  /** How far a short answer may be from the key; null for other types. */
  tolerance?: Maybe<Scalars['Float']['output']>;
  /** What it asks for. */
  type: ItemType;
  /** The unit of a short answer. */
  unit?: Maybe<Scalars['String']['output']>;
};

/** Something that is true or false. */
export type ItemStatement = {
  __typename?: 'ItemStatement';
  /** Its id within the question. */
  id: Scalars['ID']['output'];
  /** What it says, in Markdown with LaTeX in `$…$`. */
  text: Scalars['String']['output'];
};

/** What a question asks for. */
export type ItemType =
  /** One of several options. */
  | 'MULTIPLE_CHOICE'
  /** A number. */
  | 'SHORT_ANSWER'
  /** For each of several statements, whether it is true. */
  | 'TRUE_FALSE';

export type Mutation = {
  __typename?: 'Mutation';
  /** Closes a room for new participants. For its tutor and administrators. */
  closeExamRoom: CloseExamRoomPayload;
  /** Opens a room for an exam. For tutors. */
  createExamRoom: CreateExamRoomPayload;
  /** Hands in the open section and ends the exam, whatever sections are left, and scores it. */
  finishExamSession: FinishExamSessionPayload;
  /** Flags a question of the open section to come back to it, or takes the flag off. */
  flagItem: FlagItemPayload;
  /**
   * Starts an exam: its first section opens and its clock begins. While the student has a session of the same exam in
   * progress, that one is given back.
   */
  startExamSession: StartExamSessionPayload;
  /** Stores an answer to a question of the open section. It is acknowledged once it is durable. */
  submitAnswer: SubmitAnswerPayload;
  /** Hands in the open section. The next one opens at once; after the last, the session ends and is scored. */
  submitSection: SubmitSectionPayload;
};


export type MutationCloseExamRoomArgs = {
  input: CloseExamRoomInput;
};


export type MutationCreateExamRoomArgs = {
  input: CreateExamRoomInput;
};


export type MutationFinishExamSessionArgs = {
  input: FinishExamSessionInput;
};


export type MutationFlagItemArgs = {
  input: FlagItemInput;
};


export type MutationStartExamSessionArgs = {
  input: StartExamSessionInput;
};


export type MutationSubmitAnswerArgs = {
  input: SubmitAnswerInput;
};


export type MutationSubmitSectionArgs = {
  input: SubmitSectionInput;
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

/**
 * A position on the practice scale: 500 + 100 θ, where θ is the student's ability estimated from the answers (expected a
 * posteriori, three-parameter logistic model, standard normal prior; Bock and Mislevy 1982). It is no official scale of
 * any exam, and the question parameters behind it may be provisional.
 */
export type PracticeScore = {
  __typename?: 'PracticeScore';
  /** What to call it, in the reader's language: always that it is a practice scale. */
  label: Scalars['String']['output'];
  /** Whether any question behind it has parameters that were not estimated from real answers. */
  provisional: Scalars['Boolean']['output'];
  /** 500 + 100 θ, to a whole number. */
  score: Scalars['Int']['output'];
  /** The standard error of `score`: 100 times the posterior standard deviation of θ, to a whole number. */
  standardError: Scalars['Int']['output'];
  /** The ability estimate θ itself. */
  theta: Scalars['Float']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** One room, or null when there is none with this id. For its tutor and administrators. */
  examRoom?: Maybe<ExamRoom>;
  /** The rooms of the tutor who is calling, newest first. */
  examRooms: ExamRoomConnection;
  /** One session, or null when there is none with this id. For its student, the tutor of its room, and administrators. */
  examSession?: Maybe<ExamSession>;
};


export type QueryExamRoomArgs = {
  id: Scalars['ID']['input'];
};


export type QueryExamRoomsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryExamSessionArgs = {
  id: Scalars['ID']['input'];
};

export type Question = {
  __typename?: 'Question';
  /** The question's id. */
  id: Scalars['ID']['output'];
};

/** A student in a room. */
export type RoomParticipant = {
  __typename?: 'RoomParticipant';
  /** How many questions have an answer. */
  answeredCount: Scalars['Int']['output'];
  /** The section the student is in; null when the session has ended. */
  currentSection?: Maybe<ExamSection>;
  /** When the open section is handed in by itself; null when the session has ended. */
  deadlineAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many questions are flagged. */
  flaggedCount: Scalars['Int']['output'];
  /** How many questions there are. */
  itemCount: Scalars['Int']['output'];
  /** The number, within its section, of the question answered or flagged last; null before the first in this section. */
  itemNumber?: Maybe<Scalars['Int']['output']>;
  /** When something happened last in the session. */
  lastActiveAt: Scalars['DateTime']['output'];
  /** The student's session. */
  session: ExamSession;
  /** Where the session stands. */
  status: ExamSessionStatus;
  /** The student. */
  student?: Maybe<User>;
};

/** One page of a room's participants. */
export type RoomParticipantConnection = {
  __typename?: 'RoomParticipantConnection';
  /** The participants of this page, in order. */
  edges: Array<RoomParticipantEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
};

/** A participant's place in a list. */
export type RoomParticipantEdge = {
  __typename?: 'RoomParticipantEdge';
  /** The cursor of this place, to be passed as `after`. */
  cursor: Scalars['String']['output'];
  /** The participant. */
  node: RoomParticipant;
};

/** The result of a finished session. */
export type ScoreReport = {
  __typename?: 'ScoreReport';
  /** How many questions were answered. */
  answeredCount: Scalars['Int']['output'];
  /** How many questions were answered fully right. */
  correctCount: Scalars['Int']['output'];
  /** The report's id. */
  id: Scalars['ID']['output'];
  /** The points that could be had: one for each question. */
  maxPoints: Scalars['Int']['output'];
  /**
   * Points: 1 for each right answer, 0 for a wrong one or none. A block of statements gives the share of its statements
   * that were judged rightly.
   */
  points: Scalars['Float']['output'];
  /** The result on the practice scale, over all questions. */
  practiceScore: PracticeScore;
  /** When it was scored: the moment the session ended. */
  scoredAt: Scalars['DateTime']['output'];
  /** The result of each section, in the order in which they were sat. */
  sections: Array<SectionScore>;
  /** The session it belongs to. */
  session: ExamSession;
  /** The result on each skill, in the order in which the skills first appear. */
  skills: Array<SkillScore>;
};

/** The result of one section. */
export type SectionScore = {
  __typename?: 'SectionScore';
  /** How many of its questions were answered. */
  answeredCount: Scalars['Int']['output'];
  /** Its short name, for example `PU`. */
  code: Scalars['String']['output'];
  /** How many of its questions were answered fully right. */
  correctCount: Scalars['Int']['output'];
  /** The points that could be had. */
  maxPoints: Scalars['Int']['output'];
  /** The points, as in `ScoreReport.points`. */
  points: Scalars['Float']['output'];
  /** The result on the practice scale, over this section's questions. */
  practiceScore: PracticeScore;
  /** The section of the exam. */
  section?: Maybe<ExamSection>;
  /** Its title at the time of starting, in the reader's language. */
  title: Scalars['String']['output'];
};

/** Why a section was handed in. */
export type SectionSubmissionReason =
  /** Its time had run out. */
  | 'DEADLINE'
  /** The student ended the whole exam. */
  | 'EXAM_FINISHED'
  /** The student moved on. */
  | 'STUDENT';

/** A question as the student sees it while answering. It holds nothing of the key. */
export type SessionItem = {
  __typename?: 'SessionItem';
  /** A picture that belongs to the stem. */
  figure?: Maybe<ItemFigure>;
  /** Whether the student flagged it to come back to it. */
  flagged: Scalars['Boolean']['output'];
  /** The question's id in this session. */
  id: Scalars['ID']['output'];
  /** The language it is written in: `id` or `en`. */
  language: Scalars['String']['output'];
  /** Its number within its section, from 1. */
  number: Scalars['Int']['output'];
  /** What can be chosen; empty unless it is a multiple choice. */
  options: Array<ItemOption>;
  /** The answer that stands; null when there is none. */
  response?: Maybe<ItemResponse>;
  /** What is to be judged; empty unless it is a block of statements. */
  statements: Array<ItemStatement>;
  /** The question, in Markdown with LaTeX in `$…$`. */
  stem: Scalars['String']['output'];
  /** The text it is about, which it may share with its neighbours. */
  stimulus?: Maybe<SessionStimulus>;
  /** What it asks for. */
  type: ItemType;
  /** The unit of a short answer; a student may write it or leave it out. */
  unit?: Maybe<Scalars['String']['output']>;
};

/** One section of a session. */
export type SessionSection = {
  __typename?: 'SessionSection';
  /** How many of its questions have an answer. */
  answeredCount: Scalars['Int']['output'];
  /** Its short name, for example `PU`. */
  code: Scalars['String']['output'];
  /** When its time ends or ended; null while it is locked or when the exam ended before its turn. */
  deadlineAt?: Maybe<Scalars['DateTime']['output']>;
  /** The seconds it lasts. */
  durationSeconds: Scalars['Int']['output'];
  /** The section's id, as `submitSection` wants it. */
  id: Scalars['ID']['output'];
  /** How many questions it has. */
  itemCount: Scalars['Int']['output'];
  /** Its questions in order while it is open; empty otherwise. After the end they are in `ExamSession.review`. */
  items: Array<SessionItem>;
  /** When it opened; null while it is locked or when the exam ended before its turn. */
  openedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its place in the exam, from 1. */
  position: Scalars['Int']['output'];
  /** The section of the exam. */
  section?: Maybe<ExamSection>;
  /** Where it stands. */
  status: SessionSectionStatus;
  /** Why it was handed in; null until then. */
  submissionReason?: Maybe<SectionSubmissionReason>;
  /** When it was handed in; null until then. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its title at the time of starting, in the reader's language. */
  title: Scalars['String']['output'];
};

/** Where one section of a session stands. */
export type SessionSectionStatus =
  /** Its turn has not come: its questions are not shown yet. */
  | 'LOCKED'
  /** It is being answered: its clock is running. */
  | 'OPEN'
  /** It has been handed in and does not open again. */
  | 'SUBMITTED';

/** A text that questions are about. */
export type SessionStimulus = {
  __typename?: 'SessionStimulus';
  /** Its id: questions with the same one share the text. */
  id: Scalars['ID']['output'];
  /** Where the text comes from. */
  source?: Maybe<Scalars['String']['output']>;
  /** The text, in Markdown with LaTeX in `$…$`. */
  text: Scalars['String']['output'];
  /** Its title, if it has one. */
  title?: Maybe<Scalars['String']['output']>;
};

export type Skill = {
  __typename?: 'Skill';
  /** The skill's id. */
  id: Scalars['ID']['output'];
};

/** The result on one skill. */
export type SkillScore = {
  __typename?: 'SkillScore';
  /** Its code, for example `PU.DEDUCTIVE`. */
  code: Scalars['String']['output'];
  /** The points that could be had: one for each question of this skill. */
  maxPoints: Scalars['Int']['output'];
  /** Its name at the time of starting, in the reader's language. */
  name: Scalars['String']['output'];
  /** The points, as in `ScoreReport.points`. */
  points: Scalars['Float']['output'];
  /** The skill. */
  skill?: Maybe<Skill>;
};

/** Why a session could not be started. */
export type StartExamSessionError = InvalidInput | NotFound | WrongState;

/** What to start. */
export type StartExamSessionInput = {
  /** The exam. May be left out when `roomCode` is given. */
  examId?: InputMaybe<Scalars['ID']['input']>;
  /** The code of the room to sit it in, upper or lower case; null to sit it alone. */
  roomCode?: InputMaybe<Scalars['String']['input']>;
};

/** The session that was started, or the one that was already running. */
export type StartExamSessionPayload = {
  __typename?: 'StartExamSessionPayload';
  /** Why it could not be started. */
  errors: Array<StartExamSessionError>;
  /** The session; null when there are errors. */
  session?: Maybe<ExamSession>;
};

/** What a student says of one statement. */
export type StatementResponse = {
  __typename?: 'StatementResponse';
  /** The statement's id. */
  id: Scalars['ID']['output'];
  /** Whether the student holds it to be true. */
  value: Scalars['Boolean']['output'];
};

/** What a student says of one statement. */
export type StatementResponseInput = {
  /** The statement's id. */
  id: Scalars['ID']['input'];
  /** Whether the student holds it to be true. */
  value: Scalars['Boolean']['input'];
};

/** Why an answer was not stored. */
export type SubmitAnswerError = InvalidInput | NotFound | WrongState;

/** An answer to hand in. */
export type SubmitAnswerInput = {
  /**
   * The client's own number for this answer, from 1, growing by 1 with each. Sending the same answer again under the same
   * number is safe and gives the same acknowledgement. For one question, the answer with the highest number stands,
   * in whatever order they arrive.
   */
  clientSequence: Scalars['Int']['input'];
  /** The question's id in this session. */
  itemId: Scalars['ID']['input'];
  /** The answer, in place of any earlier one; null withdraws it. */
  response?: InputMaybe<ItemResponseInput>;
  /** The session. */
  sessionId: Scalars['ID']['input'];
  /** The milliseconds spent on this question so far, in all. */
  timeSpentMs?: InputMaybe<Scalars['Int']['input']>;
};

/** What became of an answer. */
export type SubmitAnswerPayload = {
  __typename?: 'SubmitAnswerPayload';
  /** That it is stored; null when there are errors. */
  acknowledgement?: Maybe<AnswerAcknowledgement>;
  /** Why it was not stored. */
  errors: Array<SubmitAnswerError>;
  /** The session with the answer in it; null when there are errors. */
  session?: Maybe<ExamSession>;
};

/** Why a section could not be handed in. */
export type SubmitSectionError = NotFound | WrongState;

/** A section to hand in. */
export type SubmitSectionInput = {
  /** The open section's id. One that has been handed in already is no error: nothing happens again. */
  sectionId: Scalars['ID']['input'];
  /** The session. */
  sessionId: Scalars['ID']['input'];
};

/** The session after the section was handed in. */
export type SubmitSectionPayload = {
  __typename?: 'SubmitSectionPayload';
  /** Why nothing was changed. */
  errors: Array<SubmitSectionError>;
  /** The session; null when there are errors. */
  session?: Maybe<ExamSession>;
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * A room as its students go on. Without `afterSequence`, the present state comes first (one event for each participant,
   * in the order of their last changes, or a single one without a student when the room is empty) and then every change;
   * with it, every change after that one, none left out. For the room's tutor and administrators.
   */
  examRoomActivity: ExamRoomActivity;
  /**
   * A session as it goes on. Without `afterSequence`, the present state comes first and then every change; with it, every
   * change after that one, none left out. It ends after `SCORED`. For the session's student, the tutor of its room, and
   * administrators.
   */
  examSessionProgress: ExamSessionProgress;
};


export type SubscriptionExamRoomActivityArgs = {
  afterSequence?: InputMaybe<Scalars['Int']['input']>;
  roomId: Scalars['ID']['input'];
};


export type SubscriptionExamSessionProgressArgs = {
  afterSequence?: InputMaybe<Scalars['Int']['input']>;
  sessionId: Scalars['ID']['input'];
};

export type User = {
  __typename?: 'User';
  /**
   * The exams this person has sat or is sitting, newest first. For the person and administrators; a tutor sees those sat
   * in the tutor's own rooms.
   */
  examSessions?: Maybe<ExamSessionConnection>;
  /** The person's id. */
  id: Scalars['ID']['output'];
};


export type UserExamSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<ExamSessionStatus>;
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
  ExamRoom: ExamRoom;
  ExamSession: ExamSession;
  ScoreReport: ScoreReport;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  ExamRoom:
    ( { __typename: 'ExamRoom' }
    & GraphQLRecursivePick<FederationTypes['ExamRoom'], {"id":true}> );
  ExamSession:
    ( { __typename: 'ExamSession' }
    & GraphQLRecursivePick<FederationTypes['ExamSession'], {"id":true}> );
  ScoreReport:
    ( { __typename: 'ScoreReport' }
    & GraphQLRecursivePick<FederationTypes['ScoreReport'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CloseExamRoomError: ( NotFound );
  CreateExamRoomError:
    | ( InvalidInput )
    | ( NotFound )
  ;
  FinishExamSessionError: ( NotFound );
  FlagItemError:
    | ( NotFound )
    | ( WrongState )
  ;
  StartExamSessionError:
    | ( InvalidInput )
    | ( NotFound )
    | ( WrongState )
  ;
  SubmitAnswerError:
    | ( InvalidInput )
    | ( NotFound )
    | ( WrongState )
  ;
  SubmitSectionError:
    | ( NotFound )
    | ( WrongState )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( InvalidInput )
    | ( NotFound )
    | ( WrongState )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AnswerAcknowledgement: ResolverTypeWrapper<AnswerAcknowledgement>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CloseExamRoomError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CloseExamRoomError']>;
  CloseExamRoomInput: CloseExamRoomInput;
  CloseExamRoomPayload: ResolverTypeWrapper<Omit<CloseExamRoomPayload, 'errors' | 'room'> & { errors: Array<ResolversTypes['CloseExamRoomError']>, room?: Maybe<ResolversTypes['ExamRoom']> }>;
  CreateExamRoomError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateExamRoomError']>;
  CreateExamRoomInput: CreateExamRoomInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CreateExamRoomPayload: ResolverTypeWrapper<Omit<CreateExamRoomPayload, 'errors' | 'room'> & { errors: Array<ResolversTypes['CreateExamRoomError']>, room?: Maybe<ResolversTypes['ExamRoom']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Exam: ResolverTypeWrapper<Reference>;
  ExamRoom: ResolverTypeWrapper<RoomRow>;
  ExamRoomActivity: ResolverTypeWrapper<RoomActivity>;
  ExamRoomConnection: ResolverTypeWrapper<Omit<ExamRoomConnection, 'edges'> & { edges: Array<ResolversTypes['ExamRoomEdge']> }>;
  ExamRoomEdge: ResolverTypeWrapper<Omit<ExamRoomEdge, 'node'> & { node: ResolversTypes['ExamRoom'] }>;
  ExamRoomStatus: ExamRoomStatus;
  ExamSection: ResolverTypeWrapper<Reference>;
  ExamSession: ResolverTypeWrapper<Session>;
  ExamSessionConnection: ResolverTypeWrapper<Omit<ExamSessionConnection, 'edges'> & { edges: Array<ResolversTypes['ExamSessionEdge']> }>;
  ExamSessionEdge: ResolverTypeWrapper<Omit<ExamSessionEdge, 'node'> & { node: ResolversTypes['ExamSession'] }>;
  ExamSessionEventKind: ExamSessionEventKind;
  ExamSessionProgress: ResolverTypeWrapper<SessionProgress>;
  ExamSessionStatus: ExamSessionStatus;
  FinishExamSessionError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['FinishExamSessionError']>;
  FinishExamSessionInput: FinishExamSessionInput;
  FinishExamSessionPayload: ResolverTypeWrapper<Omit<FinishExamSessionPayload, 'errors' | 'session'> & { errors: Array<ResolversTypes['FinishExamSessionError']>, session?: Maybe<ResolversTypes['ExamSession']> }>;
  FlagItemError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['FlagItemError']>;
  FlagItemInput: FlagItemInput;
  FlagItemPayload: ResolverTypeWrapper<Omit<FlagItemPayload, 'errors' | 'session'> & { errors: Array<ResolversTypes['FlagItemError']>, session?: Maybe<ResolversTypes['ExamSession']> }>;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  ItemFigure: ResolverTypeWrapper<ItemFigure>;
  ItemOption: ResolverTypeWrapper<ItemOption>;
  ItemResponse: ResolverTypeWrapper<Response>;
  ItemResponseInput: ItemResponseInput;
  ItemReview: ResolverTypeWrapper<ItemModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ItemStatement: ResolverTypeWrapper<ItemStatement>;
  ItemType: ItemType;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFound: ResolverTypeWrapper<NotFound>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PracticeScore: ResolverTypeWrapper<Result>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Question: ResolverTypeWrapper<Reference>;
  RoomParticipant: ResolverTypeWrapper<ParticipantRow>;
  RoomParticipantConnection: ResolverTypeWrapper<Omit<RoomParticipantConnection, 'edges'> & { edges: Array<ResolversTypes['RoomParticipantEdge']> }>;
  RoomParticipantEdge: ResolverTypeWrapper<Omit<RoomParticipantEdge, 'node'> & { node: ResolversTypes['RoomParticipant'] }>;
  ScoreReport: ResolverTypeWrapper<ReportModel>;
  SectionScore: ResolverTypeWrapper<SectionResult>;
  SectionSubmissionReason: SectionSubmissionReason;
  SessionItem: ResolverTypeWrapper<ItemModel>;
  SessionSection: ResolverTypeWrapper<SectionModel>;
  SessionSectionStatus: SessionSectionStatus;
  SessionStimulus: ResolverTypeWrapper<SessionStimulus>;
  Skill: ResolverTypeWrapper<Reference>;
  SkillScore: ResolverTypeWrapper<SkillResult>;
  StartExamSessionError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['StartExamSessionError']>;
  StartExamSessionInput: StartExamSessionInput;
  StartExamSessionPayload: ResolverTypeWrapper<Omit<StartExamSessionPayload, 'errors' | 'session'> & { errors: Array<ResolversTypes['StartExamSessionError']>, session?: Maybe<ResolversTypes['ExamSession']> }>;
  StatementResponse: ResolverTypeWrapper<StatementResponse>;
  StatementResponseInput: StatementResponseInput;
  SubmitAnswerError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SubmitAnswerError']>;
  SubmitAnswerInput: SubmitAnswerInput;
  SubmitAnswerPayload: ResolverTypeWrapper<Omit<SubmitAnswerPayload, 'errors' | 'session'> & { errors: Array<ResolversTypes['SubmitAnswerError']>, session?: Maybe<ResolversTypes['ExamSession']> }>;
  SubmitSectionError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SubmitSectionError']>;
  SubmitSectionInput: SubmitSectionInput;
  SubmitSectionPayload: ResolverTypeWrapper<Omit<SubmitSectionPayload, 'errors' | 'session'> & { errors: Array<ResolversTypes['SubmitSectionError']>, session?: Maybe<ResolversTypes['ExamSession']> }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<Reference>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  WrongState: ResolverTypeWrapper<WrongState>;
  cacheControl__Scope: CacheControl__Scope;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AnswerAcknowledgement: AnswerAcknowledgement;
  ID: Scalars['ID']['output'];
  CloseExamRoomError: ResolversUnionTypes<ResolversParentTypes>['CloseExamRoomError'];
  CloseExamRoomInput: CloseExamRoomInput;
  CloseExamRoomPayload: Omit<CloseExamRoomPayload, 'errors' | 'room'> & { errors: Array<ResolversParentTypes['CloseExamRoomError']>, room?: Maybe<ResolversParentTypes['ExamRoom']> };
  CreateExamRoomError: ResolversUnionTypes<ResolversParentTypes>['CreateExamRoomError'];
  CreateExamRoomInput: CreateExamRoomInput;
  String: Scalars['String']['output'];
  CreateExamRoomPayload: Omit<CreateExamRoomPayload, 'errors' | 'room'> & { errors: Array<ResolversParentTypes['CreateExamRoomError']>, room?: Maybe<ResolversParentTypes['ExamRoom']> };
  DateTime: Scalars['DateTime']['output'];
  Exam: Reference;
  ExamRoom: RoomRow;
  ExamRoomActivity: RoomActivity;
  ExamRoomConnection: Omit<ExamRoomConnection, 'edges'> & { edges: Array<ResolversParentTypes['ExamRoomEdge']> };
  ExamRoomEdge: Omit<ExamRoomEdge, 'node'> & { node: ResolversParentTypes['ExamRoom'] };
  ExamSection: Reference;
  ExamSession: Session;
  ExamSessionConnection: Omit<ExamSessionConnection, 'edges'> & { edges: Array<ResolversParentTypes['ExamSessionEdge']> };
  ExamSessionEdge: Omit<ExamSessionEdge, 'node'> & { node: ResolversParentTypes['ExamSession'] };
  ExamSessionProgress: SessionProgress;
  FinishExamSessionError: ResolversUnionTypes<ResolversParentTypes>['FinishExamSessionError'];
  FinishExamSessionInput: FinishExamSessionInput;
  FinishExamSessionPayload: Omit<FinishExamSessionPayload, 'errors' | 'session'> & { errors: Array<ResolversParentTypes['FinishExamSessionError']>, session?: Maybe<ResolversParentTypes['ExamSession']> };
  FlagItemError: ResolversUnionTypes<ResolversParentTypes>['FlagItemError'];
  FlagItemInput: FlagItemInput;
  FlagItemPayload: Omit<FlagItemPayload, 'errors' | 'session'> & { errors: Array<ResolversParentTypes['FlagItemError']>, session?: Maybe<ResolversParentTypes['ExamSession']> };
  InvalidInput: InvalidInput;
  ItemFigure: ItemFigure;
  ItemOption: ItemOption;
  ItemResponse: Response;
  ItemResponseInput: ItemResponseInput;
  ItemReview: ItemModel;
  Float: Scalars['Float']['output'];
  ItemStatement: ItemStatement;
  Mutation: Record<PropertyKey, never>;
  NotFound: NotFound;
  PageInfo: PageInfo;
  PracticeScore: Result;
  Query: Record<PropertyKey, never>;
  Question: Reference;
  RoomParticipant: ParticipantRow;
  RoomParticipantConnection: Omit<RoomParticipantConnection, 'edges'> & { edges: Array<ResolversParentTypes['RoomParticipantEdge']> };
  RoomParticipantEdge: Omit<RoomParticipantEdge, 'node'> & { node: ResolversParentTypes['RoomParticipant'] };
  ScoreReport: ReportModel;
  SectionScore: SectionResult;
  SessionItem: ItemModel;
  SessionSection: SectionModel;
  SessionStimulus: SessionStimulus;
  Skill: Reference;
  SkillScore: SkillResult;
  StartExamSessionError: ResolversUnionTypes<ResolversParentTypes>['StartExamSessionError'];
  StartExamSessionInput: StartExamSessionInput;
  StartExamSessionPayload: Omit<StartExamSessionPayload, 'errors' | 'session'> & { errors: Array<ResolversParentTypes['StartExamSessionError']>, session?: Maybe<ResolversParentTypes['ExamSession']> };
  StatementResponse: StatementResponse;
  StatementResponseInput: StatementResponseInput;
  SubmitAnswerError: ResolversUnionTypes<ResolversParentTypes>['SubmitAnswerError'];
  SubmitAnswerInput: SubmitAnswerInput;
  SubmitAnswerPayload: Omit<SubmitAnswerPayload, 'errors' | 'session'> & { errors: Array<ResolversParentTypes['SubmitAnswerError']>, session?: Maybe<ResolversParentTypes['ExamSession']> };
  SubmitSectionError: ResolversUnionTypes<ResolversParentTypes>['SubmitSectionError'];
  SubmitSectionInput: SubmitSectionInput;
  SubmitSectionPayload: Omit<SubmitSectionPayload, 'errors' | 'session'> & { errors: Array<ResolversParentTypes['SubmitSectionError']>, session?: Maybe<ResolversParentTypes['ExamSession']> };
  Subscription: Record<PropertyKey, never>;
  User: Reference;
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

export type AnswerAcknowledgementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnswerAcknowledgement'] = ResolversParentTypes['AnswerAcknowledgement']> = {
  clientSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  itemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  superseded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CloseExamRoomErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloseExamRoomError'] = ResolversParentTypes['CloseExamRoomError']> = {
  __resolveType: TypeResolveFn<'NotFound', ParentType, ContextType>;
};

export type CloseExamRoomPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloseExamRoomPayload'] = ResolversParentTypes['CloseExamRoomPayload']> = {
  errors?: Resolver<Array<ResolversTypes['CloseExamRoomError']>, ParentType, ContextType>;
  room?: Resolver<Maybe<ResolversTypes['ExamRoom']>, ParentType, ContextType>;
};

export type CreateExamRoomErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateExamRoomError'] = ResolversParentTypes['CreateExamRoomError']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotFound', ParentType, ContextType>;
};

export type CreateExamRoomPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateExamRoomPayload'] = ResolversParentTypes['CreateExamRoomPayload']> = {
  errors?: Resolver<Array<ResolversTypes['CreateExamRoomError']>, ParentType, ContextType>;
  room?: Resolver<Maybe<ResolversTypes['ExamRoom']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ExamResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Exam'] = ResolversParentTypes['Exam']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ExamRoomResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamRoom'] = ResolversParentTypes['ExamRoom'], FederationReferenceType extends FederationReferenceTypes['ExamRoom'] = FederationReferenceTypes['ExamRoom']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ExamRoom']> | FederationReferenceType, FederationReferenceType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  exam?: Resolver<Maybe<ResolversTypes['Exam']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  participants?: Resolver<ResolversTypes['RoomParticipantConnection'], ParentType, ContextType, RequireFields<ExamRoomParticipantsArgs, 'first'>>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ExamRoomStatus'], ParentType, ContextType>;
  tutor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type ExamRoomActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamRoomActivity'] = ResolversParentTypes['ExamRoomActivity']> = {
  answeredCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  itemCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  itemNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ExamSessionEventKind'], ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['ExamSection']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['ExamSession']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['ExamSessionStatus']>, ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type ExamRoomConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamRoomConnection'] = ResolversParentTypes['ExamRoomConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ExamRoomEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ExamRoomEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamRoomEdge'] = ResolversParentTypes['ExamRoomEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ExamRoom'], ParentType, ContextType>;
};

export type ExamSectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamSection'] = ResolversParentTypes['ExamSection']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ExamSessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamSession'] = ResolversParentTypes['ExamSession'], FederationReferenceType extends FederationReferenceTypes['ExamSession'] = FederationReferenceTypes['ExamSession']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ExamSession']> | FederationReferenceType, FederationReferenceType, ContextType>;
  answeredCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currentSection?: Resolver<Maybe<ResolversTypes['SessionSection']>, ParentType, ContextType>;
  deadlineAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  exam?: Resolver<Maybe<ResolversTypes['Exam']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['SessionItem']>, ParentType, ContextType, RequireFields<ExamSessionItemArgs, 'id'>>;
  itemCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastClientSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remainingSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  report?: Resolver<Maybe<ResolversTypes['ScoreReport']>, ParentType, ContextType>;
  review?: Resolver<Maybe<Array<ResolversTypes['ItemReview']>>, ParentType, ContextType>;
  room?: Resolver<Maybe<ResolversTypes['ExamRoom']>, ParentType, ContextType>;
  sections?: Resolver<Array<ResolversTypes['SessionSection']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ExamSessionStatus'], ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExamSessionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamSessionConnection'] = ResolversParentTypes['ExamSessionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ExamSessionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ExamSessionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamSessionEdge'] = ResolversParentTypes['ExamSessionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ExamSession'], ParentType, ContextType>;
};

export type ExamSessionProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamSessionProgress'] = ResolversParentTypes['ExamSessionProgress']> = {
  answeredCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  currentSection?: Resolver<Maybe<ResolversTypes['ExamSection']>, ParentType, ContextType>;
  deadlineAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  itemCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  itemId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ExamSessionEventKind'], ParentType, ContextType>;
  remainingSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['ExamSession'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ExamSessionStatus'], ParentType, ContextType>;
};

export type FinishExamSessionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FinishExamSessionError'] = ResolversParentTypes['FinishExamSessionError']> = {
  __resolveType: TypeResolveFn<'NotFound', ParentType, ContextType>;
};

export type FinishExamSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FinishExamSessionPayload'] = ResolversParentTypes['FinishExamSessionPayload']> = {
  errors?: Resolver<Array<ResolversTypes['FinishExamSessionError']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['ExamSession']>, ParentType, ContextType>;
};

export type FlagItemErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlagItemError'] = ResolversParentTypes['FlagItemError']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type FlagItemPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlagItemPayload'] = ResolversParentTypes['FlagItemPayload']> = {
  errors?: Resolver<Array<ResolversTypes['FlagItemError']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['ExamSession']>, ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ItemFigureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemFigure'] = ResolversParentTypes['ItemFigure']> = {
  alt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ItemOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemOption'] = ResolversParentTypes['ItemOption']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ItemResponseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemResponse'] = ResolversParentTypes['ItemResponse']> = {
  choice?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  statements?: Resolver<Maybe<Array<ResolversTypes['StatementResponse']>>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ItemReviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemReview'] = ResolversParentTypes['ItemReview']> = {
  correct?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  figure?: Resolver<Maybe<ResolversTypes['ItemFigure']>, ParentType, ContextType>;
  flagged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['ItemResponse'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  misconception?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['ItemOption']>, ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['Question']>, ParentType, ContextType>;
  response?: Resolver<Maybe<ResolversTypes['ItemResponse']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['ExamSection']>, ParentType, ContextType>;
  sectionCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  statements?: Resolver<Array<ResolversTypes['ItemStatement']>, ParentType, ContextType>;
  stem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stimulus?: Resolver<Maybe<ResolversTypes['SessionStimulus']>, ParentType, ContextType>;
  timeSpentMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  tolerance?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ItemType'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ItemStatementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemStatement'] = ResolversParentTypes['ItemStatement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  closeExamRoom?: Resolver<ResolversTypes['CloseExamRoomPayload'], ParentType, ContextType, RequireFields<MutationCloseExamRoomArgs, 'input'>>;
  createExamRoom?: Resolver<ResolversTypes['CreateExamRoomPayload'], ParentType, ContextType, RequireFields<MutationCreateExamRoomArgs, 'input'>>;
  finishExamSession?: Resolver<ResolversTypes['FinishExamSessionPayload'], ParentType, ContextType, RequireFields<MutationFinishExamSessionArgs, 'input'>>;
  flagItem?: Resolver<ResolversTypes['FlagItemPayload'], ParentType, ContextType, RequireFields<MutationFlagItemArgs, 'input'>>;
  startExamSession?: Resolver<ResolversTypes['StartExamSessionPayload'], ParentType, ContextType, RequireFields<MutationStartExamSessionArgs, 'input'>>;
  submitAnswer?: Resolver<ResolversTypes['SubmitAnswerPayload'], ParentType, ContextType, RequireFields<MutationSubmitAnswerArgs, 'input'>>;
  submitSection?: Resolver<ResolversTypes['SubmitSectionPayload'], ParentType, ContextType, RequireFields<MutationSubmitSectionArgs, 'input'>>;
};

export type NotFoundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFound'] = ResolversParentTypes['NotFound']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PracticeScoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PracticeScore'] = ResolversParentTypes['PracticeScore']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  standardError?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  theta?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  examRoom?: Resolver<Maybe<ResolversTypes['ExamRoom']>, ParentType, ContextType, RequireFields<QueryExamRoomArgs, 'id'>>;
  examRooms?: Resolver<ResolversTypes['ExamRoomConnection'], ParentType, ContextType, RequireFields<QueryExamRoomsArgs, 'first'>>;
  examSession?: Resolver<Maybe<ResolversTypes['ExamSession']>, ParentType, ContextType, RequireFields<QueryExamSessionArgs, 'id'>>;
};

export type QuestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Question'] = ResolversParentTypes['Question']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RoomParticipantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoomParticipant'] = ResolversParentTypes['RoomParticipant']> = {
  answeredCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currentSection?: Resolver<Maybe<ResolversTypes['ExamSection']>, ParentType, ContextType>;
  deadlineAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  flaggedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  itemCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  itemNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lastActiveAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['ExamSession'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ExamSessionStatus'], ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type RoomParticipantConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoomParticipantConnection'] = ResolversParentTypes['RoomParticipantConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RoomParticipantEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RoomParticipantEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoomParticipantEdge'] = ResolversParentTypes['RoomParticipantEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RoomParticipant'], ParentType, ContextType>;
};

export type ScoreReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScoreReport'] = ResolversParentTypes['ScoreReport'], FederationReferenceType extends FederationReferenceTypes['ScoreReport'] = FederationReferenceTypes['ScoreReport']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ScoreReport']> | FederationReferenceType, FederationReferenceType, ContextType>;
  answeredCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  correctCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maxPoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  practiceScore?: Resolver<ResolversTypes['PracticeScore'], ParentType, ContextType>;
  scoredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sections?: Resolver<Array<ResolversTypes['SectionScore']>, ParentType, ContextType>;
  session?: Resolver<ResolversTypes['ExamSession'], ParentType, ContextType>;
  skills?: Resolver<Array<ResolversTypes['SkillScore']>, ParentType, ContextType>;
};

export type SectionScoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SectionScore'] = ResolversParentTypes['SectionScore']> = {
  answeredCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  correctCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxPoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  practiceScore?: Resolver<ResolversTypes['PracticeScore'], ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['ExamSection']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SessionItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionItem'] = ResolversParentTypes['SessionItem']> = {
  figure?: Resolver<Maybe<ResolversTypes['ItemFigure']>, ParentType, ContextType>;
  flagged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['ItemOption']>, ParentType, ContextType>;
  response?: Resolver<Maybe<ResolversTypes['ItemResponse']>, ParentType, ContextType>;
  statements?: Resolver<Array<ResolversTypes['ItemStatement']>, ParentType, ContextType>;
  stem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stimulus?: Resolver<Maybe<ResolversTypes['SessionStimulus']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ItemType'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SessionSectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionSection'] = ResolversParentTypes['SessionSection']> = {
  answeredCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deadlineAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  durationSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  itemCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['SessionItem']>, ParentType, ContextType>;
  openedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['ExamSection']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SessionSectionStatus'], ParentType, ContextType>;
  submissionReason?: Resolver<Maybe<ResolversTypes['SectionSubmissionReason']>, ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SessionStimulusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionStimulus'] = ResolversParentTypes['SessionStimulus']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SkillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Skill'] = ResolversParentTypes['Skill']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SkillScoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkillScore'] = ResolversParentTypes['SkillScore']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  maxPoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
};

export type StartExamSessionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartExamSessionError'] = ResolversParentTypes['StartExamSessionError']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type StartExamSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartExamSessionPayload'] = ResolversParentTypes['StartExamSessionPayload']> = {
  errors?: Resolver<Array<ResolversTypes['StartExamSessionError']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['ExamSession']>, ParentType, ContextType>;
};

export type StatementResponseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatementResponse'] = ResolversParentTypes['StatementResponse']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SubmitAnswerErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitAnswerError'] = ResolversParentTypes['SubmitAnswerError']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type SubmitAnswerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitAnswerPayload'] = ResolversParentTypes['SubmitAnswerPayload']> = {
  acknowledgement?: Resolver<Maybe<ResolversTypes['AnswerAcknowledgement']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SubmitAnswerError']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['ExamSession']>, ParentType, ContextType>;
};

export type SubmitSectionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitSectionError'] = ResolversParentTypes['SubmitSectionError']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type SubmitSectionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitSectionPayload'] = ResolversParentTypes['SubmitSectionPayload']> = {
  errors?: Resolver<Array<ResolversTypes['SubmitSectionError']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['ExamSession']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  examRoomActivity?: SubscriptionResolver<ResolversTypes['ExamRoomActivity'], "examRoomActivity", ParentType, ContextType, RequireFields<SubscriptionExamRoomActivityArgs, 'roomId'>>;
  examSessionProgress?: SubscriptionResolver<ResolversTypes['ExamSessionProgress'], "examSessionProgress", ParentType, ContextType, RequireFields<SubscriptionExamSessionProgressArgs, 'sessionId'>>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  examSessions?: Resolver<Maybe<ResolversTypes['ExamSessionConnection']>, ParentType, ContextType, RequireFields<UserExamSessionsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type WrongStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WrongState'] = ResolversParentTypes['WrongState']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AnswerAcknowledgement?: AnswerAcknowledgementResolvers<ContextType>;
  CloseExamRoomError?: CloseExamRoomErrorResolvers<ContextType>;
  CloseExamRoomPayload?: CloseExamRoomPayloadResolvers<ContextType>;
  CreateExamRoomError?: CreateExamRoomErrorResolvers<ContextType>;
  CreateExamRoomPayload?: CreateExamRoomPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Exam?: ExamResolvers<ContextType>;
  ExamRoom?: ExamRoomResolvers<ContextType>;
  ExamRoomActivity?: ExamRoomActivityResolvers<ContextType>;
  ExamRoomConnection?: ExamRoomConnectionResolvers<ContextType>;
  ExamRoomEdge?: ExamRoomEdgeResolvers<ContextType>;
  ExamSection?: ExamSectionResolvers<ContextType>;
  ExamSession?: ExamSessionResolvers<ContextType>;
  ExamSessionConnection?: ExamSessionConnectionResolvers<ContextType>;
  ExamSessionEdge?: ExamSessionEdgeResolvers<ContextType>;
  ExamSessionProgress?: ExamSessionProgressResolvers<ContextType>;
  FinishExamSessionError?: FinishExamSessionErrorResolvers<ContextType>;
  FinishExamSessionPayload?: FinishExamSessionPayloadResolvers<ContextType>;
  FlagItemError?: FlagItemErrorResolvers<ContextType>;
  FlagItemPayload?: FlagItemPayloadResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  ItemFigure?: ItemFigureResolvers<ContextType>;
  ItemOption?: ItemOptionResolvers<ContextType>;
  ItemResponse?: ItemResponseResolvers<ContextType>;
  ItemReview?: ItemReviewResolvers<ContextType>;
  ItemStatement?: ItemStatementResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PracticeScore?: PracticeScoreResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Question?: QuestionResolvers<ContextType>;
  RoomParticipant?: RoomParticipantResolvers<ContextType>;
  RoomParticipantConnection?: RoomParticipantConnectionResolvers<ContextType>;
  RoomParticipantEdge?: RoomParticipantEdgeResolvers<ContextType>;
  ScoreReport?: ScoreReportResolvers<ContextType>;
  SectionScore?: SectionScoreResolvers<ContextType>;
  SessionItem?: SessionItemResolvers<ContextType>;
  SessionSection?: SessionSectionResolvers<ContextType>;
  SessionStimulus?: SessionStimulusResolvers<ContextType>;
  Skill?: SkillResolvers<ContextType>;
  SkillScore?: SkillScoreResolvers<ContextType>;
  StartExamSessionError?: StartExamSessionErrorResolvers<ContextType>;
  StartExamSessionPayload?: StartExamSessionPayloadResolvers<ContextType>;
  StatementResponse?: StatementResponseResolvers<ContextType>;
  SubmitAnswerError?: SubmitAnswerErrorResolvers<ContextType>;
  SubmitAnswerPayload?: SubmitAnswerPayloadResolvers<ContextType>;
  SubmitSectionError?: SubmitSectionErrorResolvers<ContextType>;
  SubmitSectionPayload?: SubmitSectionPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WrongState?: WrongStateResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
