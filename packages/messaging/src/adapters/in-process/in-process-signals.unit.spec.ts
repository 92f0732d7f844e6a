import { signalsContract } from '../../signals.contract.ts';
import { inProcessSignals } from './in-process-signals.ts';

signalsContract('In-process signals', async () => ({ signals: inProcessSignals(), close: async () => {} }));
