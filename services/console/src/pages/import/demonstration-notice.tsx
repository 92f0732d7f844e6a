import { useSession } from '../../app/session-provider.tsx';

/** Nothing that was brought in can be taken out again, so it is said before the first file. */
export const DemonstrationNotice = () =>
  useSession().config.demonstration ? (
    <p class="notice">
      This record is a demonstration: what it holds is made up, and reports of your own would be mixed with it for good.
      For a record of your own, stop Demarche and start it with <code>DEMARCHE_DEMO=no</code> and an empty folder in{' '}
      <code>DEMARCHE_DATA</code>. Save here only to try it out.
    </p>
  ) : null;
