/** The pages that record something, in one chunk of their own. */
export { CorrectActionPage, WithdrawActionPage } from '../pages/action-forms/correct-action.page.tsx';
export { RecordActionPage } from '../pages/action-forms/record-action.page.tsx';
export { EndCommitmentPage, ReviewDeliveryPage } from '../pages/commitment-forms/commitment-forms.page.tsx';
export { CorrectEngagementPage } from '../pages/engagement-forms/correct-engagement.page.tsx';
export { FollowUpPage, WithdrawEngagementPage } from '../pages/engagement-forms/engagement-forms.page.tsx';
export { AssessPage } from '../pages/recommendation-forms/assess.page.tsx';
export { ClosePage } from '../pages/recommendation-forms/close.page.tsx';
export { NotePacePage } from '../pages/recommendation-forms/note-pace.page.tsx';
export { RespondPage } from '../pages/recommendation-forms/respond.page.tsx';
export { TagPage } from '../pages/recommendation-forms/tag.page.tsx';
export { WithdrawEntryPage } from '../pages/recommendation-forms/withdraw-entry.page.tsx';
export { RecordInstrumentPage } from '../pages/record-instrument/record-instrument.page.tsx';
export { CorrectReportPage } from '../pages/report/correct-report.page.tsx';
