import { pillars } from '@demarche/contracts/vocabularies';
import { ChipLink } from '../lists/chip-link.tsx';
import { FilterMenu } from '../lists/filter-menu.tsx';

const KINDS = {
  'report-published': 'Reports',
  engagement: 'Meetings and démarches',
  response: 'Responses',
  promise: 'Promises',
  'promise-overdue': 'Promises overdue',
  'concrete-action': 'Concrete actions',
  assessment: 'Assessments',
  closure: 'Closures',
  'delivery-review': 'Delivery reviews',
  'commitment-ended': 'Promises ended',
  'forum-commitment': 'Forum commitments',
};

interface TimelineFiltersProps {
  /** Those that the timeline can be narrowed to. */
  readonly recommendations?: Readonly<Record<string, string>>;
}

export const TimelineFilters = ({ recommendations }: TimelineFiltersProps) => (
  <div class="filters" role="group" aria-label="Filters of the timeline">
    <ChipLink label="Everything" set={{ pillar: null, kinds: null, about: null }} />
    {recommendations &&
      Object.entries(pillars).map(([code, label]) => (
        <ChipLink key={code} label={label} set={{ pillar: code, about: null }} />
      ))}
    <FilterMenu name="kinds" label="Kind" options={KINDS} />
    {recommendations && Object.keys(recommendations).length > 0 && (
      <FilterMenu name="about" label="One recommendation" options={recommendations} single />
    )}
  </div>
);
