import type { z } from 'zod';
import { CommandAnswer } from '../catalogue/command-answer.ts';
import { ProblemDocument } from '../catalogue/problem-document.ts';
import { ForumCommitment, ForumCommitmentRequest } from '../commitments/record-forum-instrument.ts';
import { FollowUpRequest } from '../engagements/assign-follow-up.ts';
import { RaisedRequest } from '../engagements/raise-recommendation.ts';
import { PromiseRequest } from '../engagements/record-promise.ts';
import { AssessmentBasis } from '../recommendations/assess-implementation.ts';
import { ImportPreview, ImportPreviewRequest, ImportPreviewRow } from '../recommendations/import-preview.ts';
import { ImportAmendment, PublishedRecommendation, ReportYear } from '../recommendations/publish-country-report.ts';
import * as values from '../values/index.ts';

/** A schema that an interface names, and what it means to a programmer who has never seen Demarche. */
export type NamedSchema = readonly [schema: z.ZodType, description: string];

/** Schemas that stand in many places. A description refers to them by name and says once what they mean. */
export const namedSchemas: Readonly<Record<string, NamedSchema>> = {
  CountryCode: [
    values.CountryCode,
    'ISO 3166-1 alpha-3. Codes that the standard leaves to its users (XAA to XZZ) are taken, too.',
  ],
  ReportId: [values.ReportId, 'One country’s report of one year: country and year.'],
  RecommendationReference: [
    values.RecommendationReference,
    'A recommendation: country, year of the report that made it, and its place in that report.',
  ],
  EntryId: [
    values.EntryId,
    'An entry on a recommendation’s record: its reference and R (response), A (assessment) or C (closure) with a number.',
  ],
  RewordingId: [values.RewordingId, 'A text that differs from the published report and is kept for review.'],
  ActionId: [values.ActionId, 'A concrete action. Demarche draws the reference when the action is recorded.'],
  EngagementId: [values.EngagementId, 'An engagement. Demarche draws the reference when it is logged.'],
  FollowUpId: [values.FollowUpId, 'A follow-up: its engagement and F with a number.'],
  InstrumentId: [values.InstrumentId, 'A text that a forum adopted: the forum and the symbol of the document.'],
  CommitmentId: [
    values.CommitmentId,
    'A promise (its engagement and P with a number) or a commitment of a forum’s text (the text and C with a number).',
  ],
  IsoDate: [values.IsoDate, 'A day in the world that exists: YYYY-MM-DD.'],
  IsoInstant: [values.IsoInstant, 'A moment in UTC with milliseconds, as in 2026-03-31T09:30:00.000Z.'],
  Position: [
    values.Position,
    'Where an event stands in the order of the whole record. It rises with every event, and may leave numbers out.',
  ],
  ReportingPeriod: [
    values.ReportingPeriod,
    'The year in which a reporting period begins: 2025 stands for 1 April 2025 to 31 March 2026, which the report of 2026 judges.',
  ],
  ReportYear: [ReportYear, 'The year of an annual report; the first came out in 2001.'],
  Line: [values.Line, 'Plain text, a line. Blanks at both ends are cut off; markup is text like any other.'],
  Paragraph: [values.Paragraph, 'Plain text, a paragraph. Blanks at both ends are cut off.'],
  Note: [values.Note, 'Plain text, as long as a report of a meeting. Blanks at both ends are cut off.'],
  WebAddress: [values.WebAddress, 'A web address that a reader can open. Demarche never fetches it.'],
  Officer: [values.Officer, 'One of our own people, with the role and post held at the time.'],
  Participant: [values.Participant, 'Somebody present at an engagement, as they were presented there.'],
  Evidence: [values.Evidence, 'What shows that something was done: enough to find it again without Demarche.'],
  ReportSource: [values.ReportSource, 'Where a report’s text was taken from.'],
  TierPlacement: [values.TierPlacement, 'A tier as a report placed it, with the words it was read from.'],
  AssessmentBasis: [
    AssessmentBasis,
    'What an assessment rests on: concrete actions of the period, or the finding that there were none.',
  ],
  PublishedRecommendation: [PublishedRecommendation, 'A recommendation as a report holds it.'],
  ImportAmendment: [ImportAmendment, 'What a person changed of a field after it was read from a file.'],
  RaisedRequest: [RaisedRequest, 'A recommendation brought up with the other side, and how they took it.'],
  PromiseRequest: [PromiseRequest, 'What the other side said it would do.'],
  FollowUpRequest: [FollowUpRequest, 'Something that one of us takes on to do.'],
  ForumCommitment: [ForumCommitment, 'One commitment of a forum’s text.'],
  ForumCommitmentRequest: [
    ForumCommitmentRequest,
    'One commitment of a forum’s text. Without countries it binds all who take part.',
  ],
  ImportPreviewRequest: [ImportPreviewRequest, 'Saved country narratives, and what is known of them beside.'],
  ImportPreviewRow: [ImportPreviewRow, 'What bringing one narrative in would do.'],
  ImportPreview: [ImportPreview, 'What bringing the files in would do. Nothing was recorded.'],
  CommandAnswer: [
    CommandAnswer,
    'What was recorded, once it is on disk. `subject` names the record, `location` its page; `recorded` is false where the command asked for what already held; `repeated` is true where this key was used before for the same command, and this is the answer of then.',
  ],
  ProblemDocument: [
    ProblemDocument,
    'Why a request was refused or failed (RFC 9457). `code` is stable: decide by it. `detail` says to a person what to do. `errors` names each faulty field. `currentRevision` comes with `stale`.',
  ],
};
